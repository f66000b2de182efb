package dev.readout.cli;

import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.index.GenerationInfo;
import java.util.List;

/** Statements, records and their sources, on lines of their own. */
final class RecordLines {
  static final String BULLET = "• ";
  static final String INDENT = "  ";

  private RecordLines() {}

  /** The lead in bold, and where it is from; what we compiled is no side's. */
  static void lead(Page page, Snippet lead, Language language) {
    page.line(Ink.BOLD, SnippetText.words(lead.statement(), language));
    page.line(Ink.FAINT, INDENT, SourceText.inOneLine(lead, language));
  }

  /** A block's statements; neighbours from one record name it once. */
  static void statements(Page page, List<Snippet> snippets, Language language) {
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

  /**
   * A record that is pointed to, not quoted: its title behind an opening, then where it is from.
   */
  static void record(Page page, String opening, CorpusRecord record, Language language) {
    page.line(Ink.PLAIN, opening, SourceText.title(record, language));
    origin(page, " ".repeat(opening.length()), record, language);
  }

  /** Issuer, dates and address. */
  static void origin(Page page, String indent, CorpusRecord record, Language language) {
    page.line(Ink.FAINT, indent, SourceText.origin(record, language));
    page.line(Ink.FAINT, indent, SourceText.place(record, language));
  }

  /** A statement's record, and the statement's own place in it. */
  static void source(Page page, String indent, Snippet snippet, Language language) {
    page.line(Ink.FAINT, indent, SourceText.title(snippet.record(), language));
    page.line(Ink.FAINT, indent, SourceText.origin(snippet.record(), language));
    page.line(Ink.FAINT, indent, SourceText.place(snippet, language));
  }

  /** Every source of a record, best first. */
  static void sources(Page page, CorpusRecord record, Language language) {
    page.line(Ink.BOLD, Label.SOURCES.in(language));
    for (Source source : record.sources()) {
      page.line(Ink.PLAIN, BULLET, SourceText.of(source, language));
    }
    SourceText.provenance(record, language).ifPresent(text -> page.line(Ink.FAINT, INDENT, text));
  }

  /** How far the index reaches, and what is in it. */
  static void index(Page page, GenerationInfo index, Language language) {
    page.line(Ink.FAINT, IndexText.reaches(index, language));
    page.line(Ink.FAINT, IndexText.summary(index, language));
  }
}
