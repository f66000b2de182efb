package dev.readout.store;

import dev.readout.corpus.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document as received, 1 to {@link #MAX_BYTES} bytes, read when needed, with its SHA-256, a word
 * for its format (40 characters), the encoding that came with it (60), and when, in milliseconds.
 * Immutable.
 */
public record Snapshot(
    int size,
    String sha256,
    Supplier<byte[]> content,
    String format,
    @Nullable String charset,
    Instant retrieved) {
  /** Largest document, as of {@code intake}. */
  public static final int MAX_BYTES = 10 << 20;

  private static final Limit FORMAT = new Limit("the format", 1, 40);
  private static final Limit CHARSET = new Limit("the encoding", 1, 60);

  public Snapshot {
    if (size == 0 || size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a snapshot has 1 to " + MAX_BYTES + " bytes, not " + size);
    }
    FORMAT.check(format);
    CHARSET.check(charset);
    retrieved = retrieved.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Snapshot of(
      byte[] bytes, String format, @Nullable String charset, Instant retrieved) {
    return new Snapshot(bytes.length, Sha256.of(bytes), bytes::clone, format, charset, retrieved);
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    return content.get();
  }
}
