package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** How measures stand: one on a phone, its history, several under an answer. Pure functions. */
public record StatusMessage(
    MeasureStatus status,
    Picture bar,
    GenerationInfo index,
    Function<String, Optional<CorpusRecord>> records,
    Frame frame,
    Language language) {
  private static final int MAX_RELATED = 6;
  private static final int MAX_RATE_LINES = 3;

  /** Days offered beside related measures; Discord takes 25 options. */
  private static final int MAX_DAYS = 25 - MAX_RELATED;

  private static final Pattern ID = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]*[a-z0-9]");

  /** Verdict, bar, what was charged when, proof and the note's end; as much as a phone shows. */
  public Reply reply() {
    List<ContainerChildComponent> shown = new ArrayList<>();
    List<MessageTopLevelComponent> message = List.of();
    for (ContainerChildComponent part : parts()) {
      List<ContainerChildComponent> more = new ArrayList<>(shown);
      more.add(part);
      List<MessageTopLevelComponent> longer = message(more);
      if (shown.isEmpty() || MessageLimits.fit(longer, PhoneHeight.STATUS)) {
        shown = more;
        message = longer;
      }
    }
    return Reply.of(message);
  }

  private List<MessageTopLevelComponent> message(List<ContainerChildComponent> parts) {
    CorpusRecord measure = status.measure();
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(Container.of(parts).withAccentColor(Standings.colour(status)));
    message.add(
        TextDisplay.of(
            Markdown.small(
                Phrase.AS_OF.in(language, DateText.brief(status.day(), language))
                    + " · "
                    + Actions.reach(index, language))));
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        Actions.button(
            new ComponentId.View(ComponentId.Part.RECORD, measure.id()), Phrase.SOURCES, language));
    int periods = measure.standing().periods().size();
    if (periods > 1) {
      buttons.add(
          Actions.button(
              new ComponentId.View(ComponentId.Part.HISTORY, measure.id()),
              Phrase.HISTORY,
              language,
              periods));
    }
    message.add(Actions.row(frame, buttons));
    message.addAll(
        Actions.menu(
            new ComponentId.View(ComponentId.Part.MEASURE, measure.id()),
            Phrase.OTHER_DAY,
            others(),
            language));
    return message;
  }

  /**
   * The most important first; what does not fit any more is left out. The button leads to what
   * proves the standing.
   */
  private List<ContainerChildComponent> parts() {
    CorpusRecord measure = status.measure();
    List<ContainerChildComponent> parts = new ArrayList<>();
    Optional<CorpusRecord> proof = proof(status, records);
    boolean linked = SourceLine.link(measure).isPresent();
    parts.add(
        StatementLine.beside(
            Standings.mark(status)
                + " "
                + Markdown.bold(Markdown.escapeLine(VerdictText.headline(status, language)))
                + untilWhen(status)
                + "\n"
                + (proof.isPresent()
                    ? SourceLine.title(measure, language)
                    : SourceLine.plainTitle(measure, language))
                + (linked ? "" : " " + StatementLine.link(measure, language)),
            proof.isPresent() ? Optional.empty() : SourceLine.link(measure),
            StatementLine.issuer(measure, language),
            language));
    if (!bar.isEmpty()) {
      parts.add(PictureMessage.gallery(bar));
    }
    measure.standing().unassessed().stream()
        .flatMap(id -> records.apply(id).stream())
        .map(later -> linked(Label.LATER_SOURCE, later, language))
        .forEach(parts::add);
    rates(measure.rates(), language).forEach(line -> parts.add(TextDisplay.of(line)));
    proof.ifPresent(proven -> parts.add(linked(Label.PROOF, proven, language)));
    String caveat = VerdictText.caveat(status, language);
    if (!caveat.isEmpty()) {
      parts.add(TextDisplay.of(Markdown.small(Markdown.escapeLine(caveat))));
    }
    return parts;
  }

  private static ContainerChildComponent linked(
      Label label, CorpusRecord record, Language language) {
    return StatementLine.beside(
        labelled(
            label,
            SourceLine.plainTitle(record, language)
                + StatementLine.separator(language)
                + StatementLine.day(record, language),
            language),
        SourceLine.link(record),
        StatementLine.issuer(record, language),
        language);
  }

  /** What was charged when, a line for each kind of goods. */
  private static Stream<String> rates(List<RatePeriod> rates, Language language) {
    Map<String, String> lines =
        rates.stream()
            .collect(
                Collectors.groupingBy(
                    RatePeriod::of,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        rate ->
                            DateText.brief(rate.from(), language).replace(' ', '\u00a0')
                                + "\u00a0"
                                + Markdown.bold(
                                    Markdown.escapeLine(
                                        VerdictText.charged(rate.rate(), language))),
                        Collectors.joining(" → "))));
    return lines.entrySet().stream()
        .limit(MAX_RATE_LINES)
        .map(
            line ->
                lines.size() == 1
                    ? line.getValue()
                    : Markdown.escapeLine(VerdictText.charged(line.getKey(), language))
                        + Label.COLON.in(language)
                        + line.getValue());
  }

  /** The first days of its other states, and the measures that it is tied to on the same day. */
  private List<SelectOption> others() {
    CorpusRecord measure = status.measure();
    Stream<SelectOption> related =
        measure.relates().stream()
            .flatMap(id -> records.apply(id).stream())
            .flatMap(record -> MeasureStatus.of(record, status.day()).stream())
            .limit(MAX_RELATED)
            .map(other -> option(other, VerdictText.name(other.measure(), language), language));
    Stream<SelectOption> days =
        measure.standing().periods().reversed().stream()
            .filter(period -> !period.equals(status.current()))
            .limit(MAX_DAYS)
            .flatMap(period -> MeasureStatus.of(measure, period.from()).stream())
            .map(other -> option(other, DateText.of(other.day(), language), language));
    return Stream.concat(days, related).toList();
  }

  /** One to choose; its value is what {@code /status} reads. */
  public static SelectOption option(MeasureStatus status, String label, Language language) {
    return SelectOption.of(
            Markdown.shortened(label, SelectOption.LABEL_MAX_LENGTH),
            status.measure().id() + " " + status.day())
        .withDescription(
            Markdown.shortened(
                Standings.mark(status) + " " + VerdictText.headline(status, language),
                SelectOption.DESCRIPTION_MAX_LENGTH));
  }

  /** Every state of a measure with its proof, the latest first; as many as a message holds. */
  public static Reply history(
      CorpusRecord measure,
      Function<String, Optional<CorpusRecord>> records,
      Frame frame,
      Language language) {
    List<String> lines =
        measure.standing().periods().reversed().stream()
            .map(period -> period(measure, period, records, language))
            .toList();
    String heading = Markdown.heading(SourceLine.title(measure, language));
    return MessageLimits.lines(heading, lines, List.of(Actions.row(frame)), language);
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
        Standings.mark(period.state())
            + " "
            + Markdown.escapeLine(StandingText.of(period, language))
            + proof);
  }

  /** The measures that an answer is about, each with proof and note. */
  static Container ofAll(
      List<MeasureStatus> statuses,
      Function<String, Optional<CorpusRecord>> records,
      Language language) {
    String day = DateText.of(statuses.getFirst().day(), language);
    String measures =
        statuses.stream()
            .map(
                status ->
                    SourceLine.title(status.measure(), language)
                        + "\n"
                        + standing(status, records, language))
            .collect(Collectors.joining("\n"));
    return Containers.plain(Markdown.heading(Label.STANDING.in(language, day)) + "\n" + measures);
  }

  private static String standing(
      MeasureStatus status, Function<String, Optional<CorpusRecord>> records, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Standings.mark(status)
            + " "
            + Markdown.bold(Markdown.escapeLine(VerdictText.headline(status, language)))
            + untilWhen(status));
    proof(status, records)
        .map(proof -> labelled(Label.PROOF, SourceLine.of(proof, language), language))
        .ifPresent(lines::add);
    status.measure().standing().unassessed().stream()
        .flatMap(id -> records.apply(id).stream())
        .map(later -> labelled(Label.LATER_SOURCE, SourceLine.of(later, language), language))
        .forEach(lines::add);
    SourceText.note(status.measure(), language)
        .map(note -> labelled(Label.NOTE, linked(note, records, language), language))
        .ifPresent(lines::add);
    return String.join("\n", lines);
  }

  private static String labelled(Label label, String text, Language language) {
    return Markdown.small(label.in(language) + Label.COLON.in(language) + text);
  }

  /** What proves the latest known state, unless it is the measure itself. */
  private static Optional<CorpusRecord> proof(
      MeasureStatus status, Function<String, Optional<CorpusRecord>> records) {
    StandingPeriod known = status.current() != null ? status.current() : status.before();
    return known == null || known.by().equals(status.measure().id())
        ? Optional.empty()
        : records.apply(known.by());
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

  /** How far off the last day is. */
  private static String untilWhen(MeasureStatus status) {
    StandingPeriod current = status.current();
    LocalDate last = current == null ? null : current.to();
    return last == null ? "" : " (" + Markdown.away(last) + ")";
  }
}
