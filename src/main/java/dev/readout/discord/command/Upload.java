package dev.readout.discord.command;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that somebody attached, still at Discord. Immutable.
 *
 * @param name as the sender called it, any characters
 * @param bytes its size as Discord says
 * @param contentType as Discord says; empty where it does not
 * @param content reads it
 */
public record Upload(String name, long bytes, String contentType, Content content) {

  /** Where the file's bytes come from. */
  @FunctionalInterface
  public interface Content {
    /**
     * Reads the file from Discord and nowhere else; slow.
     *
     * @param to is written by another thread, and no longer once this returns or throws
     * @param maxBytes how long it may be
     * @throws IOException when it is longer, cannot be read, or takes longer than 30 seconds
     */
    void copy(OutputStream to, int maxBytes) throws IOException;
  }

  /** The same as {@link Content#copy}. */
  public void copy(OutputStream to, int maxBytes) throws IOException {
    if (bytes > maxBytes) {
      throw new IOException("%d bytes are more than %d".formatted(bytes, maxBytes));
    }
    content.copy(to, maxBytes);
  }
}
