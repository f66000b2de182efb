package dev.readout.answer.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds what stands between quotation marks, of whatever kind. Marks that nothing closes, and
 * apostrophes, are none. Confined to one thread; time grows with the length of the text.
 */
final class QuotationMarks {
  /** Marks open at one time; with more the first are taken for stray ones. */
  private static final int MAX_OPEN = 16;

  /** What closes each opening mark; German and Swedish ones included. */
  private static final Map<Character, String> CLOSING =
      Map.ofEntries(
          Map.entry('“', "”\"＂"),
          Map.entry('”', "”"),
          Map.entry('„', "“”\""),
          Map.entry('"', "\"”"),
          Map.entry('＂', "＂\""),
          Map.entry('«', "»"),
          Map.entry('»', "«"),
          Map.entry('‹', "›"),
          Map.entry('「', "」"),
          Map.entry('『', "』"),
          Map.entry('｢', "｣"),
          Map.entry('﹁', "﹂"),
          Map.entry('﹃', "﹄"),
          Map.entry('〝', "〞〟"),
          Map.entry('‘', "’'"),
          Map.entry('‚', "‘’"),
          Map.entry('\'', "'’"));

  private static final String APOSTROPHES = "'’‘";

  /** These open only where a word may begin, since they also close, or stand for inches. */
  private static final String OPEN_BEFORE_A_WORD = "\"＂”»'‘";

  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Span> found = new ArrayList<>();

  /**
   * A stretch of a text.
   *
   * @param start first character, in UTF-16 units
   * @param end one past the last
   */
  record Span(int start, int end) {
    boolean contains(Span other) {
      return start <= other.start && other.end <= end;
    }

    String in(String text) {
      return text.substring(start, end);
    }
  }

  private QuotationMarks(String text) {
    this.text = text;
  }

  /** What stands between marks, in order; of marks inside each other the outer ones. */
  static List<Span> spans(String text) {
    return new QuotationMarks(text).scan();
  }

  private List<Span> scan() {
    for (int at = 0; at < text.length(); at++) {
      if (!close(at) && isOpening(at)) {
        open.push(at);
        if (open.size() > MAX_OPEN) {
          open.removeLast();
        }
      }
    }
    return outermost();
  }

  /** Closes the nearest mark that this one can close; those opened after it were stray. */
  private boolean close(int at) {
    if (!mayClose(at)) {
      return false;
    }
    for (Iterator<Integer> marks = open.iterator(); marks.hasNext(); ) {
      int mark = marks.next();
      String closing = CLOSING.getOrDefault(text.charAt(mark), "");
      if (closing.indexOf(text.charAt(at)) >= 0) {
        while (open.pop() != mark) {
          // stray
        }
        found.add(new Span(mark + 1, at));
        return true;
      }
    }
    return false;
  }

  private boolean mayClose(int at) {
    boolean afterSpace = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    boolean beforeSpace = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    if (APOSTROPHES.indexOf(text.charAt(at)) >= 0) {
      return !afterSpace && !(isLatin(at - 1) && isLatin(at + 1));
    }
    return !afterSpace || beforeSpace || text.charAt(at) != '"';
  }

  private boolean isOpening(int at) {
    char mark = text.charAt(at);
    boolean beforeWord = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    boolean mayOpen = OPEN_BEFORE_A_WORD.indexOf(mark) < 0 || (beforeWord && !isLatin(at - 1));
    return mayOpen && CLOSING.containsKey(mark);
  }

  /** Whether a letter or digit of an alphabet, which apostrophes stand between, is there. */
  private boolean isLatin(int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && !Character.isIdeographic(text.charAt(at));
  }

  private List<Span> outermost() {
    found.sort(
        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    List<Span> outermost = new ArrayList<>();
    for (Span span : found) {
      if (outermost.isEmpty() || !outermost.getLast().contains(span)) {
        outermost.add(span);
      }
    }
    return outermost;
  }
}
