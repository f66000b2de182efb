package dev.readout.corpus;

import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.corpus.Statement.Voice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a record's body into statements. One line is one statement, so that each is an unbroken
 * slice:
 *
 * <pre>
 * - A list item is a summary.
 *   zh: 列表项为概括。
 *
 * A paragraph is one too.
 *
 * &gt; the source's own words
 * &gt;
 * &gt; — who said them
 * &gt; zh: 来源的原话
 * </pre>
 *
 * Confined to one thread.
 */
final class StatementCutter {
  private static final String SPEAKER_MARK = "— ";
  private static final String ITEM_CHINESE = "  zh: ";
  private static final String QUOTED_CHINESE = "> zh: ";
  private static final QuickPattern OTHER_MARKDOWN =
      QuickPattern.exactly("^(?:#|\\s|[*+] |[0-9]+[.)] |---|\\*\\*\\*|\\||```)");

  private final Path file;
  private final String recordId;
  private final String body;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();

  /** The quotation that waits for its speaker: where it begins and ends, and its line. */
  private @Nullable Span quotation;

  /** The line on which the last statement's Chinese may stand. */
  private int chineseLine = -1;

  private record Span(int start, int end, int line) {}

  StatementCutter(Path file, String recordId, String body) {
    this.file = file;
    this.recordId = recordId;
    this.body = body;
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }

  List<Defect> defects() {
    return List.copyOf(defects);
  }

  /** By the line of the file that the body begins on, 1-based. */
  StatementCutter cut(int firstLine) {
    int line = firstLine;
    boolean followsText = false;
    for (int start = 0; start < body.length(); line++) {
      int end = body.indexOf('\n', start);
      end = end < 0 ? body.length() : end;
      String text = body.substring(start, end);
      if (text.startsWith(QUOTED_CHINESE) || text.startsWith(ITEM_CHINESE)) {
        closeQuotation();
        chinese(start + ITEM_CHINESE.length(), end, line, text.startsWith(">"));
      } else if (text.startsWith(">")) {
        quoted(start, end, line);
      } else {
        closeQuotation();
        plain(text, start, line, followsText);
      }
      followsText = !text.isBlank() && !text.startsWith(">");
      start = end + 1;
    }
    closeQuotation();
    if (statements.isEmpty() && defects.isEmpty()) {
      defect(firstLine, "the body holds no statement; write at least one list item");
    }
    return this;
  }

  private void plain(String text, int lineStart, int line, boolean followsText) {
    if (text.isBlank()) {
      return;
    }
    boolean item = text.startsWith("- ");
    if (OTHER_MARKDOWN.isIn(text)) {
      defect(
          line,
          "a body holds '- ' items, paragraphs and quotations only; no headings, rules, numbers"
              + " or indents");
    } else if (followsText && !item) {
      defect(line, "a statement stands on one line; join this line to the one above");
    } else {
      int start = lineStart + (item ? 2 : 0);
      add(start, lineStart + text.length(), line, Voice.SUMMARY, null);
    }
  }

  /** Chinese wording belongs to the statement that ends on the line above. */
  private void chinese(int start, int end, int line, boolean quoted) {
    String wording = body.substring(start, end).stripTrailing();
    boolean ofQuotation = !statements.isEmpty() && statements.getLast().voice() == Voice.VERBATIM;
    if (line != chineseLine || quoted != ofQuotation) {
      defect(
          line,
          "Chinese wording stands right under its statement, as '  zh: …', or right under the"
              + " speaker of its quotation, as '> zh: …'");
    } else if (wording.isEmpty() || Character.isWhitespace(wording.charAt(0))) {
      defect(line, "write Chinese wording behind 'zh: ', with one space");
    } else {
      statements.addLast(statements.removeLast().inChinese(wording));
    }
  }

  private void quoted(int start, int end, int line) {
    String text = body.substring(start, end);
    String inner = text.substring(1).strip();
    if (inner.isEmpty()) {
      return;
    }
    int at = start + text.indexOf(inner);
    if (!inner.startsWith(SPEAKER_MARK)) {
      closeQuotation();
      quotation = new Span(at, at + inner.length(), line);
    } else if (quotation == null) {
      defect(line, "a speaker without a quotation above it");
    } else {
      add(
          quotation.start(),
          quotation.end(),
          line,
          Voice.VERBATIM,
          inner.substring(SPEAKER_MARK.length()));
      quotation = null;
    }
  }

  private void closeQuotation() {
    if (quotation != null) {
      defect(quotation.line(), "a quotation names its speaker: add a line '> — who said it'");
      quotation = null;
    }
  }

  /** On a line that its Chinese may follow. */
  private void add(int start, int end, int line, Voice voice, @Nullable String speaker) {
    int last = start + body.substring(start, end).stripTrailing().length();
    if (last > start) {
      statements.add(Statement.cut(recordId, body, start, last, voice, speaker));
      chineseLine = line + 1;
    }
  }

  private void defect(int line, String message) {
    defects.add(new Defect(file, line, message));
  }
}
