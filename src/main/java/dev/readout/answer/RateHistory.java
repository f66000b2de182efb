package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recorded rates of one duty, the oldest first, where it is asked how it changed. */
record RateHistory(Generation generation, Charges charges) {
  private static final QuickPattern CHANGED =
      QuickPattern.of(
          "\\bhow (?:did|has|have)\\b.*\\b(?:go|gone|moved?|risen?|fallen)\\b"
              + "|\\b(?:steps in|each time|every rate|all (?:the )?rates)\\b");

  /** "When did the tariff on chips go up", "since when has it been 10 percent". */
  private static final QuickPattern SINCE_WHEN =
      QuickPattern.of(
          "^\\W*when (?:did|was|were|have|has)\\b.*\\b(?:go(?:ne)?"
              + " (?:up|down)|rise|raised?|increased?|lowered?|reduced?|cut|doubled?|hiked?)\\b|\\bsince"
              + " when (?:has|have|is|are|do|does)\\b.*[0-9] ?(?:%|percent)");

  /** "What did it charge when it first came in": not what it charges now. */
  private static final QuickPattern AT_FIRST =
      QuickPattern.of(
          "^(?=.*\\b(?:did|was|were)\\b).*\\b(?:at first|(?:first|originally|initially)"
              + " (?:came|come|went|took|charged|set|imposed|introduced|announced|started|put)|to"
              + " (?:begin|start) with)\\b");

  /** What was done because of a duty is no change of it. */
  private static final QuickPattern ANSWERED =
      QuickPattern.of(
          "\\b(?:answer|respon|react|retaliat|repl(?:y|ied)|hit back)\\w*" + "|反制|报复|回应|反应");

  /** A measure with the goods whose rates are asked for. */
  private record History(CorpusRecord measure, String goods) {
    List<RatePeriod> rates() {
      return measure.rates().stream().filter(rate -> rate.of().equals(goods)).toList();
    }

    boolean isOfSeveral() {
      return rates().stream().map(RatePeriod::rate).distinct().count() > 1;
    }
  }

  static boolean isAsked(QueryPlan plan, Reading reading) {
    return (reading.asks(Shape.SEQUENCE)
            || reading.asks(Slot.CHANGE)
            || CHANGED.isIn(plan.text())
            || asksSinceWhen(plan)
            || (reading.asks(Slot.AMOUNT) && AT_FIRST.isIn(plan.text())))
        && Charges.isOfADuty(plan.text())
        && !ANSWERED.isIn(plan.text());
  }

  /** "When did the 20 percent end", of a rate that a measure has and is not to have any more. */
  Optional<Verdict> ofARateThatEnded(
      QueryPlan plan, Reading reading, List<Evidence> near, LocalDate day) {
    List<String> rates = AskedNumbers.rates(plan);
    return !reading.asks(Slot.END) || rates.size() != 1 || !Charges.isOfADuty(plan.text())
        ? Optional.empty()
        : of(plan, near, day)
            .filter(
                told ->
                    told.records().getFirst().rates().stream()
                        .filter(rate -> rate.rate().equals(rates.getFirst()))
                        .reduce((_, last) -> last)
                        .filter(rate -> rate.isOver(day))
                        .isPresent());
  }

  /** Whether it is asked when a duty came to be what it is, which its rate tells, too. */
  static boolean asksSinceWhen(QueryPlan plan) {
    return SINCE_WHEN.isIn(plan.text());
  }

  /**
   * That of the measure near that has most of them; empty where none, or more than one duty, has
   * several.
   */
  Optional<Verdict> of(QueryPlan plan, List<Evidence> near, LocalDate day) {
    Optional<Side> imposer = Imposer.of(plan.text());
    List<History> histories =
        near.stream()
            .filter(
                one ->
                    imposer.filter(side -> Imposer.isOthers(side, one.record().side())).isEmpty())
            .flatMap(one -> histories(plan, one, day))
            .filter(History::isOfSeveral)
            .toList();
    return histories.stream()
        .filter(_ -> histories.stream().map(History::goods).distinct().count() == 1)
        .max(Comparator.comparingInt(history -> history.rates().size()))
        .map(
            history ->
                new Verdict(
                    Slot.CHANGE,
                    Stream.concat(
                            Stream.of(history.measure()),
                            history.rates().stream()
                                .flatMap(rate -> generation.find(rate.by()).stream()))
                        .distinct()
                        .toList(),
                    day,
                    null,
                    List.of(),
                    List.of(history.goods())));
  }

  /**
   * Of a duty that is named its one line of goods, by the measure or one whose rate it has set; of
   * several lines that of the goods named, if no other goods are in it.
   */
  private Stream<History> histories(QueryPlan plan, Evidence near, LocalDate day) {
    boolean isNamed = charges.isNamed(plan, near, day);
    String id = near.record().id();
    return generation
        .records()
        .filter(
            one ->
                one.equals(near.record())
                    || (isNamed && one.rates().stream().anyMatch(rate -> rate.by().equals(id))))
        .flatMap(measure -> history(plan, measure, isNamed).stream());
  }

  private Optional<History> history(QueryPlan plan, CorpusRecord measure, boolean isNamed) {
    List<String> lines = measure.rates().stream().map(RatePeriod::of).distinct().toList();
    List<String> meant =
        lines.size() == 1 && isNamed
            ? lines
            : lines.stream().filter(new NamedGoods(plan, generation)::areAlone).toList();
    return meant.size() == 1
        ? Optional.of(new History(measure, meant.getFirst()))
        : Optional.empty();
  }
}
