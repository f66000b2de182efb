package dev.readout.discord.standin.message;

/** The flags of messages that the stand-in knows, as Discord's bits. */
public enum MessageFlag {
  SUPPRESS_EMBEDS(2),
  EPHEMERAL(6),
  LOADING(7),
  SUPPRESS_NOTIFICATIONS(12),
  IS_COMPONENTS_V2(15);

  private final int bit;

  MessageFlag(int shift) {
    this.bit = 1 << shift;
  }

  /** The flag as one bit. */
  public int bit() {
    return bit;
  }

  /** True if the bits contain it. */
  public boolean isIn(int bits) {
    return (bits & bit) != 0;
  }
}
