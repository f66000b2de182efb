package dev.readout.answer;

import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compiled histories: records whose statements open with a day or number, a step each. Pure
 * functions.
 */
final class Histories {
  private static final int STEPS_OF_A_HISTORY = 4;

  /** "From 24 September 2018 on: …", and not what a sentence says before a list. */
  private static final int LONGEST_OPENING = 40;

  private static final QuickPattern NUMBERED = QuickPattern.exactly("^Round [0-9]+\\b");

  /** "Starting with gallium", "from gallium on": what is in the first step. */
  private static final QuickPattern FROM_A_FIRST =
      QuickPattern.of("\\bfrom\\b|\\b(?:start|begin)\\w* with\\b");

  /** Dated statements of one record that are told in their order. */
  private static final int LEAST_STEPS = 3;

  private Histories() {}

  /**
   * Whether it is a list of events: most of its statements open with a day or number and a colon,
   * the oldest first.
   */
  static boolean isHistory(CorpusRecord record) {
    List<String> steps =
        record.statements().stream().map(Statement::text).filter(Histories::isStep).toList();
    List<LocalDate> days = steps.stream().flatMap(step -> stepOn(step).stream()).toList();
    return steps.size() >= STEPS_OF_A_HISTORY
        && 2 * steps.size() > record.statements().size()
        && days.equals(days.stream().sorted().toList());
  }

  /** "Round 2 of the talks: …", "May 2019: …". */
  private static boolean isStep(String text) {
    return stepOn(text).isPresent() || NUMBERED.isIn(opening(text));
  }

  /** The day with which a step of a history opens, the first of a month. */
  static Optional<LocalDate> stepOn(String text) {
    return StatementOrder.days(opening(text)).findFirst();
  }

  private static String opening(String text) {
    int end = text.indexOf(':');
    return end <= LONGEST_OPENING ? text.substring(0, Math.max(end, 0)) : "";
  }

  /**
   * Whether a company named is in half of the steps, and a thing in a fourth or none, in the title
   * or where they start: else the history is of more than what is asked about.
   */
  static boolean areOfTheNamed(
      QueryPlan plan, List<Statements.Ranked> steps, Generation generation) {
    if (steps.isEmpty()) {
      return false;
    }
    Statements.Ranked first = steps.getFirst();
    boolean isFromAFirst = FROM_A_FIRST.isIn(plan.text());
    List<Integer> companies = Named.of(plan, generation, term -> term.kind().equals("company"));
    return Named.in(plan, generation).matters().stream()
        .allMatch(
            i -> {
              long have = steps.stream().filter(one -> one.holds(i)).count();
              return companies.contains(i)
                  ? 2 * have >= steps.size()
                  : have == 0
                      || 4 * have >= steps.size()
                      || first.evidence().inTitle()[i]
                      || (isFromAFirst && first.holds(i));
            });
  }

  /** Of the history: the first, the last and the best between. */
  static List<Statements.Ranked> steps(CorpusRecord history, List<Statements.Ranked> order) {
    List<Statements.Ranked> steps =
        new ArrayList<>(
            order.stream()
                .filter(one -> one.record().equals(history))
                .filter(one -> isStep(one.statement().text()))
                .toList());
    steps.sort(Comparator.comparingInt(Statements.Ranked::ordinal));
    while (steps.size() > Sequences.MAX_STEPS) {
      steps.remove(
          steps.subList(1, steps.size() - 1).stream()
              .min(Comparator.comparingDouble(Statements.Ranked::score))
              .orElseThrow());
    }
    return steps;
  }

  /** Of a rule that is named nothing before the first measure whose title has it. */
  static List<Statements.Ranked> sinceItBegan(
      QueryPlan plan, Stream<Evidence> found, List<Statements.Ranked> told, Generation generation) {
    List<Integer> rules =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("instrument"));
    Optional<LocalDate> began =
        found
            .filter(one -> !rules.isEmpty() && rules.stream().allMatch(i -> one.inTitle()[i]))
            .map(Evidence::record)
            .filter(record -> record.kind().isMeasure())
            .map(CorpusRecord::anchorDay)
            .min(Comparator.naturalOrder());
    return told.stream()
        .filter(one -> began.filter(first -> Composer.day(one).isBefore(first)).isEmpty())
        .toList();
  }

  /** Dated steps of one record, "6 July 2018: 25 percent on …", the oldest first. */
  static List<Statements.Ranked> inOrderOfSteps(List<Statements.Ranked> shown) {
    boolean areSteps =
        shown.size() >= LEAST_STEPS
            && shown.stream().map(Statements.Ranked::record).distinct().count() == 1
            && shown.stream().allMatch(one -> stepOn(one.statement().text()).isPresent());
    return areSteps ? shown.stream().sorted(Comparator.comparing(Composer::day)).toList() : shown;
  }

  /** Whether each name of the question is in the record, be it in words that stand apart. */
  static boolean speaksOf(QueryPlan plan, Evidence evidence, Generation generation) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> Sequences.isName(tokens.get(i), generation) && !evidence.inRecord()[i])
        .allMatch(
            name ->
                IntStream.range(0, tokens.size())
                    .filter(i -> i != name && tokens.get(i).isWithin(tokens.get(name)))
                    .filter(i -> tokens.get(i).hasContent())
                    .allMatch(i -> evidence.inRecord()[i]));
  }
}
