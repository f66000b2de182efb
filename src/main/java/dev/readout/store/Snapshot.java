package dev.readout.store;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was received, byte for byte. Immutable.
 *
 * @param size 1 to {@link #MAX_BYTES}
 * @param sha256 of the bytes, 64 hexadecimal digits
 * @param content reads the bytes when they are needed; the result is the caller's own
 * @param format a word for what to read them as, up to 40 characters
 * @param charset the encoding that came with them, up to 60 characters; null where none did
 * @param retrieved kept to the millisecond
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

  /** What these bytes are. */
  public static Snapshot of(
      byte[] bytes, String format, @Nullable String charset, Instant retrieved) {
    return new Snapshot(bytes.length, Sha256.of(bytes), bytes::clone, format, charset, retrieved);
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    return content.get();
  }

  /** All bytes, in order. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }
}
