package dev.readout.intake.fetch;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was received, in the encoding that its sender says, if any, and the SHA-256 of
 * its bytes, 64 hexadecimal digits. Immutable; whoever has it last closes it.
 */
public record Original(
    Content content, Format format, @Nullable Charset declaredCharset, String sha256)
    implements AutoCloseable {
  /** Largest document, after decompression. */
  public static final int MAX_BYTES = 10 << 20;

  /** A document of 1 to {@link #MAX_BYTES} bytes. */
  public static Original of(Content content, Format format, @Nullable Charset declared) {
    if (content.size() == 0 || content.size() > MAX_BYTES) {
      throw new IllegalArgumentException("a document has 1 to " + MAX_BYTES + " bytes");
    }
    try (InputStream bytes = content.stream()) {
      return new Original(content, format, declared, Sha256.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
