package dev.readout.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Questions, one a line, in UTF-8. Holds one line at a time, and of a longer one than {@link
 * #MAX_LINE_CHARS} only the beginning, so that no file is too large. Confined to one thread.
 */
final class QuestionLines implements Closeable {
  /** Far more than a question may have: what is cut off here would be refused anyway. */
  static final int MAX_LINE_CHARS = 10_000;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final BufferedReader reader;
  private int count;

  QuestionLines(InputStream stream) {
    this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    int character = reader.read();
    if (count == 0 && character == BYTE_ORDER_MARK) {
      character = reader.read();
    }
    if (character < 0) {
      return null;
    }
    count++;
    StringBuilder line = new StringBuilder();
    while (character >= 0 && character != '\n') {
      if (line.length() < MAX_LINE_CHARS) {
        line.append((char) character);
      }
      character = reader.read();
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  /** How many lines were read. */
  int count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
