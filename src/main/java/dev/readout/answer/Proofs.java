package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How what proves a verdict opens, before the best of other statements: of a paused rule, the
 * notice that pauses it. Of a rate, what names its first day, or tells most of it.
 */
final class Proofs {
  private Proofs() {}

  static List<Statements.Ranked> first(
      List<Statements.Ranked> ranked,
      Verdict verdict,
      boolean asksRate,
      StatementOrder.Named named) {
    Stream<Statements.Ranked> proof =
        (verdict.slot() == Slot.AMOUNT ? verdict.ofTheFirst() : verdict)
            .records().reversed().stream()
                .flatMap(record -> ranked.stream().filter(one -> one.record().equals(record)))
                .filter(one -> one.ordinal() == 0 || asksRate)
                .filter(one -> asksRate || isOfTheNamed(one, verdict, named))
                .sorted(Comparator.comparingInt(one -> asksRate ? place(one, verdict) : 0))
                .limit(1);
    return Stream.concat(proof, ranked.stream()).distinct().toList();
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
