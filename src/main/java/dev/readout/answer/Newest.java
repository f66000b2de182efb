package dev.readout.answer;

import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The newest first, of the statements that come near the best. Pure functions. */
final class Newest {
  private Newest() {}

  /**
   * Where the latest is asked for. What an account leaves out does not lead, nor what was stopped,
   * where something newer comes within a wider distance.
   */
  static List<Statements.Ranked> first(
      QueryPlan plan, Reading reading, List<Statements.Ranked> ranked, LocalDate asOf) {
    Statements.Ranked best = ranked.getFirst();
    if (StatementOrder.isSilent(best)) {
      return StatementOrder.first(
          ranked,
          best.score() - StatementOrder.AS_GOOD_A_PLAN,
          one -> tellsOfAll(plan, best, one) ? day(one) : Long.MIN_VALUE);
    }
    ToLongFunction<Statements.Ranked> newest = ofTold(plan, reading);
    return OfToday.isStopped(best.record(), asOf)
        ? StatementOrder.first(
            ranked,
            best.score() - StatementOrder.AS_GOOD_A_PLAN,
            one -> OfToday.isStopped(one.record(), asOf) ? Long.MIN_VALUE : newest.applyAsLong(one))
        : StatementOrder.first(
            ranked,
            best.score() - StatementOrder.AS_GOOD,
            one -> named(plan, one) * StatementOrder.DAYS_OF_ALL_TIME + newest.applyAsLong(one));
  }

  /** What tells most of what is asked; of that the newest. */
  static ToLongFunction<Statements.Ranked> ofTold(QueryPlan plan, Reading reading) {
    ToLongFunction<Statements.Ranked> told = ChineseLead.told(plan, reading);
    return one ->
        StatementOrder.isSilent(one)
            ? Long.MIN_VALUE
            : told.applyAsLong(one) * StatementOrder.DAYS_OF_ALL_TIME + day(one);
  }

  /** How much of what is asked about it holds: "chip" and "export controls", or one of them. */
  private static long named(QueryPlan plan, Statements.Ranked one) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).hasContent())
        .filter(one::holds)
        .count();
  }

  /** Whether it tells, of all that the best names but leaves out. */
  private static boolean tellsOfAll(QueryPlan plan, Statements.Ranked best, Statements.Ranked one) {
    return !StatementOrder.isSilent(one) && Composer.namedBy(plan, best).allMatch(one::holds);
  }

  private static long day(Statements.Ranked one) {
    return one.record().anchorDay().toEpochDay();
  }
}
