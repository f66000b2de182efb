package dev.readout.intake.extract;

import dev.readout.corpus.Sentences;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * A heading, paragraph, list item, table row or note.
   *
   * @param quotable false for what says nothing alone, such as a heading
   */
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
}
