package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How what proves a verdict opens, before the best of other statements: of a paused rule, the
 * notice that pauses it. Of a rate, what names its first day, or tells most of it.
 */
final class Proofs {
  private static final QuickPattern WHAT_IS_DONE =
      QuickPattern.exactly(
          "\\b(?:may(?: no longer| not| only| still)?|must(?: not)?|cannot|can (?:no"
              + " longer|only|still)|(?:is|are)"
              + " (?:barred|banned|blocked|prohibited|refused|allowed|kept out)) \\w+");

  private static final QuickPattern AND_WHAT_CAME_OF_IT =
      QuickPattern.of(
          "(?:\\band|,)"
              + " (?:what|which|how)\\b[^?]*\\b(?:came|come|agree\\w*|achiev\\w*|outcomes?|results?"
              + "|settled?|decided?)\\b");

  private static final QuickPattern LATER =
      QuickPattern.of("\\b(?:days|weeks|months|years) (?:after|before)\\b");

  private Proofs() {}

  static List<Statements.Ranked> first(
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> ranked,
      Verdict verdict,
      StatementOrder.Named named) {
    boolean asksRate = reading.asks(Slot.AMOUNT);
    Stream<Statements.Ranked> proof =
        (verdict.slot() == Slot.AMOUNT ? verdict.ofTheFirst() : verdict)
            .records().reversed().stream()
                .flatMap(record -> ranked.stream().filter(one -> one.record().equals(record)))
                .filter(one -> one.ordinal() == 0 || asksRate)
                .filter(one -> asksRate || isOfTheNamed(one, verdict, named))
                .sorted(Comparator.comparingInt(one -> asksRate ? place(one, verdict) : 0))
                .limit(1);
    return Stream.of(
            whatIsDone(plan, ranked, verdict),
            results(plan, ranked, verdict),
            proof,
            ranked.stream())
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  /** "Who met in Geneva, and what did they agree": what came of it. */
  private static Stream<Statements.Ranked> results(
      QueryPlan plan, List<Statements.Ranked> ranked, Verdict verdict) {
    return verdict.slot() == Slot.PERSON && AND_WHAT_CAME_OF_IT.isIn(plan.text())
        ? ranked.stream()
            .filter(one -> one.record().equals(verdict.records().getFirst()))
            .filter(one -> Outcomes.isResult(one.statement().text()))
            .filter(one -> !LATER.isIn(one.statement().text()))
            .sorted(Comparator.comparingInt(Statements.Ranked::ordinal))
            .limit(1)
        : Stream.empty();
  }

  /** Where it is asked what may be done: of a rule in force what it does, and not how it came. */
  private static Stream<Statements.Ranked> whatIsDone(
      QueryPlan plan, List<Statements.Ranked> ranked, Verdict verdict) {
    CorpusRecord measure = verdict.records().getFirst();
    boolean isToldAsInForce =
        verdict.slot() == Slot.STANDING
            && MeasureStatus.of(measure, verdict.day())
                .map(MeasureStatus::current)
                .filter(period -> period.state() == LegalState.IN_FORCE)
                .isPresent();
    return isToldAsInForce && (AskedStanding.isOfPermission(plan) || Imposer.isOfABan(plan.text()))
        ? ranked.stream()
            .filter(one -> one.record().equals(measure))
            .filter(Proofs::tellsWhatIsDone)
            .limit(1)
        : Stream.empty();
  }

  /** Whether a measure tells what may and may not be done. */
  static boolean tellsWhatIsDone(Statements.Ranked one) {
    return one.record().kind().isMeasure() && WHAT_IS_DONE.isIn(one.statement().text());
  }

  /** How an agreement opens that ended many measures says nothing of one of them. */
  private static boolean isOfTheNamed(
      Statements.Ranked one, Verdict verdict, StatementOrder.Named named) {
    return one.record().equals(verdict.records().getFirst())
        || (one.record().kind().isMeasure() && one.record().kind() != Kind.AGREEMENT)
        || named.matters().isEmpty()
        || named.matters().stream().anyMatch(i -> one.holds(i) || one.evidence().inTitle()[i]);
  }

  private static int place(Statements.Ranked one, Verdict verdict) {
    boolean isOfAFirstDay =
        verdict.rates().stream()
            .anyMatch(rate -> StatementOrder.days(one).anyMatch(rate.from()::equals));
    return verdict.slot() == Slot.AMOUNT
        ? isOfAFirstDay ? 0 : 1
        : OfToday.tellsOfThen(one, verdict.day()) ? 2 : one.filled() > 0 ? 0 : 1;
  }

  /** Under how a measure stands, nothing but of it, or of all that is named. */
  static boolean mayStandUnder(
      Verdict verdict, QueryPlan plan, Statements.Ranked one, Generation generation) {
    CorpusRecord measure = verdict.records().getFirst();
    CorpusRecord record = one.record();
    return !VerdictText.isStanding(verdict)
        || record.equals(measure)
        || (record.relates().contains(measure.id()) && record.kind().isMeasure())
        || StatementOrder.Named.in(plan, generation).matters().stream()
            .allMatch(i -> one.holds(i) || one.evidence().inTitle()[i]);
  }
}
