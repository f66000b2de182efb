package dev.readout.intake.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a document, in memory or in a {@link Spool}. Closed by whoever has it last. */
public interface Content extends AutoCloseable {
  int size();

  /** All bytes, from the first. */
  InputStream stream();

  /** Gives up the bytes. */
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
