package dev.readout.intake.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fetching is bounded. Immutable.
 *
 * @param allowLoopback for tests only: loopback addresses pass, on any port
 * @param within the whole of a fetch, waiting for the host's turn, robots.txt and redirects
 *     included; 100 ms to 60 s
 * @param contact whom a site may write to; null for none
 * @param proxy that speaks HTTP, through which all is fetched but the bridge; null for none
 * @param bridge the one address, by scheme, host and port, that may be in a private network; null
 *     for none
 */
public record FetchSettings(
    boolean allowLoopback,
    Duration within,
    @Nullable String contact,
    @Nullable URI proxy,
    @Nullable URI bridge) {
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

  /** Straight to public addresses. */
  public FetchSettings(boolean allowLoopback, Duration within) {
    this(allowLoopback, within, null, null, null);
  }
}
