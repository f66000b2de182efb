package dev.readout.discord.moderation;

import java.util.Set;

/**
 * How the connections to Discord are. Immutable.
 *
 * @param connected shards of this process that are connected
 * @param shards shards of this process
 * @param pingMillis how long the gateway takes to answer; negative before its first answer
 * @param privilegedIntents names of those in use
 */
public record GatewayState(
    int connected, int shards, long pingMillis, Set<String> privilegedIntents) {
  public GatewayState {
    privilegedIntents = Set.copyOf(privilegedIntents);
  }
}
