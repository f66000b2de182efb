package dev.readout.corpus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One state of a measure and the days it holds. Immutable.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; null when the record names none
 * @param state the legal state on each of these days
 * @param by id of the record that proves it
 */
public record StandingPeriod(LocalDate from, @Nullable LocalDate to, LegalState state, String by) {

  public StandingPeriod {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("standing ends on " + to + " before it begins on " + from);
    }
  }

  /** The same state on other days. */
  StandingPeriod within(LocalDate first, @Nullable LocalDate last) {
    return new StandingPeriod(first, last, state, by);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
