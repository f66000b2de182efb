package dev.readout.cli;

import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.ReferenceDesk.Explanation;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A term: its names in both languages, what the sources say it is, and where it is named. */
final class ExplanationText {
  private ExplanationText() {}

  static String of(Explanation explanation, Language language, Layout layout) {
    Page page = new Page(layout);
    Term term = explanation.term();
    page.line(Ink.BOLD, TermText.name(term, language));
    writeNames(page, Label.NAMES_EN, Stream.of(term.en(), term.abbr()), language);
    writeNames(page, Label.NAMES_ZH, Stream.of(TermText.chinese(term, language)), language);
    page.gap();
    writeEntry(page, explanation, language);
    page.gap();
    if (explanation.usedIn().isEmpty()) {
      page.line(Ink.PLAIN, Label.NOT_USED.in(language));
    } else {
      page.line(Ink.BOLD, Label.USED_IN.in(language, IndexText.count(explanation.uses())));
      explanation
          .usedIn()
          .forEach(record -> RecordLines.record(page, RecordLines.BULLET, record, language));
    }
    return page.toString();
  }

  private static void writeNames(
      Page page, Label label, Stream<List<String>> names, Language language) {
    String joined = names.flatMap(List::stream).distinct().collect(Collectors.joining("; "));
    if (!joined.isEmpty()) {
      page.line(Ink.PLAIN, "  " + label.in(language) + Label.COLON.in(language), joined);
    }
  }

  private static void writeEntry(Page page, Explanation explanation, Language language) {
    CorpusRecord entry = explanation.entry();
    if (entry == null) {
      page.line(Ink.PLAIN, Label.NO_ENTRY.in(language));
      return;
    }
    explanation
        .snippets()
        .forEach(
            snippet ->
                page.line(Ink.PLAIN, "• ", SnippetText.words(snippet.statement(), language)));
    page.line(Ink.FAINT, "  ", SourceText.title(entry, language));
    page.line(Ink.FAINT, "  ", SourceText.origin(entry, language));
    page.line(Ink.FAINT, "  ", Label.SUMMARIES.in(language));
    page.gap();
    RecordLines.sources(page, entry, language);
  }
}
