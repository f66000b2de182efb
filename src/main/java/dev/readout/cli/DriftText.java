package dev.readout.cli;

import dev.readout.answer.DateText;
import dev.readout.answer.Drift;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.TermText;
import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a side said before and no longer, what is new, and what both accounts have. */
final class DriftText {
  private DriftText() {}

  static String of(Drift drift, Language language, Layout layout) {
    Page page = new Page(layout);
    page.line(
        Ink.BOLD,
        Label.DRIFT_HEAD.in(
            language,
            TermText.name(drift.topic(), language),
            SideText.name(drift.later().side(), language),
            DateText.brief(drift.earlier().anchorDay(), language),
            DateText.brief(drift.later().anchorDay(), language)));
    RecordLines.record(page, RecordLines.BULLET, drift.earlier(), language);
    RecordLines.record(page, RecordLines.BULLET, drift.later(), language);
    write(page, Ink.RED, Label.DRIFT_GONE, drift.gone(), language);
    names(page, Label.DRIFT_NAMES_GONE, drift.goneTerms(), language);
    write(page, Ink.GREEN, Label.DRIFT_ADDED, drift.added(), language);
    names(page, Label.DRIFT_NAMES_ADDED, drift.addedTerms(), language);
    List<Snippet> both =
        drift.kept().stream().flatMap(kept -> Stream.of(kept.earlier(), kept.later())).toList();
    write(page, Ink.BOLD, Label.DRIFT_KEPT, both, language);
    page.gap();
    page.line(
        Ink.FAINT,
        (drift.isVerbatim() ? Label.DRIFT_BY_WORDS : Label.DRIFT_BY_STATEMENTS).in(language));
    return page.toString();
  }

  private static void write(
      Page page, Ink ink, Label label, List<Snippet> said, Language language) {
    page.gap();
    page.line(
        ink,
        label.in(language)
            + (said.isEmpty() ? Label.COLON.in(language) + Label.DRIFT_NONE.in(language) : ""));
    RecordLines.statements(page, said, language);
  }

  private static void names(Page page, Label label, List<Term> terms, Language language) {
    if (!terms.isEmpty()) {
      page.line(
          Ink.PLAIN,
          label.in(language)
              + Label.COLON.in(language)
              + terms.stream()
                  .map(term -> TermText.name(term, language))
                  .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language))));
    }
  }
}
