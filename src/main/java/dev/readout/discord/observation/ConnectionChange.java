package dev.readout.discord.observation;

/** What happens to a shard's connection to Discord. */
public enum ConnectionChange {
  /** It is there, in the first session. */
  READY,
  /** It was lost and is being made again. */
  LOST,
  /** It is there again; nothing was missed. */
  RESUMED,
  /** It is there again, in a new session. */
  RECREATED
}
