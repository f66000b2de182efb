package dev.readout.cli;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A measure's standing: the state on the day, its proof, its history, and measures tied to it. */
final class StatusText {
  private static final int MAX_RELATED = 6;

  private StatusText() {}

  /** The whole account of one measure. */
  static String of(
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Language language,
      Layout layout) {
    Page page = new Page(layout);
    CorpusRecord measure = status.measure();
    page.line(Ink.BOLD, SourceText.title(measure, language));
    page.line(Ink.FAINT, RecordLines.INDENT, SourceText.origin(measure, language));
    page.gap();
    page.line(Ink.BOLD, Label.STANDING.in(language, DateText.of(status.day(), language)));
    writeStanding(page, status, records, language);
    writeHistory(page, measure, records, language);
    writeRelated(page, status, records, language);
    page.gap();
    RecordLines.sources(page, measure, language);
    return page.toString();
  }

  private static void writeHistory(
      Page page,
      CorpusRecord measure,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
    List<StandingPeriod> history = measure.standing().periods();
    if (history.size() > 1) {
      page.gap();
      page.line(Ink.BOLD, Label.HISTORY.in(language));
      history.forEach(
          period ->
              page.line(
                  ink(period.state()),
                  RecordLines.BULLET,
                  StandingText.proven(period, proof(period, records, language), language)));
    }
  }

  /** The id of the record that proves it; its title where the reader does not read English. */
  private static String proof(
      StandingPeriod period, Function<String, Optional<CorpusRecord>> records, Language language) {
    return language == Language.EN
        ? period.by()
        : records
            .apply(period.by())
            .map(record -> SourceText.title(record, language))
            .orElse(period.by());
  }

  private static String standing(MeasureStatus status, Language language) {
    return language == Language.EN
        ? StandingText.of(status, language)
        : StandingText.withoutProof(status, language);
  }

  /** Measures that change this one, or that it changes, so that neither is read alone. */
  private static void writeRelated(
      Page page,
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
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
      page.line(Ink.PLAIN, RecordLines.BULLET, SourceText.title(other.measure(), language));
      page.line(Ink.FAINT, RecordLines.INDENT, standing(other, language));
    }
  }

  /** The measures that an answer is about. */
  static void writeAll(
      Page page,
      List<MeasureStatus> statuses,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
    if (statuses.isEmpty()) {
      return;
    }
    String day = DateText.of(statuses.getFirst().day(), language);
    page.gap();
    page.line(Ink.BOLD, Label.STANDING.in(language, day));
    for (MeasureStatus status : statuses) {
      page.line(Ink.PLAIN, SourceText.title(status.measure(), language));
      writeStanding(page, status, records, language);
    }
  }

  /** State, proof and note. */
  private static void writeStanding(
      Page page,
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
    StandingPeriod current = status.current();
    Ink ink = current == null ? Ink.YELLOW : ink(current.state());
    page.line(ink, RecordLines.INDENT, standing(status, language));
    StandingPeriod proven = current != null ? current : status.before();
    if (proven != null && !proven.by().equals(status.measure().id())) {
      records
          .apply(proven.by())
          .ifPresent(proof -> writeLinked(page, Label.PROOF, proof, language));
    }
    status.measure().standing().unassessed().stream()
        .flatMap(id -> records.apply(id).stream())
        .forEach(later -> writeLinked(page, Label.LATER_SOURCE, later, language));
    String opening = RecordLines.INDENT + Label.NOTE.in(language) + Label.COLON.in(language);
    SourceText.note(status.measure(), language)
        .ifPresent(note -> page.line(Ink.PLAIN, opening, note));
  }

  private static void writeLinked(Page page, Label label, CorpusRecord proof, Language language) {
    String opening = RecordLines.INDENT + label.in(language) + Label.COLON.in(language);
    page.line(Ink.FAINT, opening, SourceText.title(proof, language));
    RecordLines.origin(page, RecordLines.INDENT.repeat(2), proof, language);
  }

  private static Ink ink(LegalState state) {
    return switch (state) {
      case IN_FORCE -> Ink.GREEN;
      case PROPOSED, SUSPENDED -> Ink.YELLOW;
      case SUPERSEDED, RESCINDED, EXPIRED -> Ink.RED;
    };
  }
}
