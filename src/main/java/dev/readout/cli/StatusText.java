package dev.readout.cli;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A measure's standing: the state on the day, its proof, its history, and measures tied to it. */
record StatusText(Page page, Function<String, Optional<CorpusRecord>> records, Language language) {
  private static final int MAX_RELATED = 6;

  static String of(
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Language language,
      Terminal.Layout layout) {
    Page page = new Page(layout, language);
    new StatusText(page, records, language).write(status);
    return page.toString();
  }

  private void write(MeasureStatus status) {
    CorpusRecord measure = status.measure();
    page.line(Ink.BOLD, SourceText.title(measure, language));
    page.line(Ink.FAINT, Page.INDENT, SourceText.origin(measure, language));
    page.gap();
    page.line(Ink.BOLD, Label.STANDING.in(language, DateText.of(status.day(), language)));
    writeStanding(status);
    writeHistory(measure);
    writeRelated(status);
    page.gap();
    page.sources(measure);
  }

  private void writeHistory(CorpusRecord measure) {
    List<StandingPeriod> history = measure.standing().periods();
    if (history.size() > 1) {
      page.gap();
      page.line(Ink.BOLD, Label.HISTORY.in(language));
      history.forEach(
          period ->
              page.line(
                  ink(period.state()),
                  Page.BULLET,
                  StandingText.proven(period, proof(period), language)));
    }
  }

  /** The id of the record that proves it; its title where the reader does not read English. */
  private String proof(StandingPeriod period) {
    return language == Language.EN
        ? period.by()
        : records
            .apply(period.by())
            .map(record -> SourceText.title(record, language))
            .orElse(period.by());
  }

  private String standing(MeasureStatus status) {
    return language == Language.EN
        ? StandingText.of(status, language)
        : StandingText.withoutProof(status, language);
  }

  /** Measures that change this one, or that it changes, so that neither is read alone. */
  private void writeRelated(MeasureStatus status) {
    List<MeasureStatus> related =
        status.measure().relates().stream()
            .flatMap(id -> records.apply(id).stream())
            .flatMap(record -> MeasureStatus.of(record, status.day()).stream())
            .limit(MAX_RELATED)
            .toList();
    if (related.isEmpty()) {
      return;
    }
    page.gap();
    page.line(Ink.BOLD, Label.RELATED_MEASURES.in(language));
    for (MeasureStatus other : related) {
      page.line(Ink.PLAIN, Page.BULLET, SourceText.title(other.measure(), language));
      page.line(Ink.FAINT, Page.INDENT, standing(other));
    }
  }

  void writeAll(List<MeasureStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    String day = DateText.of(statuses.getFirst().day(), language);
    page.gap();
    page.line(Ink.BOLD, Label.STANDING.in(language, day));
    for (MeasureStatus status : statuses) {
      page.line(Ink.PLAIN, SourceText.title(status.measure(), language));
      writeStanding(status);
    }
  }

  private void writeStanding(MeasureStatus status) {
    StandingPeriod current = status.current();
    Ink ink = current == null ? Ink.YELLOW : ink(current.state());
    page.line(ink, Page.INDENT, standing(status));
    StandingPeriod proven = current != null ? current : status.before();
    if (proven != null && !proven.by().equals(status.measure().id())) {
      records.apply(proven.by()).ifPresent(proof -> writeLinked(Label.PROOF, proof));
    }
    status.measure().standing().unassessed().stream()
        .flatMap(id -> records.apply(id).stream())
        .forEach(later -> writeLinked(Label.LATER_SOURCE, later));
    String opening = Page.INDENT + Label.NOTE.in(language) + Label.COLON.in(language);
    SourceText.note(status.measure(), language)
        .ifPresent(note -> page.line(Ink.PLAIN, opening, note));
  }

  private void writeLinked(Label label, CorpusRecord proof) {
    String opening = Page.INDENT + label.in(language) + Label.COLON.in(language);
    page.line(Ink.FAINT, opening, SourceText.title(proof, language));
    page.origin(Page.INDENT.repeat(2), proof);
  }

  private static Ink ink(LegalState state) {
    return switch (state) {
      case IN_FORCE -> Ink.GREEN;
      case PROPOSED, SUSPENDED -> Ink.YELLOW;
      case SUPERSEDED, RESCINDED, EXPIRED -> Ink.RED;
    };
  }
}
