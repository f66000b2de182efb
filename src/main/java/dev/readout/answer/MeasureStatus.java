package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.Objects;
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

  /**
   * Whether it is the standing of what a statement tells: of its record's own measure or, where a
   * compiled record tells of a measure's last known day that is past, of that measure.
   */
  public boolean isOf(Snippet snippet) {
    CorpusRecord record = snippet.record();
    return measure.equals(record)
        || (!record.kind().isMeasure()
            && record.relates().contains(measure.id())
            && current == null
            && before != null
            && DateMention.in(snippet.statement().text()).stream()
                .anyMatch(date -> Objects.equals(date.last(), before.to())));
  }

  /** Whether any record states what holds on the day. */
  public boolean isStated() {
    return current != null;
  }
}
