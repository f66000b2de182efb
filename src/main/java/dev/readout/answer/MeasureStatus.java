package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measure's legal state on a day: what holds, null when no record states it; the latest that
 * ended before; and the first that begins after, null for nothing later in the sources. Immutable.
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
