package dev.readout.discord.picture;

/**
 * A picture of at most {@link #MAX_BYTES}, the same in words, as much as Discord takes, and all of
 * it as a table, with the names of who published it. Immutable; the arrays must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String title, byte[] png, String alt, byte[] csv, String sources) {
  /** So that a phone loads it at once. */
  public static final int MAX_BYTES = 300_000;

  /** Of nothing that is recorded. */
  public static final Picture NOTHING = new Picture("", new byte[0], "", new byte[0], "");

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return png.length == 0;
  }
}
