package dev.readout.discord.standin.place;

/**
 * A text channel of a server.
 *
 * @param id a snowflake
 * @param isReadOnly whether only those who manage the server may write there
 */
public record Channel(String id, String name, boolean isReadOnly) {
  /** One where everybody may write. */
  public Channel(String id, String name) {
    this(id, name, false);
  }
}
