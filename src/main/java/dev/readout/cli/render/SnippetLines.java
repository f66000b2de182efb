package dev.readout.cli.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.SnippetText;
import dev.readout.answer.wording.SourceText;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import java.util.List;

/** Statements with their sources, on lines of their own. */
final class SnippetLines {
  private static final String BULLET = "• ";
  private static final String INDENT = "  ";

  private SnippetLines() {}

  /** The lead in bold, and where it is from; what we compiled is no side's. */
  static void writeLead(Page page, Snippet lead, Language language) {
    page.line(Ink.BOLD, SnippetText.words(lead.statement(), language));
    page.line(Ink.FAINT, INDENT, SourceText.inOneLine(lead, language));
  }

  /** A block's statements; neighbours from one record name it once. */
  static void writeAll(Page page, List<Snippet> snippets, Language language) {
    for (int i = 0; i < snippets.size(); i++) {
      Snippet snippet = snippets.get(i);
      page.line(Ink.PLAIN, BULLET, SnippetText.words(snippet.statement(), language));
      boolean isLastOfRecord =
          i + 1 == snippets.size() || !snippets.get(i + 1).record().equals(snippet.record());
      if (isLastOfRecord || snippet.statement().fragment() != null) {
        page.line(Ink.FAINT, INDENT, SourceText.inOneLine(snippet, language));
      }
    }
  }
}
