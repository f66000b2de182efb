package dev.readout.answer;

import dev.readout.answer.quote.QuoteChecker;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one side said on a topic in one account and in a later one: its last two read-outs, or two
 * that somebody chose. What has nothing alike in the other, what both say, each with what it is
 * most like, and the names of laws, goods and lists that only one has; by the sources' own words,
 * where both accounts have some, else by statements, mostly our summaries. Immutable. "Gone" speaks
 * of the later account that we hold, not of what a government stopped saying.
 */
public record Drift(
    Topic topic,
    CorpusRecord earlier,
    CorpusRecord later,
    List<Snippet> gone,
    List<Snippet> added,
    List<Kept> kept,
    List<Term> goneTerms,
    List<Term> addedTerms,
    boolean isVerbatim,
    boolean areLast) {
  /**
   * Statements with this share of the shorter one's words in common are laid side by side: rather
   * two too many than one too few, since a reader sees that two differ, but not what is hidden.
   */
  private static final double ALIKE = 0.45;

  public Drift {
    gone = List.copyOf(gone);
    added = List.copyOf(added);
    kept = List.copyOf(kept);
    goneTerms = List.copyOf(goneTerms);
    addedTerms = List.copyOf(addedTerms);
  }

  /** What both say, in the words of each. */
  public record Kept(Snippet earlier, Snippet later) {}

  /** A side's accounts that are about a topic, the newest first. */
  public static List<CorpusRecord> accounts(Generation generation, String topicId, Side side) {
    return generation
        .records()
        .filter(record -> record.kind() == Kind.READOUT && record.side() == side)
        .filter(record -> record.topics().contains(topicId))
        .sorted(
            Comparator.comparing(CorpusRecord::anchorDay)
                .reversed()
                .thenComparing(CorpusRecord::id))
        .toList();
  }

  /**
   * Two of a side's accounts; empty where there are not two such, or no such topic. Each is named
   * by its id, or by a day for the last one up to it that says something on the topic; if by
   * nothing, the last one, and the last before that.
   */
  public static Optional<Drift> of(
      Generation generation, String topicId, Side side, String earlier, String later) {
    Comparisons comparisons = new Comparisons(generation);
    List<CorpusRecord> accounts = accounts(generation, topicId, side);
    return generation
        .topic(topicId)
        .flatMap(
            topic -> {
              Function<CorpusRecord, List<Snippet>> on = record -> comparisons.on(record, topic);
              return accounts.stream()
                  .filter(meant(later, on))
                  .findFirst()
                  .flatMap(
                      second ->
                          accounts.stream()
                              .filter(one -> one.id().equals(earlier) || isBefore(one, second))
                              .filter(one -> !one.equals(second))
                              .filter(meant(earlier, on))
                              .findFirst()
                              .map(first -> inOrder(first, second)))
                  .map(
                      two ->
                          between(
                              comparisons, topic, two, on, earlier.isEmpty() && later.isEmpty()));
            });
  }

  private static Predicate<CorpusRecord> meant(
      String idOrDay, Function<CorpusRecord, List<Snippet>> on) {
    try {
      LocalDate last = idOrDay.isEmpty() ? LocalDate.MAX : LocalDate.parse(idOrDay);
      return account -> !account.anchorDay().isAfter(last) && !on.apply(account).isEmpty();
    } catch (DateTimeParseException e) {
      return account -> account.id().equals(idOrDay);
    }
  }

  private static List<CorpusRecord> inOrder(CorpusRecord one, CorpusRecord other) {
    return one.anchorDay().isAfter(other.anchorDay()) ? List.of(other, one) : List.of(one, other);
  }

  /** Two accounts of one meeting are parts of one account. */
  private static boolean isBefore(CorpusRecord one, CorpusRecord later) {
    return one.anchorDay().isBefore(later.anchorDay())
        && (one.meeting() == null || !one.meeting().equals(later.meeting()));
  }

  private static Drift between(
      Comparisons comparisons,
      Topic topic,
      List<CorpusRecord> two,
      Function<CorpusRecord, List<Snippet>> on,
      boolean areLast) {
    CorpusRecord earlier = two.getFirst();
    CorpusRecord later = two.getLast();
    List<Snippet> before = on.apply(earlier);
    List<Snippet> after = on.apply(later);
    boolean isVerbatim = !verbatim(before).isEmpty() && !verbatim(after).isEmpty();
    List<Snippet> first = isVerbatim ? verbatim(before) : before;
    List<Snippet> second = isVerbatim ? verbatim(after) : after;
    List<Snippet> added = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (Snippet snippet : second) {
      like(snippet, first)
          .ifPresentOrElse(alike -> kept.add(new Kept(alike, snippet)), () -> added.add(snippet));
    }
    // What only another passage of the whole later account repeats is not gone either.
    List<Snippet> whole = Comparisons.snippets(later);
    List<Snippet> gone = first.stream().filter(snippet -> like(snippet, whole).isEmpty()).toList();
    return new Drift(
        topic,
        earlier,
        later,
        gone,
        added,
        kept,
        comparisons.onlyIn(earlier, later),
        comparisons.onlyIn(later, earlier),
        isVerbatim,
        areLast);
  }

  private static List<Snippet> verbatim(List<Snippet> snippets) {
    return snippets.stream()
        .filter(snippet -> snippet.statement().voice() == Voice.VERBATIM)
        .toList();
  }

  private static Optional<Snippet> like(Snippet one, List<Snippet> others) {
    return others.stream()
        .filter(other -> likeness(one, other) >= ALIKE)
        .max(Comparator.comparingDouble(other -> likeness(one, other)));
  }

  private static double likeness(Snippet one, Snippet other) {
    return QuoteChecker.shared(said(one.statement()), said(other.statement()));
  }

  /** Without the brackets at the end, which name the occasion. */
  private static String said(Statement statement) {
    return statement.text().replaceFirst(" \\([^()]*\\)\\.?$", "");
  }
}
