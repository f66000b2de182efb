package dev.readout.intake.original;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A document as it was received. Immutable, if large: it holds all its bytes. */
public final class Original {
  /** Largest document, after decompression. */
  public static final int MAX_BYTES = 10 << 20;

  private final byte[] bytes;
  private final Format format;
  private final @Nullable Charset declared;
  private final String sha256;

  private Original(byte[] bytes, Format format, @Nullable Charset declared) {
    this.bytes = bytes;
    this.format = format;
    this.declared = declared;
    this.sha256 = Sha256.of(bytes);
  }

  /**
   * A document of these bytes.
   *
   * @param declared what whoever sent it says its encoding is; null where nothing was said
   * @throws IllegalArgumentException for none or more than {@link #MAX_BYTES} bytes
   */
  public static Original of(byte[] bytes, Format format, @Nullable Charset declared) {
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a document has 1 to " + MAX_BYTES + " bytes");
    }
    return new Original(bytes.clone(), format, declared);
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** All bytes, without a copy. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  public int size() {
    return bytes.length;
  }

  public Format format() {
    return format;
  }

  public @Nullable Charset declaredCharset() {
    return declared;
  }

  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }
}
