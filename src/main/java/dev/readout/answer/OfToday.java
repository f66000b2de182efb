package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked as of today, though no word says so, and which measures say nothing of today. */
final class OfToday {
  private static final Pattern OF_TODAY =
      Pattern.compile(
          "\\b(?:what(?:'s|’s|s)|is|are|do|does|pays?|needs?|requires?|required)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_THEN =
      Pattern.compile(
          "\\b(?:did|was|were|had|would|before|after|peak)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern LICENCE =
      Pattern.compile("\\b(?:licen[cs]e|permit|permission)\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<LegalState> OVER =
      EnumSet.of(LegalState.SUPERSEDED, LegalState.RESCINDED, LegalState.EXPIRED);

  private OfToday() {}

  /** What is charged, or needs a licence, is asked as of today, without "now". */
  static boolean isAsked(QueryPlan plan, Reading reading) {
    String text = plan.text();
    return !reading.hasSpan()
        && OF_TODAY.matcher(text).find()
        && !OF_THEN.matcher(text).find()
        && (reading.asks(Slot.AMOUNT) ? Imposer.isOfADuty(text) : LICENCE.matcher(text).find());
  }

  /** Whether it is a measure that is no more: it says nothing of today. */
  static boolean isOver(CorpusRecord record, LocalDate asOf) {
    return record.standing().on(asOf).map(StandingPeriod::state).filter(OVER::contains).isPresent();
  }

  /** Whether it is a measure that is no more or was paused, whatever became of the pause. */
  static boolean isStopped(CorpusRecord record, LocalDate asOf) {
    return MeasureStatus.of(record, asOf)
        .map(status -> status.current() == null ? status.before() : status.current())
        .filter(period -> period.state() == LegalState.SUSPENDED || OVER.contains(period.state()))
        .isPresent();
  }
}
