package dev.readout.discord.soak;

import dev.readout.discord.standin.interaction.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When the bot had no connection to the gateway: what is done then may be lost, as at Discord, but
 * must not be answered twice. Thread-safe.
 */
final class Outages {
  /** What is done just before may be on its way when the connection ends. */
  private static final Duration BEFORE = Duration.ofSeconds(1);

  private record Outage(Predicate<String> servers, Instant from, @Nullable Instant to) {
    boolean covers(Interaction done) {
      Instant moment = done.madeAt();
      return !moment.isBefore(from)
          && (to == null || !moment.isAfter(to))
          && servers.test(done.payload().path("guild_id").asText());
    }
  }

  private final List<Outage> outages = new ArrayList<>();

  /** The connection is about to end. */
  synchronized void begin() {
    begin(BEFORE, _ -> true);
  }

  /**
   * For some servers, by their ids, the empty one for what is outside of servers.
   *
   * @param before what was done in this time may go unanswered too
   */
  synchronized void begin(Duration before, Predicate<String> servers) {
    outages.add(new Outage(servers, Instant.now().minus(before), null));
  }

  /** It is there again. */
  synchronized void end() {
    Outage last = outages.removeLast();
    outages.add(new Outage(last.servers, last.from, Instant.now()));
  }

  synchronized boolean covers(Interaction done) {
    return outages.stream().anyMatch(outage -> outage.covers(done));
  }
}
