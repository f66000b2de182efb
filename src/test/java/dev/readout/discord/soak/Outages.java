package dev.readout.discord.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the bot had no connection to the gateway: what is done then may be lost, as at Discord, but
 * must not be answered twice. Thread-safe.
 */
final class Outages {
  /** What is done just before may be on its way when the connection ends. */
  private static final Duration BEFORE = Duration.ofSeconds(1);

  private record Outage(Instant from, @Nullable Instant to) {
    boolean covers(Instant moment) {
      return !moment.isBefore(from) && (to == null || !moment.isAfter(to));
    }
  }

  private final List<Outage> outages = new ArrayList<>();

  /** The connection is about to end. */
  synchronized void begin() {
    outages.add(new Outage(Instant.now().minus(BEFORE), null));
  }

  /** It is there again. */
  synchronized void end() {
    outages.add(new Outage(outages.removeLast().from, Instant.now()));
  }

  synchronized boolean covers(Instant moment) {
    return outages.stream().anyMatch(outage -> outage.covers(moment));
  }
}
