package dev.readout.cli;

import dev.readout.answer.ComingDays;
import dev.readout.answer.ComingText;
import dev.readout.answer.DateText;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.Language;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.List;

/** Meetings announced and last days coming up, as text. Confined to one thread. */
final class ComingPage {
  private final ComingDays days;
  private final LocalDate today;
  private final GenerationInfo index;
  private final Language language;
  private final Page page;

  ComingPage(
      ComingDays days, LocalDate today, GenerationInfo index, Language language, Layout layout) {
    this.days = days;
    this.today = today;
    this.index = index;
    this.language = language;
    this.page = new Page(layout);
  }

  /** The next meetings, the soonest first. */
  String meetings(List<ComingDays.Announced> meetings) {
    page.line(
        Ink.BOLD,
        meetings.isEmpty()
            ? Label.NO_MEETING_AHEAD.in(language, DateText.of(today, language))
            : Label.MEETINGS_AHEAD.in(language));
    for (ComingDays.Announced meeting : meetings) {
      page.gap();
      page.line(Ink.BOLD, dayLine(ComingText.day(meeting, language), meeting.last()));
      page.line(
          Ink.PLAIN,
          RecordLines.INDENT,
          SnippetText.words(meeting.snippet().statement(), language));
      RecordLines.source(page, RecordLines.INDENT, meeting.snippet(), language);
    }
    return reached();
  }

  /** What ends, and what has ended since the sources end. */
  String ends(List<ComingDays.LastDay> ending, LocalDate last) {
    page.line(
        Ink.BOLD,
        (ending.isEmpty() ? Label.NO_END_AHEAD : Label.ENDS_AHEAD)
            .in(language, DateText.of(today, language), DateText.of(last, language)));
    write(ending);
    List<ComingDays.LastDay> passed = days.passed();
    if (!passed.isEmpty()) {
      page.gap();
      page.line(Ink.YELLOW, Label.ENDS_PASSED.in(language));
      write(passed.reversed());
    }
    return reached();
  }

  private void write(List<ComingDays.LastDay> ends) {
    LocalDate day = null;
    for (ComingDays.LastDay end : ends) {
      if (!end.day().equals(day)) {
        day = end.day();
        page.gap();
        page.line(Ink.BOLD, dayLine(DateText.of(day, language), day));
      }
      page.line(Ink.PLAIN, RecordLines.BULLET, SourceText.title(end.measure(), language));
      page.line(Ink.PLAIN, RecordLines.INDENT, ComingText.end(end, language));
      page.line(Ink.FAINT, RecordLines.INDENT, SourceText.origin(end.measure(), language));
    }
  }

  private String dayLine(String written, LocalDate day) {
    return written + " · " + ComingText.daysLeft(day, today, language);
  }

  private String reached() {
    page.gap();
    page.line(Ink.FAINT, IndexText.reaches(index, language));
    return page.toString();
  }
}
