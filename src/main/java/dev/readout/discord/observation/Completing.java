package dev.readout.discord.observation;

/** How completions came about. */
public enum Completing {
  /** Choices were made in time, perhaps none. */
  MADE,
  /** Not in time, so that none were offered. */
  LATE,
  /** Too many were being made. */
  BUSY,
  /** A mistake of ours. */
  FAILED
}
