package dev.readout.index;

/** What a build is doing, in this order. */
public enum BuildStep {
  /** Reading the records; done and reported by who builds. */
  READ,
  /** Making documents of records. */
  CUT,
  /** Writing and merging them; cannot be cancelled midway. */
  WRITE,
  /** Reading them back. */
  VERIFY,
  /** Making the generation the current one. */
  SWAP
}
