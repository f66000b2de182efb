package dev.readout.cli.page;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks a text into lines of a width in columns. Between Chinese characters a line may end where
 * Unicode Standard Annex #14 allows it, so never before a full stop; elsewhere only at a space, so
 * that addresses and ids stay whole, even where they are longer than the line.
 */
final class LineBreaker {
  /** Stands between the parts of a source line; it ends a line rather than beginning one. */
  private static final int SEPARATOR = '·';

  private LineBreaker() {}

  static List<String> lines(String text, int columns) {
    if (DisplayWidth.of(text) <= columns) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String piece : pieces(text)) {
      int pieceWidth = DisplayWidth.of(piece.stripTrailing());
      if (width > 0 && width + pieceWidth > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        width = 0;
      }
      line.append(piece);
      width += DisplayWidth.of(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The text in pieces that stay together; joined, they are the text. */
  private static List<String> pieces(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || isAllowed(text, end)) {
        pieces.add(text.substring(start, end));
        start = end;
      }
    }
    return pieces;
  }

  private static boolean isAllowed(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    boolean atSpace = Character.isWhitespace(before) && after != SEPARATOR;
    return atSpace || DisplayWidth.isWide(before) || DisplayWidth.isWide(after);
  }
}
