package dev.readout.intake.extract;

import java.lang.Character.UnicodeScript;

/**
 * Puts the lines of a paragraph on one line. A line break is a space, but nothing between Chinese
 * characters, which are set without, nor after a hyphen, which stays: whether it belongs to the
 * word cannot be told. A soft hyphen says of itself that it does not, and goes.
 */
final class LineJoin {
  private static final char SOFT_HYPHEN = '\u00AD';

  private LineJoin() {}

  static void append(StringBuilder paragraph, String line) {
    if (line.isEmpty()) {
      return;
    }
    if (!paragraph.isEmpty()) {
      int last = paragraph.codePointBefore(paragraph.length());
      if (last == SOFT_HYPHEN) {
        paragraph.setLength(paragraph.length() - 1);
      } else if (!isBrokenWord(paragraph, line) && !(isWide(last) && isWide(line.codePointAt(0)))) {
        paragraph.append(' ');
      }
    }
    paragraph.append(line);
  }

  /** A hyphen between letters; one after a space is a dash. */
  private static boolean isBrokenWord(StringBuilder paragraph, String line) {
    int length = paragraph.length();
    char last = paragraph.charAt(length - 1);
    return (last == '-' || last == '\u2010')
        && length > 1
        && Character.isLetterOrDigit(paragraph.charAt(length - 2))
        && Character.isLetterOrDigit(line.codePointAt(0));
  }

  /** Set without spaces: Chinese characters and the punctuation that is as wide as they are. */
  private static boolean isWide(int c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFFEF)
        || c == '“'
        || c == '”'
        || c == '‘'
        || c == '’'
        || c == '—'
        || c == '…';
  }
}
