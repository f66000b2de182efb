package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A corpus of any size from the words of a real one: copies of its records with statements, titles
 * and questions drawn at random, always the same ones. Records of one copy relate to each other as
 * those of the original do.
 */
final class SyntheticCorpus {
  private static final long SEED = 20_260_101;
  private static final int STATEMENTS = 5;
  private static final int QUESTIONS = 3;

  private final List<CorpusRecord> originals;
  private final List<Statement> statements;
  private final List<String> questions;
  private final Random random = new Random(SEED);

  private SyntheticCorpus(Corpus corpus) {
    this.originals = corpus.records();
    this.statements = originals.stream().flatMap(record -> record.statements().stream()).toList();
    this.questions = originals.stream().flatMap(record -> record.questions().stream()).toList();
  }

  /** As many records, of five statements and three questions each. */
  static Corpus of(Corpus corpus, int size) {
    SyntheticCorpus synthetic = new SyntheticCorpus(corpus);
    List<CorpusRecord> records = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int copy = i / synthetic.originals.size();
      records.add(synthetic.record(synthetic.originals.get(i % synthetic.originals.size()), copy));
    }
    return new Corpus(records, corpus.terms(), corpus.topics());
  }

  private record Drawn(String body, List<Statement> statements) {}

  private CorpusRecord record(CorpusRecord original, int copy) {
    String id = id(original.id(), copy);
    CorpusRecord titled = any(originals);
    Drawn drawn = draw(id);
    return new CorpusRecord(
        id,
        original.kind(),
        original.side(),
        titled.title(),
        titled.titleZh(),
        original.published(),
        original.asOf(),
        original.effective(),
        original.issuer(),
        null,
        original.participants(),
        original.meeting() == null ? null : id(original.meeting(), copy),
        original.topics(),
        original.sources(),
        original.provenance(),
        new Standing(
            original.standing().periods().stream().map(period -> copied(period, copy)).toList()),
        List.of(),
        List.of(),
        original.statusNote(),
        null,
        original.relates().stream().map(related -> id(related, copy)).toList(),
        List.copyOf(some(questions, QUESTIONS)),
        List.of(),
        drawn.body(),
        drawn.statements(),
        List.of());
  }

  private static StandingPeriod copied(StandingPeriod period, int copy) {
    return new StandingPeriod(period.from(), period.to(), period.state(), id(period.by(), copy));
  }

  /** The first copy keeps the ids, so that terms find the records that define them. */
  private static String id(String original, int copy) {
    return copy == 0 ? original : original + "-copy-" + copy;
  }

  private Drawn draw(String id) {
    Set<Statement> chosen = some(statements, STATEMENTS);
    StringBuilder text = new StringBuilder();
    for (Statement statement : chosen) {
      text.append(statement.text()).append("\n\n");
    }
    String body = text.toString();
    List<Statement> cut = new ArrayList<>();
    int start = 0;
    for (Statement statement : chosen) {
      int end = start + statement.text().length();
      cut.add(Statement.cut(id, body, start, end, statement.voice(), statement.speaker()));
      start = end + 2;
    }
    return new Drawn(body, cut);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Set<T> some(List<T> values, int count) {
    Set<T> some = new LinkedHashSet<>();
    while (some.size() < count) {
      some.add(any(values));
    }
    return some;
  }
}
