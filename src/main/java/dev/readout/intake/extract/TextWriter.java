package dev.readout.intake.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.readout.intake.extract.PageReader.PageReading.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a page's text and, beside it, the body that knows where its characters stand. */
final class TextWriter {
  static final int MAX_BODY_CHARS = 500_000;

  /** Most characters of the page, menus and all. */
  private static final int MAX_PAGE_CHARS = 2_000_000;

  private static final int NOWHERE = -1;
  private static final String SENTENCE_ENDS = ".。！？!?";

  private final StringBuilder page = new StringBuilder();
  private final StringBuilder unseen = new StringBuilder();
  private final BitSet spoiled = new BitSet();
  private final StringBuilder body = new StringBuilder();
  private final BitSet gaps = new BitSet();
  private final List<Block> blocks = new ArrayList<>();
  private int[] places = new int[1024];
  private int blockStart;
  private boolean heading;

  /** Whether a sentence that begins now has lost its beginning. */
  private boolean afterGap;

  private boolean tooLarge;

  /** What no reader sees; searched all the same, since a script may show it. */
  void unseen(String text) {
    if (unseen.length() + text.length() > MAX_PAGE_CHARS) {
      tooLarge = true;
    } else if (!text.isBlank()) {
      unseen.append(PageText.BLOCK).append(text.strip().replaceAll("\\s+", " "));
    }
  }

  void text(String text, boolean quoted, boolean inHeading, boolean preformatted) {
    if (tooLarge || page.length() + text.length() > MAX_PAGE_CHARS) {
      tooLarge = true;
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted && c == '\n') {
        line(quoted);
      } else {
        character(c, quoted, inHeading);
      }
    }
  }

  /** Notes that the body lacks this here; what stands beside it is no whole sentence then. */
  void leaveOut(String text) {
    String stripped = text.strip();
    if (!stripped.isEmpty()) {
      if (body.length() > blockStart) {
        gaps.set(body.length() - 1);
      }
      afterGap = SENTENCE_ENDS.indexOf(stripped.charAt(stripped.length() - 1)) < 0;
    }
  }

  private void character(char c, boolean quoted, boolean inHeading) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      space(quoted, inHeading);
    } else if (isNotShown(c)) {
      spoiled.set(page.length());
      spoiled.set(Math.max(0, page.length() - 1));
    } else if (isHardSpace(c)) {
      // Where it meets another space a browser shows both.
      boolean another = endsInSpace(page);
      space(quoted, inHeading);
      spoiled.set(Math.max(0, page.length() - 1));
      if (another) {
        spoiled.set(page.length());
      }
    } else {
      if (c == '\uFFFD' || c == '\u3000') {
        spoiled.set(page.length());
      }
      page.append(c);
      if (quoted) {
        quote(c, page.length() - 1, inHeading);
      }
    }
  }

  private void space(boolean quoted, boolean inHeading) {
    if (!endsInSpace(page)) {
      page.append(' ');
    }
    if (quoted) {
      quote(' ', page.length() - 1, inHeading);
    }
  }

  private static boolean endsInSpace(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
  }

  private static boolean isNotShown(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  private static boolean isHardSpace(char c) {
    return c != '\u3000' && Character.isSpaceChar(c);
  }

  /** A line that ends within a block; after a whole sentence a paragraph ends with it. */
  void line(boolean quoted) {
    boolean blank = !page.isEmpty() && page.charAt(page.length() - 1) == PageText.LINE;
    if (quoted && (blank || endsInSentence())) {
      endBlock();
    } else if (quoted) {
      quote(' ', NOWHERE, heading);
    }
    page.append(PageText.LINE);
  }

  private boolean endsInSentence() {
    int last = body.length() - 1;
    while (last >= blockStart && isBlank(body.charAt(last))) {
      last--;
    }
    return last >= blockStart && (SENTENCE_ENDS + "”’；;:：").indexOf(body.charAt(last)) >= 0;
  }

  /** A border that no search crosses. */
  void block() {
    if (!page.isEmpty() && page.charAt(page.length() - 1) != PageText.BLOCK) {
      page.append(PageText.BLOCK);
    }
  }

  /** Something that the body has and the page does not. */
  void literal(String text, boolean inHeading) {
    text.chars().forEach(c -> quote((char) c, NOWHERE, inHeading));
  }

  private void quote(char c, int place, boolean inHeading) {
    boolean blank = isBlank(c);
    if (body.length() == blockStart) {
      if (blank) {
        return;
      }
      heading = inHeading;
    } else if (c == ' ' && body.charAt(body.length() - 1) == ' ') {
      return;
    }
    heading &= inHeading;
    if (body.length() >= MAX_BODY_CHARS) {
      tooLarge = true;
      return;
    }
    if (body.length() + 2 >= places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[body.length()] = place;
    if (afterGap && !blank) {
      gaps.set(body.length());
      afterGap = false;
    }
    body.append(c);
  }

  void endBlock() {
    afterGap = false;
    int end = body.length();
    while (end > blockStart && isBlank(body.charAt(end - 1))) {
      end--;
    }
    body.setLength(end);
    if (body.substring(blockStart).chars().noneMatch(Character::isLetterOrDigit)) {
      gaps.clear(blockStart, Math.max(end, blockStart) + 1);
      body.setLength(blockStart);
      return;
    }
    blocks.add(new Block(blockStart, end, heading));
    Arrays.fill(places, end, end + 2, NOWHERE);
    body.append("\n\n");
    blockStart = body.length();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** All that was written; null where it is more than the limits allow. */
  PageReader.@Nullable PageReading reading() {
    endBlock();
    if (tooLarge) {
      return null;
    }
    while (!blocks.isEmpty() && blocks.getLast().heading()) {
      blocks.removeLast(); // what it stood over was left out
    }
    int end = blocks.isEmpty() ? 0 : blocks.getLast().end();
    int seen = page.length();
    page.append(unseen);
    return new PageReader.PageReading(
        PageText.of(page.toString(), seen, spoiled),
        body.substring(0, end),
        Arrays.copyOf(places, end),
        gaps,
        blocks);
  }

  /**
   * All text of a page as a browser searches it, first the characters that are seen; in spoiled
   * places a browser's is not quite this. Edges are where words begin or end; folded it has no
   * case, accents, forms of marks and spaces, but as many characters. Not changed once made.
   */
  record PageText(String text, int seen, BitSet spoiled, BitSet edges, String folded) {
    /** Stands for a line break within a block. */
    static final char LINE = '\n';

    /** Stands between blocks. */
    static final char BLOCK = '\f';

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();

    static PageText of(String text, int seen, BitSet spoiled) {
      return new PageText(text, seen, spoiled, edges(text), folded(text));
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
}
