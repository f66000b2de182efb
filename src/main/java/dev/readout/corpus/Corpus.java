package dev.readout.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All records, terms and topics of one folder, records in order of their ids. Immutable. */
public final class Corpus {
  private final Map<String, CorpusRecord> byId;
  private final List<CorpusRecord> records;
  private final List<Term> terms;
  private final List<Topic> topics;

  public Corpus(List<CorpusRecord> records, List<Term> terms, List<Topic> topics) {
    this.records = records.stream().sorted(Comparator.comparing(CorpusRecord::id)).toList();
    this.byId =
        this.records.stream()
            .collect(Collectors.toUnmodifiableMap(CorpusRecord::id, Function.identity()));
    this.terms = List.copyOf(terms);
    this.topics = List.copyOf(topics);
  }

  public List<CorpusRecord> records() {
    return records;
  }

  public Optional<CorpusRecord> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<Term> terms() {
    return terms;
  }

  public List<Topic> topics() {
    return topics;
  }

  public int statementCount() {
    return records.stream().mapToInt(record -> record.statements().size()).sum();
  }
}
