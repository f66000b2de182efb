package dev.readout.discord.observation;

/** How an interaction was dealt with. */
public enum Ending {
  /** Discord took the reply. */
  REPLIED,
  /** All places were taken, or its server had its share of them. */
  BUSY,
  /** The member or the server had asked too often. */
  TOO_OFTEN,
  /** It is not for who asked, or not possible where they asked. */
  NOT_ALLOWED,
  /** A mistake of ours; they were told so. */
  FAILED,
  /** Discord did not take the acknowledgement. */
  NOT_ACKNOWLEDGED,
  /** Discord did not take the reply. */
  NOT_TAKEN;

  /** Whether nothing was worked out for it. */
  boolean isTurnedAway() {
    return this == BUSY || this == TOO_OFTEN || this == NOT_ALLOWED;
  }
}
