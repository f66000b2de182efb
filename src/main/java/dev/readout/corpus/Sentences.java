package dev.readout.corpus;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a paragraph of English or Chinese into what is quoted: the whole of a short one, sentences
 * of a longer one.
 *
 * <p>Boundaries are Unicode's (UAX #29), mended for official papers: abbreviations (U.S., 50 U.S.C.
 * 4801, No. 3, Inc.), initials, numbers of items and footnotes, opening marks that Chinese sets
 * without a space. A sentence too short to be understood alone joins the one before; one too long
 * for a Discord message is cut where a clause ends.
 */
public final class Sentences {
  /** Longest paragraph that is quoted whole, in characters. */
  public static final int MAX_WHOLE_CHARS = 300;

  /** The same in Chinese, which says as much in well under half the characters. */
  public static final int MAX_WHOLE_CHINESE_CHARS = 120;

  /** Longest part, in characters. */
  public static final int MAX_CHARS = 1200;

  /** A shorter sentence says little alone. */
  private static final int MIN_CHARS = 40;

  private static final int MIN_CHINESE_CHARS = 16;

  /** Always followed by what belongs to them. Case counts: "the art. The" ends a sentence. */
  private static final Set<String> NEVER_LAST =
      Set.of(
          "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Hon", "Amb", "Sen", "Rep", "Gov", "Gen", "St",
          "Sec", "Secs", "sec", "Art", "Arts", "Fig", "Figs", "Fed", "Pub", "Stat", "Vol", "Dept",
          "para", "paras", "pt", "pp", "p", "v", "vs", "cf", "viz", "approx", "e.g", "i.e");

  /** A sentence may end with them, yet mostly does not. */
  private static final Set<String> SELDOM_LAST =
      Set.of(
          "Inc", "Ltd", "Co", "Cos", "Corp", "Bros", "Jr", "Sr", "etc", "al", "Reg", "Jan", "Feb",
          "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec");

  /** Followed by a number, or a word of its own. */
  private static final Set<String> BEFORE_NUMBER = Set.of("No", "Nos", "Para", "Ch", "App", "art");

  /** After an abbreviation that seldom ends a sentence, one of these begins the next. */
  private static final Set<String> OPENERS =
      Set.of(
          ("A According After All Although An And Any As At Because Before Both"
                  + " But By Each During For From He However I If In Instead It Its Moreover"
                  + " No On Our She Since So Some Such That The Their Then There These They"
                  + " This Those To Under Until We What When Where Which While With You")
              .split(" ", -1));

  private static final QuickPattern LAST_WORD =
      QuickPattern.exactly("(?:^|[^\\p{L}\\p{N}.])(\\p{L}+(?:\\.\\p{L}+)*)\\.$");
  private static final QuickPattern DOTTED = QuickPattern.exactly("\\p{L}(?:\\.\\p{L})*");
  private static final QuickPattern ITEM_NUMBER =
      QuickPattern.exactly("^[(\\[]?(?:[0-9]{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)\\]]{1,2}$");
  private static final Pattern FIRST_WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** A sentence that ends in footnote marks; Unicode's rules see no end there. */
  private static final Pattern NOTE_MARKS =
      Pattern.compile("[.!?][\"”’)]*(?:\\[[0-9]{1,3}\\])+ +(?=[\\p{Lu}“\"])");

  private static final QuickPattern SPACE = QuickPattern.exactly("[\\s\\p{Z}\\u0085]");
  private static final Pattern NOTE_MARK = Pattern.compile("(?:[\\[〔][0-9]{1,3}[\\]〕])+");

  private final String text;
  private final int from;
  private final int to;
  private final int minChars;
  private final int maxWholeChars;

  private Sentences(String text, int from, int to, @Nullable String language) {
    this.text = text;
    this.from = from;
    this.to = to;
    boolean isChinese = "zh".equals(language);
    this.minChars = isChinese ? MIN_CHINESE_CHARS : MIN_CHARS;
    this.maxWholeChars = isChinese ? MAX_WHOLE_CHINESE_CHARS : MAX_WHOLE_CHARS;
  }

  /** A part of the text in UTF-16 units, from 0, the end one past the last, no space at either. */
  public record Range(int start, int end) {
    public Range {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("no range: " + start + " to " + end);
      }
    }

