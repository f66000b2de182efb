package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often somebody may ask: a bucket that holds a minute's worth of asking and fills evenly.
 * Thread-safe.
 */
final class RateLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Past this the longest unused are forgotten, and may ask anew. */
  private static final int MAX_REMEMBERED = 100_000;

  private final long betweenNanos;
  private final LongSupplier nanos;

  /**
   * When each bucket was, or will be, full: one ask later than that empties it by one. Entries are
   * dropped when the bucket is full again.
   */
  private final Cache<Long, Long> fullAt =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(MINUTE).build();

  /**
   * By a clock that nobody sets.
   *
   * @param nanos nanoseconds since some moment, such as {@link System#nanoTime}
   */
  RateLimit(int asksPerMinute, LongSupplier nanos) {
    this.betweenNanos = MINUTE.dividedBy(asksPerMinute).toNanos();
    this.nanos = nanos;
  }

  /** Counts an ask; when it is one too many it is not counted, and how long to wait is returned. */
  Optional<Duration> ask(long who) {
    long now = nanos.getAsLong();
    long[] wait = new long[1];
    fullAt
        .asMap()
        .compute(
            who,
            (_, before) -> {
              long full = before == null || before - now < 0 ? now : before;
              long after = full + betweenNanos;
              wait[0] = after - now - MINUTE.toNanos();
              return wait[0] > 0 ? full : after;
            });
    return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
  }
}
