package dev.readout.answer.quote;

import com.ibm.icu.text.BreakIterator;
import dev.readout.answer.quote.QuotationMarks.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message quotes: the passages between quotation marks, and Discord's block quotes; if it
 * has none that are long enough, all of it. Long ones are cut into their sentences. Immutable.
 *
 * @param quotes slices of the message, in its order
 * @param truncated whether there are more
 */
record QuotedText(List<String> quotes, boolean truncated) {
  /** Longer ones are checked sentence by sentence; the corpus's longest statements are shorter. */
  static final int MAX_QUOTE_CHARS = 500;

  /**
   * A run of lines that begin with the mark of a block quote, or all after the mark for the rest.
   */
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
}
