package dev.readout.discord.picture;

/**
 * A picture, and the same in words and as a table. Immutable; the arrays must not be changed.
 *
 * @param title what it shows
 * @param png at most {@link #MAX_BYTES}
 * @param alt the same in words, as much as Discord takes
 * @param csv all of it, what had no room in the picture too
 * @param sources names of who published what it is drawn from
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
