package dev.readout.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to look again at what could not be had. Pure functions. */
final class BackOff {
  private static final Duration LONGEST = Duration.ofDays(14);
  private static final int MAX_DOUBLINGS = 10;

  private BackOff() {}

  /**
   * After the usual time, twice as long after each failure, two weeks at most; not before the
   * server says.
   *
   * @param failures in a row, from 1
   * @param retryAfter how long the server asks to be left alone; null for not
   */
  public static Instant next(
      Instant now, Duration usual, int failures, @Nullable Duration retryAfter) {
    Duration doubled = usual.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
    Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now.plus(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
  }
}
