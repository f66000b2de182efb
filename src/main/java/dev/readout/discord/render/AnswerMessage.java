package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.InventoryText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MissingText;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.answer.SideText;
import dev.readout.answer.Slot;
import dev.readout.answer.SourceText;
import dev.readout.answer.Verdict;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement.Voice;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * An answer as one phone screen: the verdict or the lead beside its source, what qualifies it, at
 * most two statements or one a side, and how far the sources reach. Everything else is on {@link
 * AnswerPages}. Immutable; its methods are pure.
 */
public final class AnswerMessage {
  private static final int MAX_QUESTION_CHARS = 150;
  private static final int MAX_STATEMENTS = 2;
  private static final int MAX_EVENTS = 5;

  /** A longer lead beside a button would be a column; of Chinese half as many. */
  private static final int MAX_BESIDE = 120;

  /** Of each list; there may be many newer sources. */
  private static final int MAX_RECORDS = 3;

  private final Answer.Answered answer;
  private final Language language;
  private final Frame frame;
  private final String note;

  /** A renderer of one answer, with a note about it in Discord's Markdown, or none. */
  public AnswerMessage(Answer.Answered answer, Frame frame, String note) {
    this.answer = answer;
    this.language = answer.language();
    this.frame = frame;
    this.note = note;
  }

  /** With as much as fits on a phone; never less than the lead, or where it stands. */
  public Reply reply() {
    int most = answer.isByDay() ? MAX_EVENTS : MAX_STATEMENTS;
    for (Detail detail : List.of(Detail.WHOLE, Detail.BRIEF)) {
      List<Snippet> shown = new ArrayList<>();
      for (Snippet other : others()) {
        List<Snippet> more = Stream.concat(shown.stream(), Stream.of(other)).toList();
        if (more.size() <= most && fits(message(more, detail))) {
          shown.add(other);
        }
      }
      if (!shown.isEmpty()) {
        return reply(message(shown, detail));
      }
    }
    List<MessageTopLevelComponent> message = message(List.of(), Detail.WHOLE);
    return reply(MessageLimits.leaveRoom(message) ? message : message(List.of(), Detail.LEAST));
  }

  /** On a phone, whatever is said of the answer above it. */
  private boolean fits(List<MessageTopLevelComponent> message) {
    int above = note.isEmpty() ? 0 : 1;
    return PhoneHeight.of(message.subList(above, message.size())) <= PhoneHeight.ANSWER
        && MessageLimits.leaveRoom(message);
  }

  /** How much stands around the statements. */
  private enum Detail {
    WHOLE,
    /** Of a measure's note the last sentence, where what was announced for later stands. */
    BRIEF,
    /** The lead is too long for any message: only where it stands. */
    LEAST
  }

  private Reply reply(List<MessageTopLevelComponent> message) {
    Long pinged = frame.pinged();
    return new Reply(message, pinged == null ? Set.of() : Set.of(pinged));
  }

  /**
   * What may stand under the lead, in order: one a government where both are asked for, else the
   * next; a timeline by day.
   */
  private List<Snippet> others() {
    List<Snippet> others = new ArrayList<>();
    if (answer.verdict() != null) {
      others.add(answer.lead());
    }
    if (isOfBoth() && !answer.isByDay()) {
      answer.blocks().stream()
          .filter(block -> isGovernment(block.side()))
          .sorted(Comparator.comparing(block -> block.side() == answer.lead().record().side()))
          .forEach(block -> others.addAll(block.snippets().stream().limit(1).toList()));
    }
    answer.blocks().stream()
        .flatMap(block -> block.snippets().stream())
        .filter(one -> !others.contains(one))
        .forEach(others::add);
    return others;
  }

  private boolean isOfBoth() {
    return answer.blocks().stream()
            .map(Answer.Block::side)
            .filter(AnswerMessage::isGovernment)
            .distinct()
            .count()
        > 1;
  }

  /** The name of its side where there are both. */
  private String side(Snippet snippet) {
    Side side = snippet.record().side();
    return isOfBoth() && isGovernment(side) ? StatementLine.side(side, language) : "";
  }

  private static boolean isGovernment(Side side) {
    return side == Side.US || side == Side.PRC;
  }

