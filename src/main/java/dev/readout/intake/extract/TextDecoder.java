package dev.readout.intake.extract;

import dev.readout.intake.original.Original;
import java.util.Optional;

/** Bytes of plain text and Markdown to text with one kind of line end. Pure functions. */
final class TextDecoder {
  /** More control characters than this are not text. */
  private static final double MAX_CONTROLS = 0.01;

  private TextDecoder() {}

  /** The text, with {@code \n} for every line end; empty if the bytes are none. */
  static Optional<String> decode(Original original) {
    String text = PageDecoder.decode(original);
    long controls = text.chars().filter(TextDecoder::isControl).count();
    return controls > text.length() * MAX_CONTROLS ? Optional.empty() : Optional.of(clean(text));
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\f", "\n\n")
        .chars()
        .filter(c -> !isControl(c))
        .forEach(c -> clean.append((char) c));
    return clean.toString();
  }
}
