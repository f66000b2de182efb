package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How often somebody may ask: a bucket that holds a minute's worth of asking and fills evenly.
 * Thread-safe.
 */
final class RateLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Past this the longest unused are forgotten, and may ask anew. */
  private static final int MAX_REMEMBERED = 100_000;

  private final Duration between;
  private final InstantSource clock;

  /**
   * When each bucket was, or will be, full: one ask later than that empties it by one. Entries are
   * dropped when the bucket is full again.
   */
  private final Cache<Long, Instant> fullAt =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(MINUTE).build();

  RateLimit(int asksPerMinute, InstantSource clock) {
    this.between = MINUTE.dividedBy(asksPerMinute);
    this.clock = clock;
  }

  /**
   * Counts an ask; when it is one too many it is not counted, and the time to try again returned.
   */
  Optional<Instant> ask(long who) {
    Instant now = clock.instant();
    Instant[] tryAgain = new Instant[1];
    fullAt
        .asMap()
        .compute(
            who,
            (_, before) -> {
              // More than a minute ahead it was counted before the clock was set back.
              boolean counts =
                  before != null && !before.isBefore(now) && !before.isAfter(now.plus(MINUTE));
              Instant full = counts ? before : now;
              Instant after = full.plus(between);
              if (after.isAfter(now.plus(MINUTE))) {
                tryAgain[0] = after.minus(MINUTE);
                return full;
              }
              return after;
            });
    return Optional.ofNullable(tryAgain[0]);
  }
}
