package dev.readout.intake.fetch;

import java.time.Duration;

/**
 * How fetching is bounded. Immutable.
 *
 * @param allowLoopback for tests only: loopback addresses pass, on any port
 * @param within the whole of a fetch, waiting for the host's turn, robots.txt and redirects
 *     included; 100 ms to 60 s
 */
public record FetchSettings(boolean allowLoopback, Duration within) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** 20 s, public addresses only. */
  public static final FetchSettings STANDARD = new FetchSettings(false, Duration.ofSeconds(20));

  public FetchSettings {
    if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "not within " + SHORTEST + " to " + LONGEST + ": " + within);
    }
  }
}
