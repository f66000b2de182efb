package dev.readout.store;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was received, byte for byte. Immutable, if large: it holds all its bytes, 1 to
 * {@link #MAX_BYTES}.
 */
public final class Snapshot {
  /** Largest document, as of {@code intake}. */
  public static final int MAX_BYTES = 10 << 20;

  private static final Limit FORMAT = new Limit("the format", 1, 40);
  private static final Limit CHARSET = new Limit("the encoding", 1, 60);

  private final byte[] bytes;
  private final String sha256;
  private final String format;
  private final @Nullable String charset;
  private final Instant retrieved;

  private Snapshot(byte[] bytes, String format, @Nullable String charset, Instant retrieved) {
    this.bytes = bytes;
    this.sha256 = Sha256.of(bytes);
    this.format = format;
    this.charset = charset;
    this.retrieved = retrieved.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What these bytes are.
   *
   * @param format a word for what to read them as, up to 40 characters
   * @param charset the encoding that came with them, up to 60 characters; null where none did
   * @param retrieved kept to the millisecond
   */
  public static Snapshot of(
      byte[] bytes, String format, @Nullable String charset, Instant retrieved) {
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a snapshot has 1 to " + MAX_BYTES + " bytes, not " + bytes.length);
    }
    FORMAT.check(format);
    if (charset != null) {
      CHARSET.check(charset);
    }
    return new Snapshot(bytes.clone(), format, charset, retrieved);
  }

  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  public String format() {
    return format;
  }

  public @Nullable String charset() {
    return charset;
  }

  public Instant retrieved() {
    return retrieved;
  }

  public int size() {
    return bytes.length;
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** All bytes, without a copy. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }
}
