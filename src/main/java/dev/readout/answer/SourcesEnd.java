package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a time after the last of the sources. Immutable.
 *
 * @param day the last that a source is of; null where there is none
 */
record SourcesEnd(@Nullable LocalDate day) {
  /**
   * "Where was the session of November 2026 held": it has been, as whoever asks believes; so has a
   * paper been published whose number is asked for.
   */
  private static final QuickPattern TOLD_AS_PAST =
      QuickPattern.of(
          "\\b(?:was|were)\\b(?![^?]*\\b(?:asked|meant|due|planned|expected|supposed|scheduled|told|ordered|announced|promised|extended"
              + " (?:to|until|till|through)|set)\\b)|\\b(?:happened|took"
              + " place)\\b|^\\W*(?:which|what)\\b.*\\b(?:citation|documents?|federal"
              + " register|number)\\b");

  /** "The fact sheet of November 2026". */
  private static final QuickPattern OF_A_PAPER =
      QuickPattern.of(
          "\\b(?:fact sheet|statements?|read-?outs?|remarks|press"
              + " (?:conference|briefing)|calls?|meetings?|talks|listings?|additions?|entity"
              + " list)\\b(?: \\w+){0,2}? (?:of |in |from )?"
              + AskedTime.MONTH
              + " [0-9]{4}(?: say| about| cover| contain)?\\W*$");

  /** "How many tons for 2027": what is promised. */
  private static final QuickPattern OF_A_PLAN =
      QuickPattern.of(
          "^(?!.*\\bdid\\b).*\\b(?:for|by|until|to)"
              + " (?:the )?(?:(?:year|end of|"
              + AskedTime.MONTH
              + ") )*20[0-9]{2}\\b");

  /** "How much did China buy in 2027": nobody has seen it. */
  private static final QuickPattern DONE =
      QuickPattern.of(
          "\\bdid\\b(?!.*\\b(?:would|will|until|till|through|extend\\w*|announc\\w*|promis\\w*|agree\\w*|confirm\\w*)\\b)");

  /**
   * Whether it asks for what was after it: "What did Bessent say yesterday", where yesterday is
   * after the last record.
   */
  boolean isPassedBy(QueryPlan plan, Reading reading, LocalDate today) {
    boolean isTold =
        (reading.asks(Shape.COUNTED) && !reading.asks(Shape.NOW) && !OF_A_PLAN.isIn(plan.text()))
            || (!reading.isRange() && TOLD_AS_PAST.isIn(plan.text()))
            || (reading.first() != null
                && !reading.first().isAfter(today)
                && OF_A_PAPER.isIn(plan.text()))
            || (reading.first() != null
                && reading.first().isAfter(today)
                && DONE.isIn(plan.text()));
    return isTold && isBefore(reading);
  }

  /**
   * "What happens after 10 November 2026" asks for what is said of that day, not for later news.
   */
  Reading within(Reading reading) {
    return reading.isRange() && isBefore(reading) ? reading.withoutSpan() : reading;
  }

  /** What an end that is past has become of, where the first statement alone tells of it. */
  List<Missing> since(Reading reading, Statement lead, LocalDate today) {
    return day != null && reading.asks(Slot.END) && LastDay.isPast(lead, day, today)
        ? List.of(missing())
        : List.of();
  }

  boolean isBefore(LocalDate other) {
    return day != null && other.isAfter(day);
  }

  private boolean isBefore(Reading reading) {
    LocalDate first = reading.first();
    return first != null && isBefore(first);
  }

  Missing missing() {
    return new Missing(Missing.Kind.AFTER_THE_SOURCES, String.valueOf(day));
  }
}
