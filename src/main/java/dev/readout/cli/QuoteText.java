package dev.readout.cli;

import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.QuoteFindingText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.index.GenerationInfo;
import java.util.List;
import java.util.stream.Collectors;

/** What was found of quotations; nothing found in our own summaries is called verbatim. */
record QuoteText(Language language, Terminal.Layout layout) {
  /** The findings, one below the other, and what was searched. */
  String of(QuoteChecker.QuoteReport report, GenerationInfo index) {
    Page page = new Page(layout, language);
    report.findings().forEach(finding -> write(page.gap(), finding));
    page.gap();
    if (report.truncated()) {
      page.line(
          Ink.PLAIN,
          Label.QUOTE_TRUNCATED.in(
              language, QuoteChecker.MAX_QUOTES, IndexText.count(QuoteChecker.MAX_TEXT_CHARS)));
    }
    page.line(Ink.FAINT, IndexText.summary(index, language));
    page.line(Ink.FAINT, IndexText.reaches(index, language));
    return page.toString();
  }

  private void write(Page page, QuoteFinding finding) {
    switch (finding) {
      case QuoteFinding.Verbatim verbatim -> verbatim(page, verbatim);
      case QuoteFinding.Near near -> near(page, near);
      case QuoteFinding.Part part -> {
        verdict(page, part);
        marked(page, part.pieces());
        found(page, part.found());
      }
      case QuoteFinding.NotFound notFound -> notFound(page, notFound);
      case QuoteFinding.TooShort tooShort -> {
        verdict(page, tooShort);
        checked(page, tooShort.quote());
      }
    }
  }

  private void verbatim(Page page, QuoteFinding.Verbatim verbatim) {
    verdict(page, verbatim);
    if (verbatim.hasOmission()) {
      marked(page, verbatim.pieces());
    } else {
      checked(page, verbatim.quote());
    }
    if (verbatim.omitsNegation()) {
      page.line(Ink.RED, Page.INDENT, Label.QUOTE_OMITS_NEGATION.in(language));
    }
    found(page, verbatim.found());
    if (!verbatim.elsewhere().isEmpty()) {
      page.line(
          Ink.PLAIN, Page.INDENT, Label.QUOTE_ELSEWHERE.in(language) + Label.COLON.in(language));
      verbatim.elsewhere().forEach(passage -> found(page, passage));
    }
  }

  private void near(Page page, QuoteFinding.Near near) {
    verdict(page, near);
    marked(page, near.pieces());
    page.line(
        near.changesMeaning() ? Ink.RED : Ink.PLAIN,
        Page.INDENT,
        QuoteFindingText.differences(near, language));
    found(page, near.found());
  }

  private void notFound(Page page, QuoteFinding.NotFound notFound) {
    verdict(page, notFound);
    checked(page, notFound.quote());
    page.line(Ink.PLAIN, Page.INDENT, Label.QUOTE_NOT_FOUND_NOTE.in(language));
    if (!notFound.nearest().isEmpty()) {
      page.line(Ink.PLAIN, Label.NEAREST.in(language));
      notFound.nearest().forEach(record -> page.record(Page.BULLET, record));
    }
  }

  private void verdict(Page page, QuoteFinding finding) {
    page.line(Ink.BOLD, QuoteFindingText.of(finding, language));
  }

  private void checked(Page page, String quote) {
    page.line(Ink.PLAIN, Page.INDENT, Label.QUOTE_CHECKED.in(language, quote));
  }

  private void marked(Page page, List<Piece> pieces) {
    checked(page, pieces.stream().map(QuoteText::marked).collect(Collectors.joining()));
    if (pieces.stream().anyMatch(piece -> piece.kind() != Piece.Kind.SAME)) {
      page.line(Ink.FAINT, Page.INDENT, Label.QUOTE_MARKS.in(language));
    }
  }

  /** As wdiff marks words. */
  private static String marked(Piece piece) {
    return switch (piece.kind()) {
      case SAME -> piece.quote();
      case ONLY_IN_QUOTE -> between("[-", piece.quote(), "-]");
      case ONLY_IN_SOURCE -> between("{+", piece.source(), "+}");
      case OMITTED -> between("<", piece.source(), ">");
    };
  }

  private static String between(String opening, String text, String closing) {
    String words = text.strip();
    int start = text.indexOf(words);
    return text.substring(0, start)
        + opening
        + words
        + closing
        + text.substring(start + words.length());
  }

  private void found(Page page, Passage passage) {
    for (Snippet snippet : passage.snippets()) {
      page.line(Ink.PLAIN, Page.INDENT, SnippetText.words(snippet.statement(), language));
    }
    page.source(Page.INDENT.repeat(2), passage.snippets().getFirst());
  }
}
