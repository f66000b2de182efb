package dev.readout.discord.render;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.DateText;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.SourceText;
import dev.readout.answer.wording.StandingText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.Source;
import dev.readout.corpus.StandingPeriod;
import dev.readout.discord.wording.Phrase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.jspecify.annotations.Nullable;

/** How measures stand: a chip under an answer, or the whole account of one. Pure functions. */
public final class StatusMessage {
  private static final int MAX_RELATED = 6;

  /** A record's id, which begins with a day. */
  private static final Pattern ID = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]*[a-z0-9]");

  private StatusMessage() {}

  /** The whole account of one measure: state and proof, history, what it is tied to, sources. */
  public static Reply of(
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Frame frame,
      Language language) {
    List<MessageTopLevelComponent> actions = Actions.rows(frame, null, 0, language);
    List<MessageTopLevelComponent> whole =
        Fitting.dropping(parts(status, records, language, true), 2, actions);
    // A note that fills a message on its own is in the source.
    return Reply.of(
        MessageLimits.leaveRoom(whole)
            ? whole
            : Fitting.dropping(parts(status, records, language, false), 2, actions));
  }

  private static List<MessageTopLevelComponent> parts(
      MeasureStatus status,
      Function<String, Optional<CorpusRecord>> records,
      Language language,
      boolean whole) {
    CorpusRecord measure = status.measure();
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(
        TextDisplay.of(
            Markdown.heading(SourceLine.title(measure, language))
                + "\n"
                + Markdown.small(SourceLine.withoutTitle(measure, language))));
    String heading = Label.STANDING.in(language, DateText.of(status.day(), language));
    parts.add(
        Containers.of(
            measure.side(),
            Markdown.heading(heading)
                + "\n"
                + (whole ? standing(status, records, language) : state(status, language))));
    history(measure, records, language).ifPresent(parts::add);
    related(status, records, language).ifPresent(parts::add);
    parts.add(TextDisplay.of(sources(measure, language)));
    return parts;
  }

  /**
   * The measures that an answer is about; empty when it is about none.
   *
   * @param whole with proofs and notes
   */
  static Optional<Container> ofAll(
      List<MeasureStatus> statuses,
      Function<String, Optional<CorpusRecord>> records,
      Language language,
      boolean whole) {
    if (statuses.isEmpty()) {
      return Optional.empty();
    }
    String day = DateText.of(statuses.getFirst().day(), language);
    String measures =
        statuses.stream()
            .map(
                status ->
                    SourceLine.title(status.measure(), language)
                        + "\n"
                        + (whole ? standing(status, records, language) : state(status, language)))
            .collect(Collectors.joining("\n"));
    return Optional.of(
        Containers.plain(Markdown.heading(Label.STANDING.in(language, day)) + "\n" + measures));
  }

  /** State, what comes next, proof, and the record's own note. */
  private static String standing(
      MeasureStatus status, Function<String, Optional<CorpusRecord>> records, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(state(status, language));
    StandingPeriod known = status.current() != null ? status.current() : status.before();
    if (known != null && !known.by().equals(status.measure().id())) {
      records
          .apply(known.by())
          .map(
              proof ->
                  Label.PROOF.in(language)
                      + Label.COLON.in(language)
                      + SourceLine.brief(proof, language))
          .map(Markdown::small)
          .ifPresent(lines::add);
    }
    status.measure().standing().unassessed().stream()
        .flatMap(id -> records.apply(id).stream())
        .map(
            later ->
                Label.LATER_SOURCE.in(language)
                    + Label.COLON.in(language)
                    + SourceLine.brief(later, language))
        .map(Markdown::small)
        .forEach(lines::add);
    SourceText.note(status.measure(), language)
        .map(note -> linked(note, records, language))
        .ifPresent(
            note ->
                lines.add(
                    Markdown.small(Label.NOTE.in(language) + Label.COLON.in(language) + note)));
    return String.join("\n", lines);
  }

  /** What holds on the day stands out from what was and what comes. */
  private static String state(MeasureStatus status, Language language) {
    String text = Markdown.escapeLine(StandingText.withoutProof(status, language));
    int end = text.indexOf(Label.SEMICOLON.in(language));
    String now = end < 0 ? text : text.substring(0, end);
    return mark(status)
        + " "
        + Markdown.bold(now)
        + untilWhen(status)
        + text.substring(now.length());
  }

  /** Notes name records by id; a reader wants to follow them, not to read them. */
  private static String linked(
      String note, Function<String, Optional<CorpusRecord>> records, Language language) {
    return ID.matcher(Markdown.escapeLine(note))
        .replaceAll(
            id ->
                Matcher.quoteReplacement(
                    records
                        .apply(id.group())
                        .flatMap(SourceLine::link)
                        .map(url -> Markdown.link(Phrase.IN_RECORD.in(language), url))
                        .orElse(id.group())));
  }

  /**
   * How far off the last day is, in the reader's own words. Only that: a day shown as a moment
   * would be another day in some time zones.
   */
  private static String untilWhen(MeasureStatus status) {
    StandingPeriod current = status.current();
    LocalDate last = current == null ? null : current.to();
    return last == null ? "" : " (" + fromNow(last) + ")";
  }

  private static String fromNow(LocalDate day) {
    return TimeFormat.RELATIVE.format(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  private static Optional<Container> history(
      CorpusRecord measure, Function<String, Optional<CorpusRecord>> records, Language language) {
    List<StandingPeriod> periods = measure.standing().periods();
    if (periods.size() < 2) {
      return Optional.empty();
    }
    String lines =
        periods.stream()
            .map(period -> period(measure, period, records, language))
            .collect(Collectors.joining("\n"));
    return Optional.of(
        Containers.plain(Markdown.heading(Label.HISTORY.in(language)) + "\n" + lines));
  }

  /** A proof that is the measure itself stands at the top already. */
  private static String period(
      CorpusRecord measure,
      StandingPeriod period,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
    String proof =
        records
            .apply(period.by())
            .filter(record -> !record.id().equals(measure.id()))
            .map(record -> " · " + SourceLine.title(record, language))
            .orElse("");
    return Markdown.bullet(
        mark(period.state())
            + " "
            + Markdown.escapeLine(StandingText.of(period, language))
            + proof);
  }

  /** Measures that change this one, or that it changes, so that neither is read alone. */
  private static Optional<Container> related(
      MeasureStatus status, Function<String, Optional<CorpusRecord>> records, Language language) {
    String lines =
        status.measure().relates().stream()
            .flatMap(id -> records.apply(id).stream())
            .flatMap(record -> MeasureStatus.of(record, status.day()).stream())
            .limit(MAX_RELATED)
            .map(
                other ->
                    Markdown.bullet(mark(other) + " " + SourceLine.title(other.measure(), language))
                        + "\n"
                        + Markdown.small(
                            Markdown.escapeLine(StandingText.withoutProof(other, language))))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Containers.plain(Markdown.heading(Label.RELATED_MEASURES.in(language)) + "\n" + lines));
  }

  private static String mark(MeasureStatus status) {
    return mark(status.current() == null ? null : status.current().state());
  }

  private static String sources(CorpusRecord measure, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.bold(Label.SOURCES.in(language)));
    for (Source source : measure.sources()) {
      lines.add(Markdown.bullet(SourceLine.of(source, language)));
    }
    return String.join("\n", lines);
  }

  private static String mark(@Nullable LegalState state) {
    return switch (state) {
      case null -> "⚪";
      case IN_FORCE -> "🟢";
      case PROPOSED -> "🔵";
      case SUSPENDED -> "🟡";
      case SUPERSEDED, RESCINDED, EXPIRED -> "🔴";
    };
  }
}
