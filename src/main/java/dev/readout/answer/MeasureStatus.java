package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measure's legal state on a day. Immutable.
 *
 * @param measure a restriction, countermeasure or agreement
 * @param day the day asked for
 * @param current what holds on the day; null when no record states it
 * @param before the latest state that ended before the day; null for none
 * @param next the first state that begins after the day, or null: nothing later in the sources
 */
public record MeasureStatus(
    CorpusRecord measure,
    LocalDate day,
    @Nullable StandingPeriod current,
    @Nullable StandingPeriod before,
    @Nullable StandingPeriod next) {

  /** The state on the day; empty for a record that is no measure. */
  public static Optional<MeasureStatus> of(CorpusRecord record, LocalDate day) {
    if (!record.kind().isMeasure()) {
      return Optional.empty();
    }
    return Optional.of(
        new MeasureStatus(
            record,
            day,
            record.standing().on(day).orElse(null),
            record.standing().lastBefore(day).orElse(null),
            record.standing().nextAfter(day).orElse(null)));
  }

  /** Whether any record states what holds on the day. */
  public boolean isStated() {
    return current != null;
  }
}