    int length() {
      return end - start;
    }
  }

  /**
   * The parts of a paragraph within the text, in order, without overlaps: all but spaces between.
   * The language is {@code en}, {@code zh}, or null where it cannot be told.
   */
  public static List<Range> of(String text, int from, int to, @Nullable String language) {
    Objects.checkFromToIndex(from, to, text.length());
    return new Sentences(text, from, to, language).parts();
  }

  private List<Range> parts() {
    Range whole = trimmed(from, to);
    if (whole == null) {
      return List.of();
    }
    if (whole.length() <= maxWholeChars) {
      return List.of(whole);
    }
    List<Range> parts = new ArrayList<>();
    joined(sentences(whole)).forEach(sentence -> addClauses(sentence, parts));
    return List.copyOf(parts);
  }

  private List<Range> sentences(Range whole) {
    // One character for one, so that places stay the same.
    String paragraph = SPACE.replaceAll(text.substring(whole.start(), whole.end()), " ");
    BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.ROOT);
    iterator.setText(paragraph);
    List<Range> sentences = new ArrayList<>();
    int start = 0;
    Matcher marks = NOTE_MARKS.matcher(paragraph);
    boolean marked = marks.find();
    int boundary = iterator.next();
    while (boundary != BreakIterator.DONE) {
      while (marked && marks.end() <= start) {
        marked = marks.find();
      }
      boolean atMark = marked && marks.end() <= boundary;
      int end = atMark ? marks.end() : mended(paragraph, boundary);
      if (end > start && (end == paragraph.length() || atMark || isEnd(paragraph, start, end))) {
        add(sentences, whole.start() + start, whole.start() + end);
        start = end;
      }
      if (!atMark) {
        boundary = iterator.next();
      }
    }
    add(sentences, whole.start() + start, whole.end());
    return sentences;
  }

  /** Gives opening marks to the sentence that they open, and marks of notes to the one noted. */
  private static int mended(String paragraph, int boundary) {
    int end = boundary;
    while (end > 0 && isOpening(paragraph.charAt(end - 1))) {
      end--;
    }
    Matcher mark = NOTE_MARK.matcher(paragraph).region(end, paragraph.length());
    return mark.lookingAt() ? mark.end() : end;
  }

  private static boolean isOpening(char c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean isEnd(String paragraph, int start, int end) {
    String sentence = paragraph.substring(start, end).stripTrailing();
    boolean spaced = sentence.length() < end - start;
    if (sentence.isEmpty() || ITEM_NUMBER.isWhole(sentence.strip())) {
      return false;
    }
    if (!spaced && paragraph.charAt(end - 1) < 0x80 && !sentence.endsWith("]")) {
      return false; // "rule.[1]", "example.com?Query"
    }
    if (Character.isLowerCase(paragraph.codePointAt(end))) {
      return false; // "Really?" he said
    }
    return !endsInAbbreviation(sentence, firstWord(paragraph, end));
  }

  private static boolean endsInAbbreviation(String sentence, String next) {
    // Only the end matters; a long sentence is not searched from its beginning.
    MatchResult last = LAST_WORD.first(sentence.substring(Math.max(0, sentence.length() - 40)));
    if (last == null) {
      return false;
    }
    String word = last.group(1);
    if (NEVER_LAST.contains(word)) {
      return true;
    }
    if (BEFORE_NUMBER.contains(word)) {
      return !next.isEmpty() && Character.isDigit(next.charAt(0));
    }
    boolean abbreviation = SELDOM_LAST.contains(word) || DOTTED.isWhole(word);
    return abbreviation && !OPENERS.contains(next);
  }

  private static String firstWord(String paragraph, int at) {
    Matcher word = FIRST_WORD.matcher(paragraph).region(at, Math.min(paragraph.length(), at + 40));
    return word.find() ? word.group() : "";
  }

  private List<Range> joined(List<Range> sentences) {
    List<Range> joined = new ArrayList<>();
    for (Range sentence : sentences) {
      if (!joined.isEmpty() && belongTogether(joined.getLast(), sentence)) {
        joined.set(joined.size() - 1, new Range(joined.getLast().start(), sentence.end()));
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }

  private boolean belongTogether(Range before, Range sentence) {
    boolean oneIsShort = sentence.length() < minChars || before.length() < minChars;
    return oneIsShort && sentence.end() - before.start() <= maxWholeChars;
  }

  private void addClauses(Range sentence, List<Range> parts) {
    int start = sentence.start();
    while (sentence.end() - start > MAX_CHARS) {
      int cut = clauseEnd(start, start + MAX_CHARS);
      add(parts, start, cut);
      start = cut;
    }
    add(parts, start, sentence.end());
  }

  /** The last end of a clause, or else of a word, in the latter half of what can be taken. */
  private int clauseEnd(int start, int limit) {
    int earliest = start + MAX_CHARS / 2;
    for (String borders : List.of(";；", ",，:：", " 、")) {
      for (int end = limit; end > earliest; end--) {
        boolean latin = text.charAt(end - 1) < 0x80 && text.charAt(end - 1) != ' ';
        if (borders.indexOf(text.charAt(end - 1)) >= 0 && !(latin && !isSpace(end))) {
          return end;
        }
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private boolean isSpace(int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private void add(List<Range> ranges, int start, int end) {
    Range range = trimmed(start, end);
    if (range != null) {
      ranges.add(range);
    }
  }

  private @Nullable Range trimmed(int start, int end) {
    int first = start;
    int last = end;
    while (first < last && isSpace(first)) {
      first++;
    }
    while (last > first && isSpace(last - 1)) {
      last--;
    }
    return first < last ? new Range(first, last) : null;
  }
}
