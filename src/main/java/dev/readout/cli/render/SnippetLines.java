package dev.readout.cli.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.SideText;
import dev.readout.answer.wording.SnippetText;
import dev.readout.answer.wording.SourceText;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import java.util.List;

/** Statements with their sources, on lines of their own. */
final class SnippetLines {
  private static final String BULLET = "• ";
  private static final String INDENT = "  ";

  private SnippetLines() {}

  /**
   * The lead in bold, with its side, since it stands in no block; what we compiled is no side's.
   */
  static void writeLead(Page page, Snippet lead, Language language) {
    CorpusRecord record = lead.record();
    Side side = record.side();
    boolean compiled = record.published() == null;
    page.line(Ink.BOLD, SnippetText.words(lead.statement()));
    if (!compiled && (side == Side.US || side == Side.PRC)) {
      page.line(SideInk.of(side), INDENT, SideText.name(side, language));
    }
    SourceLines.write(page, lead, language, INDENT);
  }

  /** A block's statements; neighbours from one record name it once in full. */
  static void writeAll(Page page, List<Snippet> snippets, Language language) {
    CorpusRecord before = null;
    for (Snippet snippet : snippets) {
      page.line(Ink.PLAIN, BULLET, SnippetText.words(snippet.statement()));
      if (snippet.record().equals(before)) {
        String again =
            SourceText.origin(snippet.record(), language) + " · " + Label.SAME_RECORD.in(language);
        page.line(Ink.FAINT, INDENT, again);
        if (snippet.statement().fragment() != null) {
          page.line(Ink.FAINT, INDENT, SourceText.place(snippet, language));
        }
      } else {
        SourceLines.write(page, snippet, language, INDENT);
      }
      before = snippet.record();
    }
  }
}
