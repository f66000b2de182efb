package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The meeting of a working group that is asked about by its number, "the seventh Economic Working
 * Group", or the last: the one titled so, and not another group's. Pure functions.
 */
final class Sessions {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private static final QuickPattern ORDINAL =
      QuickPattern.of("\\b(?:" + String.join("|", ORDINALS) + "|[1-9](?:st|nd|rd|th)|10th)\\b");

  private static final QuickPattern LAST = QuickPattern.of("\\b(?:last|latest|most recent)\\b");

  /** When or where it was, or nothing more. */
  private static final QuickPattern WHEN =
      QuickPattern.of(
          "\\b(?:when|where|which (?:city|place|day|month|year))\\b|^\\W*(?:the )?(?:[\\w-]+"
              + " ){2,8}?(?:meeting|session|round)\\W*$");

  private static final QuickPattern ELSE = QuickPattern.of("^\\W*(?:how|what|who|why|did)\\b");

  private Sessions() {}

  /** The statements with how its account opens first; empty where it is not asked for. */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    return meeting(plan, generation)
        .flatMap(one -> generation.evidenceOf(plan, List.of(one.id())).stream().findFirst())
        .map(one -> ranked.openedBy(one, 0))
        .or(() -> held(plan, ranked, generation));
  }

  /**
   * "The second meeting", which no record is of, but one says that they met for the second time.
   */
  private static Optional<Statements> held(
      QueryPlan plan, Statements ranked, Generation generation) {
    return group(plan, generation)
        .flatMap(group -> number(plan).flatMap(number -> held(number, group, plan, generation)))
        .map(one -> ranked.openedBy(List.of(one)));
  }

  private static Optional<Statements.Ranked> held(
      String number, int group, QueryPlan plan, Generation generation) {
    QuickPattern told =
        QuickPattern.of(
            "\\b(?:met|held|meeting) for the " + number + " time\\b[^.]*\\b20[0-9]{2}\\b");
    List<String> naming =
        generation.naming(plan.tokens().get(group).text()).stream().map(CorpusRecord::id).toList();
    return generation.evidenceOf(plan, naming).stream()
        .flatMap(
            record ->
                IntStream.range(0, record.record().statements().size())
                    .mapToObj(i -> new Statements.Ranked(record, i, 1, 0)))
        .filter(one -> told.isIn(StatementForm.withoutAttribution(one.statement().text())))
        .filter(one -> one.holds(group) || one.statement().text().startsWith("Both groups"))
        .findFirst();
  }

  /** The one group whose meeting is asked about, and nothing more of it. */
  private static Optional<Integer> group(QueryPlan plan, Generation generation) {
    List<Integer> groups = groups(plan, generation);
    return groups.size() == 1
            && WHEN.isIn(plan.text())
            && StatementOrder.Named.in(plan, generation).places().isEmpty()
            && !ELSE.isIn(plan.text())
        ? Optional.of(groups.getFirst())
        : Optional.empty();
  }

  private static Optional<String> number(QueryPlan plan) {
    return ORDINAL.in(plan.text()).stream().findFirst().map(number -> word(number.group()));
  }

  /** The meeting of a group that is named by its number, whatever is asked of it. */
  static Optional<CorpusRecord> numbered(QueryPlan plan, Generation generation) {
    List<Integer> groups = groups(plan, generation);
    return groups.size() == 1
        ? number(plan)
            .flatMap(
                number -> titled(number, plan.tokens().get(groups.getFirst()).text(), generation))
        : Optional.empty();
  }

  /** Whether a group's meeting is named by its number, and the record is of another. */
  static boolean isOfAnother(QueryPlan plan, CorpusRecord record, Generation generation) {
    List<Integer> groups = groups(plan, generation);
    String title = record.title().toLowerCase(Locale.ROOT);
    return groups.size() == 1
        && number(plan)
            .filter(
                number ->
                    !title.contains(number)
                        || !SinceMeeting.isInTitle(
                                generation, plan.tokens().get(groups.getFirst()).text())
                            .test(record))
            .isPresent();
  }

  private static List<Integer> groups(QueryPlan plan, Generation generation) {
    return StatementOrder.Named.of(plan, generation, term -> term.id().endsWith("working-group"));
  }

  private static Optional<CorpusRecord> meeting(QueryPlan plan, Generation generation) {
    return group(plan, generation)
        .map(group -> plan.tokens().get(group).text())
        .flatMap(
            group ->
                number(plan)
                    .flatMap(number -> titled(number, group, generation))
                    .or(() -> last(plan, group, generation)));
  }

  private static Optional<CorpusRecord> last(QueryPlan plan, String group, Generation generation) {
    return LAST.isIn(plan.text())
            && plan.tokens().stream().noneMatch(token -> token.kind() == QueryToken.Kind.DATE)
            && StatementOrder.Named.in(plan, generation).places().isEmpty()
        ? meetings(group, generation).max(Comparator.comparing(CorpusRecord::anchorDay))
        : Optional.empty();
  }

  private static Stream<CorpusRecord> meetings(String group, Generation generation) {
    return generation
        .records()
        .filter(record -> record.kind() == Kind.MEETING)
        .filter(SinceMeeting.isInTitle(generation, group));
  }

  private static Optional<CorpusRecord> titled(String number, String group, Generation generation) {
    List<CorpusRecord> meetings =
        meetings(group, generation)
            .filter(record -> record.title().toLowerCase(Locale.ROOT).startsWith(number))
            .toList();
    return meetings.size() == 1 ? Optional.of(meetings.getFirst()) : Optional.empty();
  }

  private static String word(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.isEmpty()
        ? number.toLowerCase(Locale.ROOT)
        : ORDINALS.get(Integer.parseInt(digits) - 1);
  }
}
