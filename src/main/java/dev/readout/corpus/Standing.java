package dev.readout.corpus;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A measure's legal states over time, oldest first. Immutable. Days that no period covers are not
 * stated: nothing is inferred from the periods around them.
 */
public record Standing(List<StandingPeriod> periods) {

  /** Of records that are not measures. */
  public static final Standing NONE = new Standing(List.of());

  public Standing {
    periods = periods.stream().sorted(Comparator.comparing(StandingPeriod::from)).toList();
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).covers(periods.get(i).from())) {
        throw new IllegalArgumentException(
            "standing overlaps: the state before still holds on " + periods.get(i).from());
      }
    }
  }

  /** The period that covers the day; empty when the record does not state it. */
  public Optional<StandingPeriod> on(LocalDate day) {
    return periods.stream().filter(period -> period.covers(day)).findFirst();
  }

  /** The latest period that ended before the day. */
  public Optional<StandingPeriod> lastBefore(LocalDate day) {
    return periods.stream()
        .filter(period -> period.to() != null && period.to().isBefore(day))
        .reduce((earlier, later) -> later);
  }

  /** The first period that begins after the day. */
  public Optional<StandingPeriod> nextAfter(LocalDate day) {
    return periods.stream().filter(period -> period.from().isAfter(day)).findFirst();
  }
}
