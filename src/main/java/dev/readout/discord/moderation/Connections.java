package dev.readout.discord.moderation;

import java.time.Duration;
import java.util.Set;

/**
 * How the connections to Discord are: shards of this process, milliseconds that the gateway takes
 * (negative before its first answer), and how far at least this machine's clock is ahead of
 * Discord's. Immutable.
 */
public record Connections(
    int connected,
    int shards,
    long pingMillis,
    Set<String> privilegedIntents,
    Duration clockAhead) {
  public Connections {
    privilegedIntents = Set.copyOf(privilegedIntents);
  }

  /** Whether every shard is connected, and there is one. */
  public boolean areAllUp() {
    return shards > 0 && connected == shards;
  }
}
