package dev.readout.store;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was received, byte for byte: 1 to {@link #MAX_BYTES}, which are read when they
 * are needed. Immutable.
 */
public final class Snapshot {
  /** Largest document, as of {@code intake}. */
  public static final int MAX_BYTES = 10 << 20;

  private static final Limit FORMAT = new Limit("the format", 1, 40);
  private static final Limit CHARSET = new Limit("the encoding", 1, 60);

  private final int size;
  private final Supplier<byte[]> bytes;
  private final String sha256;
  private final String format;
  private final @Nullable String charset;
  private final Instant retrieved;

  private Snapshot(
      int size,
      String sha256,
      Supplier<byte[]> bytes,
      String format,
      @Nullable String charset,
      Instant retrieved) {
    this.size = size;
    this.sha256 = sha256;
    this.bytes = bytes;
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
    return of(bytes.length, Sha256.of(bytes), bytes::clone, format, charset, retrieved);
  }

  /**
   * What these bytes are.
   *
   * @param bytes reads them; the result is the caller's own
   */
  public static Snapshot of(
      int size,
      String sha256,
      Supplier<byte[]> bytes,
      String format,
      @Nullable String charset,
      Instant retrieved) {
    if (size == 0 || size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a snapshot has 1 to " + MAX_BYTES + " bytes, not " + size);
    }
    FORMAT.check(format);
    CHARSET.check(charset);
    return new Snapshot(size, sha256, bytes, format, charset, retrieved);
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
    return size;
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    return bytes.get();
  }

  /** All bytes, in order. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes.get());
  }
}
