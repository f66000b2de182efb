package dev.readout.discord;

/**
 * How the connections to Discord are. Immutable.
 *
 * @param connected shards of this process that are connected
 * @param shards shards of this process
 * @param pingMillis how long the gateway takes to answer; negative before its first answer
 */
public record Connections(int connected, int shards, long pingMillis) {

  /** Whether every shard is connected, and there is one. */
  public boolean areAllUp() {
    return shards > 0 && connected == shards;
  }
}
