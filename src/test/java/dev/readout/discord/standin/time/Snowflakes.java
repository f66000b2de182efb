package dev.readout.discord.standin.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes Discord's ids: milliseconds since 2015 in the upper bits, so that a client can tell how old
 * a thing is. JDA refuses to answer an interaction whose id is older than fifteen minutes. Unique
 * and rising; thread-safe.
 */
public final class Snowflakes {
  private static final long EPOCH_MILLIS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  public Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  /** A new id of now. */
  public String next() {
    long now = (clock.millis() - EPOCH_MILLIS) << TIME_SHIFT;
    return Long.toString(last.updateAndGet(previous -> Math.max(previous + 1, now)));
  }

  /** The moment at which the id was made, to the millisecond. */
  public static Instant instant(String id) {
    return Instant.ofEpochMilli((Long.parseLong(id) >> TIME_SHIFT) + EPOCH_MILLIS);
  }
}
