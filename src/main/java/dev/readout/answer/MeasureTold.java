package dev.readout.answer;

import static java.util.Objects.requireNonNullElse;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which measure is told where one is named: the one that took its place, the one that it is to
 * extend, the one that is kept from America alone. Thread-safe.
 */
final class MeasureTold {
  private static final QuickPattern EXTENSION =
      QuickPattern.of("\\b(?:exten(?:d|sion)|prolong|longer|january)|延[长長期]|1月10日");

  private static final Pattern TO_AMERICA =
      Pattern.compile(
          "\\bto (?:the )?(?:US|U\\.S\\.|United States|America)\\b|[向对到往]美国?",
          Pattern.CASE_INSENSITIVE);

  private final Generation generation;
  private final Measures measures;

  MeasureTold(Generation generation, Measures measures) {
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
        reading.asks(Slot.END) ? Optional.empty() : extended(plan, measure.record(), day);
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

  /** "Is there still a truce" is of the truce, and not of the announcement that it goes on. */
  private Optional<String> extended(QueryPlan plan, CorpusRecord announced, LocalDate day) {
    return MeasureStatus.of(announced, day)
        .map(MeasureStatus::current)
        .filter(period -> period.state() == LegalState.PROPOSED)
        .filter(_ -> EXTENSION.isIn(announced.title()) && !EXTENSION.isIn(plan.text()))
        .stream()
        .flatMap(_ -> announced.relates().stream())
        .flatMap(id -> generation.find(id).stream())
        .filter(one -> one.kind() == announced.kind())
        .filter(one -> requireNonNullElse(one.statusNote(), "").contains(announced.id()))
        .map(CorpusRecord::id)
        .findFirst();
  }

  /**
   * Of what needs a licence wherever it goes, where it is asked of America, what its title keeps
   * from there, unless that is paused.
   */
  Evidence toAmerica(QueryPlan plan, Evidence measure, List<Evidence> near, LocalDate day) {
    return !TO_AMERICA.matcher(plan.text()).find()
        ? measure
        : near.stream()
            .filter(one -> one.record().side() == measure.record().side())
            .filter(one -> TO_AMERICA.matcher(one.record().title()).find())
            .filter(one -> measures.isOnTheThings(plan, one))
            .filter(one -> !isPaused(one.record(), day))
            .findFirst()
            .orElse(measure);
  }

  private static boolean isPaused(CorpusRecord measure, LocalDate day) {
    return measure
        .standing()
        .on(day)
        .filter(period -> period.state() == LegalState.SUSPENDED)
        .isPresent();
  }
}
