package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Searches all records, or those of the time that a question is about: the last months for what is
 * the latest or next, the days asked about where all that is named is found there. Thread-safe.
 */
final class TimedSearch {
  /** Where the latest is asked for, the days before the end of the sources that are looked at. */
  private static final List<Long> LATEST_DAYS = List.of(120L, 365L, 730L);

  private final Generation generation;
  private final Ranker ranker;
  private final Composer composer;

  TimedSearch(Generation generation, Ranker ranker, Composer composer) {
    this.generation = generation;
    this.ranker = ranker;
    this.composer = composer;
  }

  Ranker.Ranking rank(QueryPlan plan, Reading reading, SearchFilter filter) {
    Ranker.Ranking ranking = ranker.rank(generation, plan, reading, filter);
    boolean isOfLate = reading.asks(Shape.LATEST) || reading.asks(Shape.NEXT);
    if (filter.since() != null || filter.until() != null) {
      return ranking;
    }
    // "大豆买到多少了，最新进度": what sums it up was compiled.
    boolean isOfASum = reading.language() == Language.ZH && reading.asks(Slot.AMOUNT);
    if (isOfLate && !isOfASum && !reading.hasSpan()) {
      return latest(plan, reading, filter).orElse(ranking);
    }
    return reading.hasSpan()
            && (!namesAll(plan, ranking.records()) || NextMeeting.isOfAVisit(plan, reading))
        ? ofTheTime(plan, reading, filter).orElse(ranking)
        : ranking;
  }

  /** Of the last months only, where something there bears on all that the question names. */
  private Optional<Ranker.Ranking> latest(QueryPlan plan, Reading reading, SearchFilter filter) {
    LocalDate end = generation.info().reachesTo();
    if (end == null) {
      return Optional.empty();
    }
    return LATEST_DAYS.stream()
        .map(
            days ->
                ranker.rank(
                    generation,
                    plan,
                    reading,
                    new SearchFilter(
                        filter.side(), filter.topic(), end.minusDays(days), filter.until())))
        .map(Ranker.Ranking::published)
        .filter(
            ranking ->
                namesAll(plan, ranking.records())
                    || ranking.records().stream()
                        .limit(1)
                        .anyMatch(one -> Histories.speaksOf(plan, one.evidence(), generation))
                    || (reading.asks(Shape.NEXT) && !ranking.records().isEmpty()))
        .findFirst();
  }

  /** Of the time asked about only, where a record of it has all that the question names. */
  private Optional<Ranker.Ranking> ofTheTime(QueryPlan plan, Reading reading, SearchFilter filter) {
    SearchFilter time =
        new SearchFilter(filter.side(), filter.topic(), reading.first(), reading.last());
    return Optional.of(ranker.rank(generation, plan, reading, time))
        .filter(ranking -> namesAll(plan, ranking.records()));
  }

  private boolean namesAll(QueryPlan plan, List<Ranked> ranking) {
    return !ranking.isEmpty() && composer.namesAll(plan, ranking.getFirst().evidence());
  }
}
