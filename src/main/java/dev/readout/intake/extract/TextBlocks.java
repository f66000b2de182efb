package dev.readout.intake.extract;

import dev.readout.corpus.Sentences;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The blocks of a document in reading order, on their way to its body. Confined to one thread. */
final class TextBlocks {
  /** Longest body; some 300 printed pages. */
  static final int MAX_CHARS = 1_000_000;

  /** Most statements of a document. */
  private static final int MAX_STATEMENTS = 20_000;

  private static final String SEPARATOR = "\n\n";

  /** Unreadable are codes without a meaning, as of a font that does not say what it draws. */
  private static final double MAX_UNREADABLE = 0.2;

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final List<Block> blocks = new ArrayList<>();

  /** A heading, paragraph, list item, table row or note; not quotable if it says nothing alone. */
  record Block(String text, boolean quotable, @Nullable String fragment) {}

  /** Adds a block on one line, unless it is blank. */
  void add(String text, boolean quotable, @Nullable String fragment) {
    String line = CONTROLS.matcher(text).replaceAll(" ").strip();
    if (!line.isEmpty()) {
      blocks.add(new Block(line, quotable, fragment));
    }
  }

  List<String> texts() {
    return blocks.stream().map(Block::text).toList();
  }

  /** The document of these blocks, if it has anything to quote. */
  Extraction toExtraction(
      @Nullable String title, @Nullable LocalDate published, @Nullable String publisher) {
    StringBuilder body = new StringBuilder();
    for (Block block : blocks) {
      body.append(body.isEmpty() ? "" : SEPARATOR).append(block.text());
      if (body.length() > MAX_CHARS) {
        return new Failed(Reason.TOO_LARGE);
      }
    }
    String text = body.toString();
    if (isUnreadable(text)) {
      return new Failed(Reason.NO_TEXT);
    }
    String language = TextLanguage.of(text, "");
    List<Slice> statements = statements(text, language);
    if (statements.size() > MAX_STATEMENTS) {
      return new Failed(Reason.TOO_LARGE);
    }
    return statements.isEmpty()
        ? new Failed(Reason.NO_TEXT)
        : new Extracted(title, published, language, publisher, text, statements);
  }

  private List<Slice> statements(String body, @Nullable String language) {
    OwnWords words = new OwnWords(texts());
    List<Slice> statements = new ArrayList<>();
    int start = 0;
    for (Block block : blocks) {
      int end = start + block.text().length();
      if (block.quotable() && words.isNextQuotable(block.text())) {
        Sentences.of(body, start, end, language)
            .forEach(
                range -> statements.add(new Slice(range.start(), range.end(), block.fragment())));
      }
      start = end + SEPARATOR.length();
    }
    return statements;
  }

  private static boolean isUnreadable(String text) {
    long unreadable =
        text.codePoints()
            .filter(c -> c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE)
            .count();
    return unreadable > text.length() * MAX_UNREADABLE;
  }

  /** Tells English and Chinese by the text itself; what a page declares is often its template's. */
  static final class TextLanguage {
    private static final int MAX_CHARS = 20_000;
    private static final Pattern WORD = Pattern.compile("\\P{L}+");
    private static final Set<String> ENGLISH =
        Set.of("the", "of", "and", "to", "in", "a", "for", "that", "is", "on", "by", "with", "as");

    private TextLanguage() {}

    /** {@code en}, {@code zh}, or null for another; the language declared may be empty. */
    static @Nullable String of(String text, String declared) {
      String sample = text.substring(0, Math.min(text.length(), MAX_CHARS));
      long han = sample.chars().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
      long latin = sample.chars().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
      long letters = sample.chars().filter(Character::isLetter).count();
      // A Chinese character says about as much as three or four letters.
      if (han * 4 > latin && (han + latin) * 10 >= letters * 9) {
        return "zh";
      }
      if (latin * 10 < letters * 9) {
        return null;
      }
      String language = declared.toLowerCase(Locale.ROOT);
      boolean other =
          !language.isEmpty() && !language.startsWith("en") && !language.startsWith("zh");
      return !other && isEnglish(sample) ? "en" : null;
    }

    private static boolean isEnglish(String sample) {
      String[] words = WORD.split(sample.toLowerCase(Locale.ROOT), -1);
      long common = Arrays.stream(words).filter(ENGLISH::contains).count();
      return common * 12 >= words.length;
    }
  }

  /**
   * Puts the lines of a paragraph on one line. A line break is a space, but nothing between Chinese
   * characters, which are set without, nor after a hyphen, which stays: whether it belongs to the
   * word cannot be told. A soft hyphen says of itself that it does not, and goes.
   */
  static final class LineJoin {
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
        } else if (!isBrokenWord(paragraph, line)
            && !(isWide(last) && isWide(line.codePointAt(0)))) {
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
}
