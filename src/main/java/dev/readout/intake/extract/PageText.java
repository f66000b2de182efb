package dev.readout.intake.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;

/**
 * All the text of a page as a browser searches it: what is seen, menus and banners included, then
 * what is not seen now but may be later. White space is collapsed. Immutable.
 */
final class PageText {
  /** Stands for a line break within a block. */
  static final char LINE = '\n';

  /** Stands between blocks. */
  static final char BLOCK = '\f';

  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();

  private final String text;
  private final int seen;
  private final BitSet spoiled;
  private final BitSet edges;
  private final String folded;

  /**
   * @param seen how many characters, from the first, are seen
   * @param spoiled places where the browser's text is not quite this one: a character that is not
   *     shown was left out, or a space stands for another character
   */
  PageText(String text, int seen, BitSet spoiled) {
    this.text = text;
    this.seen = seen;
    this.spoiled = spoiled;
    this.edges = edges(text);
    this.folded = folded(text);
  }

  private static BitSet edges(String text) {
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text);
    BitSet edges = new BitSet(text.length() + 1);
    for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
      edges.set(at);
    }
    return edges;
  }

  String text() {
    return text;
  }

  int seen() {
    return seen;
  }

  boolean isSpoiled(int from, int to) {
    int next = spoiled.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /** Whether a word begins or ends before this character. */
  boolean isEdge(int at) {
    return edges.get(at);
  }

  /** The next place after this one where a word begins or ends. */
  int nextEdge(int after) {
    int next = edges.nextSetBit(after + 1);
    return next < 0 ? text.length() : next;
  }

  /**
   * The text with differences taken away that browsers overlook: case, accents, forms of quotation
   * marks, kinds of space. As long as the text, so that places stay the same.
   */
  String folded() {
    return folded;
  }

  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(folded(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char folded(char c) {
    if (c < 0x80) {
      return c == LINE ? ' ' : Character.toLowerCase(c);
    }
    if (Character.isIdeographic(c) || Character.isSurrogate(c)) {
      return c;
    }
    if (Character.isSpaceChar(c)) {
      return ' ';
    }
    return switch (c) {
      case '‘', '’' -> '\'';
      case '“', '”' -> '"';
      default -> {
        String parts = DECOMPOSED.getDecomposition(c);
        boolean one = parts != null && (parts.length() == 1 || isMark(parts.charAt(1)));
        yield Character.toLowerCase(one ? parts.charAt(0) : c);
      }
    };
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
