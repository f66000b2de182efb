package dev.readout.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many columns of a terminal a text takes: two for a wide or full-width character, none for a
 * combining or invisible one, one for any other. Ambiguous widths count as narrow, as terminals
 * outside East Asia draw them. Source: Unicode Standard Annex #11.
 *
 * <p>Breaks a text into lines of a width in columns. Between Chinese characters a line may end
 * where Unicode Standard Annex #14 allows it, so never before a full stop; elsewhere only at a
 * space, so that addresses and ids stay whole, even where they are longer than the line.
 */
final class TextWidth {
  /** Stands between the parts of a source line; it ends a line rather than beginning one. */
  private static final int SEPARATOR = '·';

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
  }

  static List<String> lines(String text, int columns) {
    if (of(text) <= columns) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String piece : pieces(text)) {
      int pieceWidth = of(piece.stripTrailing());
      if (width > 0 && width + pieceWidth > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        width = 0;
      }
      line.append(piece);
      width += of(piece);
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
    return atSpace || isWide(before) || isWide(after);
  }
}
