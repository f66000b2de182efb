package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts both sides' accounts of a meeting beside each other. Thread-safe. */
final class Comparisons {
  /** Kinds of terms that tell what an account is about; people, places, common words do not. */
  private static final Set<String> SUBJECTS =
      Set.of("law", "list", "instrument", "technology", "commodity", "forum", "slogan", "company");

  private static final Pattern NAME_PARTS = Pattern.compile("\\s+and\\s+|[,/(]\\s*");
  private static final int MIN_NAME_CHARS = 4;

  private final Generation generation;

  Comparisons(Generation generation) {
    this.generation = generation;
  }

  MeetingComparison of(CorpusRecord meeting) {
    List<CorpusRecord> us = accounts(meeting, Side.US);
    List<CorpusRecord> prc = accounts(meeting, Side.PRC);
    List<Topic> topics = topics(us, prc);
    Map<@Nullable String, Row> rows = new LinkedHashMap<>();
    topics.forEach(topic -> rows.put(topic.id(), new Row(topic)));
    rows.put(null, new Row(null));
    place(us, topics, rows, true);
    place(prc, topics, rows, false);
    List<MeetingComparison.Row> filled =
        rows.values().stream()
            .filter(row -> !row.us.isEmpty() || !row.prc.isEmpty())
            .sorted(Comparator.comparing(row -> row.us.isEmpty() || row.prc.isEmpty()))
            .map(row -> new MeetingComparison.Row(row.topic, row.us, row.prc))
            .toList();
    Set<String> usTerms = subjects(us);
    Set<String> prcTerms = subjects(prc);
    return new MeetingComparison(
        meeting,
        us,
        prc,
        filled,
        difference(usTerms, prcTerms, prc),
        difference(prcTerms, usTerms, us));
  }

  /** A row while it is filled. */
  private static final class Row {
    private final @Nullable Topic topic;
    private final List<Snippet> us = new ArrayList<>();
    private final List<Snippet> prc = new ArrayList<>();

    Row(@Nullable Topic topic) {
      this.topic = topic;
    }
  }

  private List<CorpusRecord> accounts(CorpusRecord meeting, Side side) {
    return generation.ofMeeting(meeting.id()).stream()
        .filter(record -> record.kind() == Kind.READOUT && record.side() == side)
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).thenComparing(CorpusRecord::id))
        .toList();
  }

  /** Topics of either side's accounts, those of both first. */
  private List<Topic> topics(List<CorpusRecord> us, List<CorpusRecord> prc) {
    Set<String> usIds = topicIds(us);
    Set<String> prcIds = topicIds(prc);
    Set<String> ids = new LinkedHashSet<>(usIds);
    ids.retainAll(prcIds);
    ids.addAll(usIds);
    ids.addAll(prcIds);
    return ids.stream()
        .flatMap(id -> generation.topics().stream().filter(topic -> topic.id().equals(id)))
        .toList();
  }

  private static Set<String> topicIds(List<CorpusRecord> records) {
    Set<String> ids = new LinkedHashSet<>();
    records.forEach(record -> ids.addAll(record.topics()));
    return ids;
  }

  /** A statement belongs to every topic that it names, or else to the closest of its record's. */
  private void place(
      List<CorpusRecord> records,
      List<Topic> topics,
      Map<@Nullable String, Row> rows,
      boolean american) {
    for (CorpusRecord record : records) {
      for (Statement statement : record.statements()) {
        for (@Nullable String topic : topicsOf(record, statement, topics)) {
          Row row = rows.get(topic);
          if (row != null) {
            (american ? row.us : row.prc).add(new Snippet(record, statement));
          }
        }
      }
    }
  }

  private Set<@Nullable String> topicsOf(
      CorpusRecord record, Statement statement, List<Topic> topics) {
    Set<@Nullable String> ids = new LinkedHashSet<>();
    generation
        .closest(statement.text(), topics)
        .map(Topic::id)
        .filter(record.topics()::contains)
        .ifPresent(ids::add);
    String text = statement.text().toLowerCase(Locale.ROOT);
    topics.stream().filter(topic -> isNamed(topic, text)).map(Topic::id).forEach(ids::add);
    if (ids.isEmpty()) {
      ids.add(null);
    }
    return ids;
  }

  /** What an account says on one of its topics. */
  List<Snippet> on(CorpusRecord account, Topic topic) {
    List<Topic> topics = topics(List.of(account), List.of());
    return snippets(account).stream()
        .filter(snippet -> topicsOf(account, snippet.statement(), topics).contains(topic.id()))
        .toList();
  }

  static List<Snippet> snippets(CorpusRecord record) {
    return record.statements().stream().map(one -> new Snippet(record, one)).toList();
  }

  /** Names of laws, goods, lists and the like in one account that no statement of the other has. */
  List<Term> onlyIn(CorpusRecord one, CorpusRecord other) {
    return difference(subjects(List.of(one)), subjects(List.of(other)), List.of(other));
  }

  /** By one of the words between "and" in its name, in the singular or plural. */
  private static boolean isNamed(Topic topic, String text) {
    return NAME_PARTS
        .splitAsStream(topic.en().toLowerCase(Locale.ROOT))
        .map(name -> name.endsWith("s") ? name.substring(0, name.length() - 1) : name)
        .anyMatch(name -> name.length() >= MIN_NAME_CHARS && text.contains(name));
  }

  private Set<String> subjects(List<CorpusRecord> records) {
    Set<String> ids = new LinkedHashSet<>();
    records.stream()
        .flatMap(record -> record.statements().stream())
        .flatMap(statement -> generation.termsIn(statement.text()).stream())
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> SUBJECTS.contains(term.kind()))
        .map(Term::id)
        .forEach(ids::add);
    return ids;
  }

  /** Terms of one side that no statement of the other names, in whatever longer name. */
  private List<Term> difference(
      Set<String> named, Set<String> alsoNamed, List<CorpusRecord> others) {
    List<String> texts =
        others.stream()
            .flatMap(record -> record.statements().stream())
            .map(statement -> statement.text().toLowerCase(Locale.ROOT))
            .toList();
    return named.stream()
        .filter(id -> !alsoNamed.contains(id))
        .flatMap(id -> generation.term(id).stream())
        .filter(
            term ->
                term.en().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .noneMatch(name -> texts.stream().anyMatch(text -> text.contains(name))))
        .toList();
  }
}
