package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The newest first, of the statements that come near the best. Pure functions. */
final class Newest {
  /** A measure, its like of the other side and what paused it; more are a matter of many. */
  private static final int MEASURES_OF_ONE = 3;

  /** What is asked for, and not of what. */
  private static final QuickPattern NEWS =
      QuickPattern.of("new|news|newest|updates?|developments?|rules?|case|ruling");

  private static final QuickPattern LATEST_ON =
      QuickPattern.of(
          "^\\W*(?:(?:what(?:['’]?s| is) )?(?:the )?(?:latest|newest|recent)(?:"
              + " news| developments?| updates?)?|any news) (?:on|about|of|with|regarding)\\s+");

  private Newest() {}

  /** "Steel tariffs" of "the latest on steel tariffs"; any other question as it is. */
  static String whole(String text) {
    return LATEST_ON.replaceFirst(text, "");
  }

  /**
   * The question how it stands, where the latest is asked for of one measure and no more: whose
   * title has all that is named, and which is neither over nor was proposed, and no more, a year
   * ago. "What is the latest on rare earths" asks what is new, and not what they are.
   */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation, LocalDate asOf) {
    if (!reading.asks(Shape.LATEST)
        || reading.language() != Language.EN
        || reading.hasSpan()
        || AskedStanding.isWhetherAny(plan)
        || !Set.of(Shape.LATEST, Shape.DEFINITION).containsAll(reading.shapes())
        || !Set.of(Slot.DEFINITION).containsAll(reading.slots())) {
      return reading;
    }
    List<String> measures =
        generation
            .records()
            .filter(record -> record.kind().isMeasure())
            .map(CorpusRecord::id)
            .toList();
    List<Evidence> named =
        generation.evidenceOf(plan, measures).stream()
            .filter(measure -> titleHolds(plan, measure))
            .toList();
    boolean isOfOne =
        named.size() <= MEASURES_OF_ONE
            && named.stream().anyMatch(measure -> isOfNow(measure.record(), asOf));
    return new Reading(
        reading.language(),
        Set.of(isOfOne ? Shape.STATUS : Shape.LATEST),
        isOfOne ? Set.of(Slot.STANDING) : Set.of(),
        reading.side(),
        null,
        null,
        false);
  }

  /** Whether the first statement, of the last months, tells of all that the latest is asked of. */
  static boolean isTold(QueryPlan plan, Reading reading, Statements statements) {
    return reading.asks(Shape.LATEST)
        && reading.language() == Language.EN
        && statements.ranked().stream()
            .limit(1)
            .anyMatch(
                one ->
                    IntStream.range(0, plan.tokens().size())
                        .filter(i -> plan.tokens().get(i).hasContent())
                        .allMatch(i -> isHeld(plan, i, one::holds)));
  }

  private static boolean titleHolds(QueryPlan plan, Evidence measure) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).hasContent())
        .filter(i -> !isHeld(plan, i, word -> measure.inTitle()[word]))
        .mapToObj(plan.tokens()::get)
        .allMatch(token -> NEWS.isWhole(plan.written(token)));
  }

  private static boolean isOfNow(CorpusRecord measure, LocalDate asOf) {
    return !OfToday.isOver(measure, asOf)
        && MeasureStatus.of(measure, asOf)
            .map(MeasureStatus::current)
            .filter(period -> period.state() == LegalState.PROPOSED)
            .filter(period -> period.from().isBefore(asOf.minusYears(1)))
            .isEmpty();
  }

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
          one -> tellsOfAll(plan, best, one) ? day(one) + ofTitled(plan, one) : Long.MIN_VALUE);
    }
    ToLongFunction<Statements.Ranked> newest = ofTold(plan, reading);
    return OfToday.isStopped(best.record(), asOf)
        ? StatementOrder.first(
            ranked,
            best.score() - StatementOrder.AS_GOOD_A_PLAN,
            one -> OfToday.isStopped(one.record(), asOf) ? Long.MIN_VALUE : newest.applyAsLong(one))
        : StatementOrder.first(
            ranked,
            best.score()
                - (reading.language() == Language.EN
                    ? StatementOrder.AS_GOOD_AN_END
                    : StatementOrder.AS_GOOD),
            one ->
                2 * named(plan, one) * StatementOrder.DAYS_OF_ALL_TIME
                    + newest.applyAsLong(one)
                    + ofTitled(plan, one));
  }

  /** What tells most of what is asked; of that the newest. */
  static ToLongFunction<Statements.Ranked> ofTold(QueryPlan plan, Reading reading) {
    ToLongFunction<Statements.Ranked> told = ChineseLead.told(plan, reading);
    return one ->
        StatementOrder.isSilent(one)
            ? Long.MIN_VALUE / 2
            : told.applyAsLong(one) * StatementOrder.DAYS_OF_ALL_TIME + day(one);
  }

  /** How much of what is asked about it holds: "chip" and "export controls", or one of them. */
  private static long named(QueryPlan plan, Statements.Ranked one) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).hasContent())
        .filter(i -> isHeld(plan, i, one::holds))
        .count();
  }

  /** A word in a name that is held, too, and a name of which all words are. */
  static boolean isHeld(QueryPlan plan, int token, IntPredicate holds) {
    List<QueryToken> tokens = plan.tokens();
    int[] within =
        IntStream.range(0, tokens.size())
            .filter(i -> i != token && tokens.get(i).isWithin(tokens.get(token)))
            .toArray();
    return holds.test(token)
        || (within.length > 0 && Arrays.stream(within).allMatch(holds))
        || IntStream.range(0, tokens.size())
            .filter(holds)
            .anyMatch(name -> tokens.get(token).isWithin(tokens.get(name)));
  }

  /** Whether it tells, of all that the best names but leaves out. */
  private static boolean tellsOfAll(QueryPlan plan, Statements.Ranked best, Statements.Ranked one) {
    return !StatementOrder.isSilent(one) && Composer.namedBy(plan, best).allMatch(one::holds);
  }

  /** What a record counts that is about all that is named: more than any day. */
  private static long ofTitled(QueryPlan plan, Statements.Ranked one) {
    return titleHolds(plan, one.evidence()) ? StatementOrder.DAYS_OF_ALL_TIME : 0;
  }

  private static long day(Statements.Ranked one) {
    return one.record().anchorDay().toEpochDay();
  }
}
