package dev.readout.answer.quote;

import com.ibm.icu.text.BreakIterator;
import dev.readout.answer.quote.QuotedText.QuotationMarks.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message quotes, as slices in its order: the passages between quotation marks, and
 * Discord's block quotes; if it has none that are long enough, all of it. Long ones are cut into
 * their sentences; truncated where there are more. Immutable.
 */
record QuotedText(List<String> quotes, boolean truncated) {
  /** Longer ones are checked sentence by sentence; the corpus's longest statements are shorter. */
  static final int MAX_QUOTE_CHARS = 500;

  /** Lines that begin with the mark of a block quote, or all after the mark for the rest. */
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^>>> ?(?s:(?<rest>.*+))|^>(?: |$)(?<lines>.*+(?:\\R>(?: |$).*+)*+)");

  /** A last line of a block that says whose words the block is. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile("\\R(?:> ?)?(?:[—–―-]|--)[^\\r\\n]*+\\s*+$");

  static QuotedText of(String message) {
    String text = start(message, QuoteChecker.MAX_TEXT_CHARS);
    List<Span> passages = passages(text);
    if (passages.isEmpty() && !text.isBlank()) {
      passages = List.of(new Span(0, text.length()));
    }
    List<String> quotes = new ArrayList<>();
    for (Span passage : passages) {
      quotes.addAll(parts(passage.in(text).strip()));
    }
    boolean more = quotes.size() > QuoteChecker.MAX_QUOTES || text.length() < message.length();
    return new QuotedText(quotes.stream().limit(QuoteChecker.MAX_QUOTES).toList(), more);
  }

  private static String start(String text, int chars) {
    if (text.length() <= chars) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(chars - 1));
    return text.substring(0, splitsPair ? chars - 1 : chars);
  }

  private static List<Span> passages(String text) {
    List<Span> passages = new ArrayList<>();
    int at = 0;
    for (Matcher block = BLOCK.matcher(text); block.find(); at = block.end()) {
      passages.addAll(marked(text, at, block.start()));
      String group = block.group("rest") == null ? "lines" : "rest";
      passages.addAll(ofBlock(text, block.start(group), block.end(group)));
    }
    passages.addAll(marked(text, at, text.length()));
    return passages;
  }

  private static List<Span> ofBlock(String text, int start, int end) {
    List<Span> marked = marked(text, start, end);
    if (!marked.isEmpty()) {
      return marked;
    }
    Matcher attribution = ATTRIBUTION.matcher(text).region(start, end);
    Span block = new Span(start, attribution.find() ? attribution.start() : end);
    return isLongEnough(block.in(text)) ? List.of(block) : List.of();
  }

  private static List<Span> marked(String text, int start, int end) {
    return QuotationMarks.spans(text.substring(start, end)).stream()
        .map(span -> new Span(start + span.start(), start + span.end()))
        .filter(span -> isLongEnough(span.in(text)))
        .toList();
  }

  private static List<String> parts(String passage) {
    if (passage.length() <= MAX_QUOTE_CHARS) {
      return List.of(passage);
    }
    List<String> parts = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(passage);
    int start = 0;
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      // A sentence too short to be found goes with the one after it.
      if (end == passage.length() || isLongEnough(passage.substring(start, end))) {
        parts.addAll(pieces(passage.substring(start, end).strip()));
        start = end;
      }
    }
    // What is too short is told only where there is nothing else.
    List<String> longEnough = parts.stream().filter(QuotedText::isLongEnough).toList();
    return longEnough.isEmpty() ? parts.subList(0, Math.min(1, parts.size())) : longEnough;
  }

  /** A sentence without end in lengths that can be compared. */
  private static List<String> pieces(String sentence) {
    List<String> pieces = new ArrayList<>();
    String rest = sentence;
    while (rest.length() > MAX_QUOTE_CHARS) {
      String piece = start(rest, MAX_QUOTE_CHARS);
      int space = piece.lastIndexOf(' ');
      piece = space > MAX_QUOTE_CHARS / 2 ? piece.substring(0, space) : piece;
      pieces.add(piece);
      rest = rest.substring(piece.length()).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  /**
   * Whether the text has {@link QuoteChecker#MIN_QUOTE_CHARS} letters, digits and spaces between
   * them, a Chinese character counting as two.
   */
  static boolean isLongEnough(String text) {
    int chars = 0;
    boolean space = false;
    for (int at = 0; at < text.length() && chars < QuoteChecker.MIN_QUOTE_CHARS; ) {
      int character = text.codePointAt(at);
      if (Character.isLetterOrDigit(character)) {
        chars += (space ? 1 : 0) + (Character.isIdeographic(character) ? 2 : 1);
        space = false;
      } else {
        space |= Character.isWhitespace(character) && chars > 0;
      }
      at += Character.charCount(character);
    }
    return chars >= QuoteChecker.MIN_QUOTE_CHARS;
  }

  /**
   * Finds what stands between quotation marks, of whatever kind. Marks that nothing closes, and
   * apostrophes, are none. Confined to one thread; time grows with the length of the text.
   */
  static final class QuotationMarks {
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

    /** A stretch of a text in UTF-16 units, the end one past the last. */
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
}
