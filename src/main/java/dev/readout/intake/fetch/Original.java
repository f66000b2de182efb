package dev.readout.intake.fetch;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A document as it was received. Immutable; whoever has it last closes it. */
public final class Original implements AutoCloseable {
  /** Largest document, after decompression. */
  public static final int MAX_BYTES = 10 << 20;

  private final Content content;
  private final Format format;
  private final @Nullable Charset declared;
  private final String sha256;

  private Original(Content content, Format format, @Nullable Charset declared) {
    this.content = content;
    this.format = format;
    this.declared = declared;
    try (InputStream bytes = content.stream()) {
      this.sha256 = Sha256.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document of 1 to {@link #MAX_BYTES} bytes, in the encoding its sender says, if any. */
  public static Original of(Content content, Format format, @Nullable Charset declared) {
    if (content.size() == 0 || content.size() > MAX_BYTES) {
      throw new IllegalArgumentException("a document has 1 to " + MAX_BYTES + " bytes");
    }
    return new Original(content, format, declared);
  }

  /** A document in memory, of a copy of these bytes. */
  public static Original of(byte[] bytes, Format format, @Nullable Charset declared) {
    return of(Content.of(bytes.clone()), format, declared);
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    try (InputStream bytes = content.stream()) {
      return bytes.readNBytes(content.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All bytes, without a copy. */
  public InputStream stream() {
    return content.stream();
  }

  public int size() {
    return content.size();
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

  @Override
  public void close() {
    content.close();
  }

  /** The bytes of a document, in memory or in a {@link Spool}. Closed by whoever has it last. */
  public interface Content extends AutoCloseable {
    int size();

    InputStream stream();

    @Override
    void close();

    /** Bytes in memory, which nobody may change from now on. */
    static Content of(byte[] bytes) {
      return new Content() {
        @Override
        public int size() {
          return bytes.length;
        }

        @Override
        public InputStream stream() {
          return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
          // Memory needs nobody's help.
        }
      };
    }
  }
}
