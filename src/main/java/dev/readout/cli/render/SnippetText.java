package dev.readout.cli.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import java.util.List;

/**
 * Statements with their sources. Quotation marks stand around the words of others and around
 * nothing else.
 */
final class SnippetText {
  private static final String BULLET = "• ";
  private static final String INDENT = "  ";

  private SnippetText() {}

  /**
   * The lead in bold, with its side, since it stands in no block; what we compiled is no side's.
   */
  static void writeLead(Page page, Snippet lead, Language language) {
    CorpusRecord record = lead.record();
    Side side = record.side();
    boolean compiled = record.published() == null;
    page.line(Ink.BOLD, words(lead.statement()));
    if (!compiled && (side == Side.US || side == Side.PRC)) {
      page.line(SideText.ink(side), INDENT, SideText.name(side, language));
    }
    SourceText.write(page, record, language, INDENT);
  }

  /** A block's statements; neighbours from one record name it once in full. */
  static void writeAll(Page page, List<Snippet> snippets, Language language) {
    CorpusRecord before = null;
    for (Snippet snippet : snippets) {
      page.line(Ink.PLAIN, BULLET, words(snippet.statement()));
      if (snippet.record().equals(before)) {
        String again =
            SourceText.origin(snippet.record(), language) + " · " + Label.SAME_RECORD.in(language);
        page.line(Ink.FAINT, INDENT, again);
      } else {
        SourceText.write(page, snippet.record(), language, INDENT);
      }
      before = snippet.record();
    }
  }

  /** The statement; somebody's own words between quotation marks and with their name. */
  static String words(Statement statement) {
    return switch (statement.voice()) {
      case SUMMARY -> statement.text();
      case VERBATIM -> "“" + statement.text() + "” — " + statement.speaker();
    };
  }
}
