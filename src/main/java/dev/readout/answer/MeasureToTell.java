package dev.readout.answer;

import static java.util.Objects.requireNonNullElse;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which measure is told where one is named: the one that took its place, the one that it is to
 * extend, the one that is kept from America alone. Thread-safe.
 */
final class MeasureToTell {
  private static final QuickPattern EXTENSION =
      QuickPattern.of("\\b(?:exten(?:d|sion)|prolong|renew|longer)|延[长長期]|续[签期约簽約]");

  private static final Set<QueryToken.Kind> TIMES_AND_WORDS =
      EnumSet.of(QueryToken.Kind.DATE, QueryToken.Kind.WORD);

  private static final QuickPattern TO_AMERICA =
      QuickPattern.of("\\bto (?:the )?(?:US|U\\.S\\.|United States|America)\\b|[向对到往]美国?");

  private final Generation generation;
  private final Measures measures;

  MeasureToTell(Generation generation, Measures measures) {
    this.generation = generation;
    this.measures = measures;
  }

  /**
   * What took the place of a measure, where it has the company or goods asked about, too; of an
   * extension that is only announced what it is to extend, unless the extension is asked about.
   */
  Evidence inItsPlace(QueryPlan plan, Reading reading, Evidence measure, LocalDate day) {
    List<Integer> things = Measures.goods(plan, generation);
    Optional<String> extended =
        reading.asks(Slot.END) ? Optional.empty() : extended(plan, measure, day);
    return extended
        .or(
            () ->
                OfToday.successor(measure.record(), day)
                    .filter(_ -> !things.isEmpty() && !reading.hasSpan()))
        .stream()
        .flatMap(id -> generation.evidenceOf(plan, List.of(id)).stream())
        .filter(
            one ->
                extended.isPresent()
                    || things.stream()
                        .allMatch(
                            thing ->
                                Arrays.stream(one.inStatement()).anyMatch(held -> held[thing])))
        .findFirst()
        .orElse(measure);
  }

  /**
   * "Is there still a truce" is of the truce, and not of the announcement that it goes on, unless
   * something is named that only the announcement's title has: "until 2027".
   */
  private Optional<String> extended(QueryPlan plan, Evidence announced, LocalDate day) {
    boolean isOfAnExtension =
        EXTENSION.isIn(announced.record().title())
            && !EXTENSION.isIn(plan.text())
            && MeasureStatus.of(announced.record(), day)
                .map(MeasureStatus::current)
                .filter(period -> period.state() == LegalState.PROPOSED)
                .isPresent();
    return !isOfAnExtension
        ? Optional.empty()
        : generation.evidenceOf(plan, announced.record().relates()).stream()
            .filter(one -> isExtendedBy(one.record(), announced.record()))
            .filter(
                one ->
                    IntStream.range(0, plan.tokens().size())
                        .filter(i -> TIMES_AND_WORDS.contains(plan.tokens().get(i).kind()))
                        .noneMatch(i -> announced.inTitle()[i] && !one.inTitle()[i]))
            .map(one -> one.record().id())
            .findFirst();
  }

  /** Whether what was agreed is said, by its own note, to be extended by what was agreed later. */
  static boolean isExtendedBy(CorpusRecord agreed, CorpusRecord later) {
    return agreed.kind() == later.kind()
        && agreed.side() == later.side()
        && requireNonNullElse(agreed.statusNote(), "").contains(later.id());
  }

  /**
   * Of what needs a licence wherever it goes, where it is asked of America, what its title keeps
   * from there, unless that is paused.
   */
  Evidence toAmerica(QueryPlan plan, Evidence measure, List<Evidence> near, LocalDate day) {
    return !TO_AMERICA.isIn(plan.text())
        ? measure
        : near.stream()
            .filter(one -> one.record().side() == measure.record().side())
            .filter(one -> TO_AMERICA.isIn(one.record().title()))
            .filter(one -> measures.isOnTheThings(plan, one))
            .filter(one -> !isPaused(one.record(), day))
            .findFirst()
            .orElse(measure);
  }

  /**
   * "When did the 125 percent end", "by which announcement is it charged": of several measures on a
   * tariff the one that set the rate.
   */
  Evidence ofItsRate(QueryPlan plan, Reading reading, Evidence measure, List<Evidence> near) {
    List<String> rates = AskedNumbers.rates(plan);
    if (reading.asks(Slot.CITATION) && rates.size() == 1) {
      return measure.record().rates().stream()
          .filter(rate -> rate.rate().equals(rates.getFirst()))
          .limit(1)
          .flatMap(rate -> generation.evidenceOf(plan, List.of(rate.by())).stream())
          .findFirst()
          .orElse(measure);
    }
    return !reading.asks(Slot.END) || rates.size() != 1 || sets(measure, rates.getFirst())
        ? measure
        : near.stream()
            .filter(one -> one.record().side() == measure.record().side())
            .filter(one -> sets(one, rates.getFirst()))
            .findFirst()
            .orElse(measure);
  }

  private static boolean sets(Evidence measure, String rate) {
    return measure.record().rates().stream().limit(1).anyMatch(first -> first.rate().equals(rate));
  }

  private static boolean isPaused(CorpusRecord measure, LocalDate day) {
    return measure
        .standing()
        .on(day)
        .filter(period -> period.state() == LegalState.SUSPENDED)
        .isPresent();
  }
}
