package dev.readout.cli;

import dev.readout.answer.Label;
import dev.readout.answer.ListingText;
import dev.readout.answer.Listings.Listed;
import dev.readout.answer.Listings.Named;
import dev.readout.answer.SourceText;
import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Source;
import java.time.LocalDate;

/** A name's listings, each with the statement that says so; or that no record says so. */
final class ListedText {
  private ListedText() {}

  static String of(Named named, LocalDate day, Language language, Layout layout) {
    Page page = new Page(layout);
    page.line(Ink.BOLD, named.asked());
    String others = ListingText.alsoCalled(named, language);
    if (!others.isEmpty()) {
      page.line(Ink.FAINT, others);
    }
    for (Listed listed : named.listed()) {
      page.gap();
      page.line(Ink.BOLD, ListingText.name(listed, language));
      page.line(Ink.PLAIN, RecordLines.INDENT, ListingText.of(listed, day, language));
      RecordLines.statements(page, listed.says(), language);
    }
    if (named.listed().isEmpty()) {
      page.gap();
      page.line(Ink.PLAIN, ListingText.none(named, language));
    }
    if (!named.beside().isEmpty()) {
      page.gap();
      page.line(Ink.PLAIN, Label.LISTED_BESIDE.in(language));
      RecordLines.statements(page, named.beside(), language);
    }
    page.gap();
    if (!named.near().isEmpty()) {
      page.line(
          Ink.PLAIN,
          Label.LISTED_NEAR.in(language)
              + Label.COLON.in(language)
              + String.join(Label.BETWEEN_NAMES.in(language), named.near()));
    }
    page.line(Ink.PLAIN, Label.LISTS_PUBLISHED.in(language));
    for (CorpusRecord list : named.lists()) {
      Source source = list.linkedSource().orElse(list.sources().getFirst());
      page.line(
          Ink.FAINT,
          RecordLines.BULLET,
          SourceText.title(list, language)
              + Label.COLON.in(language)
              + SourceText.of(source, language));
    }
    return page.toString();
  }
}
