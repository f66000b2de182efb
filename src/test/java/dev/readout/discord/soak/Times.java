package dev.readout.discord.soak;

import java.time.Duration;

/**
 * How long something took, to the millisecond and up to a minute; what took longer counts as a
 * minute. Of the same size however much is added. Thread-safe.
 */
final class Times {
  private static final int LONGEST_MILLIS = 60_000;

  private final int[] byMillis = new int[LONGEST_MILLIS + 1];
  private long number;

  synchronized void add(Duration took) {
    int millis = Math.clamp(took.toMillis(), 0, LONGEST_MILLIS);
    byMillis[millis]++;
    number++;
  }

  /** How many were added. */
  synchronized long number() {
    return number;
  }

  /** How many took at most so long. */
  synchronized long within(Duration most) {
    long seen = 0;
    for (int millis = 0; millis <= Math.min(LONGEST_MILLIS, most.toMillis()); millis++) {
      seen += byMillis[millis];
    }
    return seen;
  }

  /**
   * The milliseconds that this share of them took at most; 0 where there are none.
   *
   * @param share 0.5 for the median, 1 for the longest
   */
  synchronized int millis(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * number));
    long seen = 0;
    for (int millis = 0; millis <= LONGEST_MILLIS && number > 0; millis++) {
      seen += byMillis[millis];
      if (seen >= wanted) {
        return millis;
      }
    }
    return 0;
  }
}
