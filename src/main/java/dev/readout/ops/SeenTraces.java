package dev.readout.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for an hour which traces were logged, so that a failure that comes back every minute,
 * or with every question, is told each time but its trace is not. Thread-safe.
 */
final class SeenTraces {
  static final Duration REMEMBERED = Duration.ofHours(1);

  private static final int MAX_REMEMBERED = 200;

  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /** When the same was logged with its trace; empty if it is to be logged now. */
  synchronized Optional<Instant> before(String what, Instant now) {
    Instant last = seen.get(what);
    if (last != null && now.isBefore(last.plus(REMEMBERED))) {
      return Optional.of(last);
    }
    seen.remove(what);
    if (seen.size() == MAX_REMEMBERED) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(what, now);
    return Optional.empty();
  }
}
