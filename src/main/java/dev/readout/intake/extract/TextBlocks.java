package dev.readout.intake.extract;

import dev.readout.corpus.Sentences;
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
        : new Extraction.Extracted(title, published, language, publisher, text, statements);
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

  /**
   * Tells which blocks of a document can be quoted as its publisher's words, asked block by block
   * in their order: not a journalist's question that the publisher answers, and not what says
   * nothing alone. Confined to one thread.
   */
  static final class OwnWords {
    private static final int MIN_LETTERS = 12;
    private static final int MIN_HAN = 6;

    /** A line of fewer words without an end is a label: "FOR IMMEDIATE RELEASE". */
    private static final int MIN_WORDS_WITHOUT_END = 6;

    private static final int MIN_HAN_WITHOUT_END = 10;

    private static final Pattern ENDED =
        Pattern.compile(".*[.!?;:。！？；：][\"”’」』)）\\]\\d]{0,4}", Pattern.DOTALL);

    /** Between the cells of a row. */
    private static final String CELL_END = " | ";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** "问：", "新华社记者：", "Q:", "Question:", and "Q Is the …" of the White House. */
    private static final Pattern QUESTION =
        Pattern.compile(
            "(?:(?:问|提问|[^\\s：:。，]{0,20}记者\\s*(?:问|提问)?)\\s*[：:]"
                + "|(?i:Q(?:uestion)?|Reporter|Journalist|Moderator)\\s*\\d{0,3}\\s*[:：.]\\s"
                + "|Q\\s*\\d{0,3}\\s+[\"“(]?\\p{Lu}).*",
            Pattern.DOTALL);

    /** "答：", "A:", "发言人：", "何亚东：", "MR. SMITH:". */
    private static final Pattern ANSWER =
        Pattern.compile(
            "(?:(?:答|[\\p{IsHan}·]{2,12})\\s*[：:]|(?:A(?:nswer)?|[A-Z][\\w.’'-]*(?:"
                + " [A-Z][\\w.’'-]*){0,4})\\s*[:：]).*",
            Pattern.DOTALL);

    private static final Pattern ASKS = Pattern.compile(".*[?？][\"”’」』)）\\]\\s]*", Pattern.DOTALL);

    private final boolean answersAreMarked;
    private boolean inQuestion;

    OwnWords(List<String> blocks) {
      this.answersAreMarked =
          blocks.stream().anyMatch(block -> isQuestion(block))
              && blocks.stream().anyMatch(block -> !isQuestion(block) && isAnswer(block));
    }

    /** Also what ends by asking behind a name, as "彭博社：…？"; an answer that does so is lost too. */
    private static boolean isQuestion(String block) {
      return QUESTION.matcher(block).matches()
          || (ANSWER.matcher(block).matches() && ASKS.matcher(block).matches());
    }

    private static boolean isAnswer(String block) {
      return ANSWER.matcher(block).matches();
    }

    /** Whether the next block can be quoted. */
    boolean isNextQuotable(String block) {
      if (isQuestion(block)) {
        // Without marks on answers only the question's own paragraph is known to be one.
        inQuestion = answersAreMarked;
        return false;
      }
      if (inQuestion && isAnswer(block)) {
        inQuestion = false;
      }
      return !inQuestion && saysSomething(block);
    }

    private static boolean saysSomething(String block) {
      long letters = block.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count();
      long han =
          block.codePoints().filter(Character::isIdeographic).limit(MIN_HAN_WITHOUT_END).count();
      if ((letters < MIN_LETTERS && han < MIN_HAN) || PublishedDay.DateLine.isAll(block)) {
        return false;
      }
      return block.contains(CELL_END) // a row of a table is data, not a sentence
          || ENDED.matcher(block).matches()
          || han >= MIN_HAN_WITHOUT_END
          || WORD.matcher(block).results().limit(MIN_WORDS_WITHOUT_END).count()
              >= MIN_WORDS_WITHOUT_END;
    }
  }
}
