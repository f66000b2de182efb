package dev.readout.cli.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.SourceText;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;

/** Where a record comes from, on lines of its own. */
final class SourceLines {
  private SourceLines() {}

  /**
   * Writes title, issuer, dates and the statement's place, in lines that begin under {@code
   * indent}.
   */
  static void write(Page page, Snippet snippet, Language language, String indent) {
    page.line(Ink.FAINT, indent, SourceText.title(snippet.record(), language));
    page.line(Ink.FAINT, indent, SourceText.origin(snippet.record(), language));
    page.line(Ink.FAINT, indent, SourceText.place(snippet, language));
  }

  /** Writes every source of a record, best first. */
  static void writeAll(Page page, CorpusRecord record, Language language) {
    page.line(Ink.BOLD, Label.SOURCES.in(language));
    for (Source source : record.sources()) {
      page.line(Ink.PLAIN, "• ", SourceText.of(source, language));
    }
    SourceText.provenance(record, language).ifPresent(text -> page.line(Ink.FAINT, "  ", text));
  }
}
