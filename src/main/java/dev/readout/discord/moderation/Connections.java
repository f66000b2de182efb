package dev.readout.discord.moderation;

import java.time.Duration;
import java.util.Set;

/**
 * How the connections to Discord are. Immutable.
 *
 * @param connected shards of this process that are connected
 * @param shards shards of this process
 * @param pingMillis how long the gateway takes to answer; negative before its first answer
 * @param privilegedIntents names of those in use
 * @param clockAhead how far this machine's clock is ahead of Discord's at least
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