  private List<MessageTopLevelComponent> message(List<Snippet> others, Detail detail) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    if (!note.isEmpty()) {
      message.add(
          TextDisplay.of(detail == Detail.LEAST ? note.lines().findFirst().orElseThrow() : note));
    }
    String head = Actions.head(frame, answer.question().text(), MAX_QUESTION_CHARS);
    if (!head.isEmpty()) {
      message.add(TextDisplay.of(head));
    }
    message.add(box(others, detail));
    message.add(Actions.answer(frame, answer.all().size(), language));
    message.addAll(
        Actions.questions(answer.related(), Phrase.ASK_RELATED, answer.index().name(), language));
    return message;
  }

  private Container box(List<Snippet> others, Detail detail) {
    List<ContainerChildComponent> parts = new ArrayList<>();
    Verdict verdict = answer.verdict();
    parts.add(verdict == null ? lead(detail) : verdict(verdict));
    List<String> caveats = new ArrayList<>(detail == Detail.LEAST ? List.of() : caveats(detail));
    if (!caveats.isEmpty()) {
      parts.add(TextDisplay.of(String.join("\n", caveats)));
    }
    if (!others.isEmpty()) {
      parts.add(Separator.createDivider(Separator.Spacing.SMALL));
      others.forEach(
          one ->
              parts.add(
                  TextDisplay.of(side(one) + StatementLine.of(one, answer.statuses(), language))));
    }
    parts.add(TextDisplay.of(Markdown.small(foot())));
    return Container.of(parts).withAccentColor(colour());
  }

  private int colour() {
    return standing().map(Standings::colour).orElse(Standings.NONE);
  }

  /** How the measure stands that the answer is about; empty where it is about none. */
  private Optional<MeasureStatus> standing() {
    Verdict verdict = answer.verdict();
    CorpusRecord record =
        verdict != null && VerdictText.isStanding(verdict)
            ? verdict.records().getFirst()
            : answer.lead().record();
    return MeasureStatus.of(record, verdict == null ? answer.asOf() : verdict.day())
        .or(() -> verdict == null ? standingOf(answer.lead()) : Optional.empty())
        .filter(status -> !status.measure().standing().periods().isEmpty());
  }

  private Optional<MeasureStatus> standingOf(Snippet lead) {
    return answer.statuses().stream().filter(status -> status.isOf(lead)).findFirst();
  }

  private ContainerChildComponent verdict(Verdict verdict) {
    if (verdict.slot() == Slot.LIST) {
      return TextDisplay.of(inventory(verdict));
    }
    CorpusRecord record = verdict.records().getFirst();
    boolean isStanding = VerdictText.isStanding(verdict);
    String mark =
        isStanding ? standing().map(status -> Standings.mark(status) + " ").orElse("") : "";
    String said = Markdown.bold(Markdown.escapeLine(VerdictText.headline(verdict, language)));
    String of = isStanding ? "\n" + Markdown.escapeLine(VerdictText.name(record, language)) : "";
    Optional<String> link = SourceLine.link(record);
    String proof = link.isPresent() ? "" : " " + StatementLine.link(record, language);
    return StatementLine.beside(
        mark + said + of + proof, link, StatementLine.issuer(record, language), language);
  }

  /** A line for each measure, with its link, under how those stand. */
  private String inventory(Verdict verdict) {
    return InventoryText.groups(verdict, language).stream()
        .flatMap(
            group ->
                Stream.concat(
                    Stream.of(
                        Markdown.bold(
                            Markdown.escapeLine(group.heading())
                                + Label.COLON.in(language).strip())),
                    group.measures().stream()
                        .map(measure -> "- " + inventoryLine(measure, verdict))))
        .collect(Collectors.joining("\n"));
  }

  private String inventoryLine(CorpusRecord measure, Verdict verdict) {
    MeasureStatus status = MeasureStatus.of(measure, verdict.day()).orElseThrow();
    return Standings.mark(status)
        + " "
        + Markdown.escapeLine(InventoryText.line(measure, verdict, language))
        + " "
        + StatementLine.link(measure, language);
  }

  /** Beside a button where it is short; a long one takes the whole width, or is only pointed to. */
  private ContainerChildComponent lead(Detail detail) {
    Snippet lead = answer.lead();
    String words =
        detail == Detail.LEAST
            ? Phrase.STATEMENT_TOO_LONG.in(language)
            : StatementLine.brief(lead, language);
    String link = StatementLine.link(lead, language);
    ContainerChildComponent beside =
        StatementLine.beside(
            side(lead)
                + words
                + "\n"
                + Markdown.small(Markdown.escapeLine(StatementLine.plainSource(lead, language))),
            SourceLine.place(lead),
            lead.isLater() ? "" : StatementLine.issuer(lead.record(), language),
            language);
    boolean isShort = words.length() <= (language == Language.EN ? MAX_BESIDE : MAX_BESIDE / 2);
    return isShort && SourceLine.place(lead).isPresent()
        ? beside
        : TextDisplay.of(side(lead) + words + " " + link);
  }

  /** What was searched for instead, what is missing, and what has become of the measure. */
  private List<String> caveats(Detail detail) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(answer.repairs())
        .forEach(
            (typed, searched) -> lines.add(Label.SEARCHED_INSTEAD.in(language, typed, searched)));
    String missing = MissingText.line(answer.missing(), language);
    if (!missing.isEmpty()) {
      lines.add(missing);
    }
    for (Answer.Block block : answer.blocks()) {
      if (block.soughtInVain()) {
        lines.add(SideText.empty(answer, block.side()));
      }
    }
    List<String> small =
        new ArrayList<>(lines.stream().map(Markdown::escapeLine).map(Markdown::small).toList());
    standing()
        .map(status -> standingLine(status, detail))
        .filter(line -> !line.isEmpty())
        .ifPresent(small::add);
    return small;
  }

  /** The note behind a verdict of standing; else how the lead's measure stands, if known. */
  private String standingLine(MeasureStatus status, Detail detail) {
    Verdict verdict = answer.verdict();
    if (verdict != null && VerdictText.isStanding(verdict)) {
      String said =
          detail == Detail.BRIEF
              ? VerdictText.caveat(status, language)
              : VerdictText.note(status, language).strip();
      return said.isEmpty() ? "" : Markdown.small(Markdown.escapeLine(said)) + otherProofs(verdict);
    }
    if (verdict != null) {
      return "";
    }
    String headline = VerdictText.headline(status, language);
    boolean isOfAnother = !status.measure().equals(answer.lead().record());
    String line =
        isOfAnother
            ? Label.STANDING_NOW.in(
                language, SourceText.title(status.measure(), language), headline)
            : headline;
    return Markdown.small(Standings.mark(status) + " " + Markdown.escapeLine(line));
  }

  /** Links to what proves the verdict beside the measure; the lead has its own. */
  private String otherProofs(Verdict verdict) {
    return verdict.records().stream()
        .skip(1)
        .filter(record -> !record.equals(answer.lead().record()))
        .map(record -> " " + StatementLine.link(record, language))
        .distinct()
        .collect(Collectors.joining());
  }

  private String foot() {
    List<String> parts = new ArrayList<>();
    List<Voice> voices =
        answer.all().stream().map(one -> one.statement().voice()).distinct().toList();
    if (voices.contains(Voice.SUMMARY)) {
      parts.add((voices.size() == 1 ? Phrase.ALL_SUMMARIES : Phrase.SOME_SUMMARIES).in(language));
    }
    parts.add(Actions.reach(answer.index(), language));
    String receipt = frame.receipt();
    parts.add(receipt == null ? Phrase.NOT_KEPT.in(language) : "`" + receipt + "`");
    return String.join(" · ", parts);
  }

  /** The first page, under the words of the language in which it was given. */
  public static Reply again(KeptAnswer kept, ReceiptState state, Frame frame, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Phrase.RECEIPT_OF.in(
            language,
            kept.id(),
            TimeFormat.DATE_TIME_SHORT.format(kept.created()),
            kept.answer().index().name()));
    if (state.isSame()) {
      lines.add("✅ " + Phrase.SAME_TODAY.in(language));
    }
    add(lines, Phrase.WITHDRAWN, state.withdrawn(), language);
    add(lines, Phrase.CHANGED, state.changed(), language);
    add(lines, Phrase.NEWER_SOURCE, state.newer(), language);
    return new AnswerMessage(kept.answer(), frame, String.join("\n", lines)).reply();
  }

  private static void add(
      List<String> lines, Phrase what, List<CorpusRecord> records, Language language) {
    if (!records.isEmpty()) {
      lines.add("⚠️ " + what.in(language));
      records.stream()
          .limit(MAX_RECORDS)
          .map(record -> Markdown.bullet(SourceLine.of(record, language)))
          .forEach(lines::add);
      if (records.size() > MAX_RECORDS) {
        lines.add(Markdown.bullet("… +" + (records.size() - MAX_RECORDS)));
      }
    }
  }
}
