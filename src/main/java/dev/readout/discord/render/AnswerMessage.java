package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Missing;
import dev.readout.answer.Snippet;
import dev.readout.answer.Verdict;
import dev.readout.answer.reading.Language;
import dev.readout.answer.reading.Slot;
import dev.readout.answer.wording.EmptySide;
import dev.readout.answer.wording.IndexText;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.MissingText;
import dev.readout.answer.wording.ProblemText;
import dev.readout.answer.wording.SideText;
import dev.readout.answer.wording.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import dev.readout.corpus.Voice;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a message: the question, the lead, a box a side, how the measures stand, and what
 * can be done next. What does not fit is left for the next page. Immutable; its methods are pure.
 */
public final class AnswerMessage {
  private static final int MAX_QUESTION_CHARS = 300;

  private final Answer answer;
  private final Language language;
  private final Frame frame;
  private final Function<String, Optional<CorpusRecord>> records;
  private final String note;

  /**
   * A renderer of one answer.
   *
   * @param records where the proofs of a measure's standing are looked up, by id
   * @param note what is to be said of the answer itself, in Discord's Markdown; empty for nothing
   */
  public AnswerMessage(
      Answer answer, Frame frame, Function<String, Optional<CorpusRecord>> records, String note) {
    this.answer = answer;
    this.language = answer.language();
    this.frame = frame;
    this.records = records;
    this.note = note;
  }

  /** The first page. */
  public Reply first() {
    return switch (answer) {
      case Answer.Answered answered -> page(answered, 1, 0);
      case Answer.Declined declined -> declined(declined);
      case Answer.Invalid invalid -> invalid(invalid);
    };
  }

  /**
   * Page {@code number} of an answer, from 1, which begins after {@code from} statements; past the
   * last statement it says that there is no more.
   */
  public Reply page(Answer.Answered answered, int number, int from) {
    List<Shown> shown = inOrder(answered);
    if (from >= shown.size()) {
      return Reply.text(Phrase.NO_MORE.in(language));
    }
    return reply(components(answered, shown, fitting(answered, shown, from, number)));
  }

  /** How much stands around the statements; less of it when they would not fit otherwise. */
  private enum Detail {
    FULL,
    /** Standing without its proofs and notes. */
    BRIEF,
    /** Neither standing nor question, and of a note nothing but its first line. */
    LEAN,
    /** The same, and the statement is too long even so: only where it stands. */
    NOTED
  }

  /** The statements of one page, from {@code from} up to but without {@code to}. */
  private record Page(int number, int from, int to, Detail detail) {}

  /** A statement and the block it belongs to; null for the lead. */
  private record Shown(Answer.@Nullable Block block, Snippet snippet) {}

  /** The lead, then one statement of each block in turn, so that no side crowds the other out. */
  private static List<Shown> inOrder(Answer.Answered answered) {
    List<Shown> shown = new ArrayList<>();
    shown.add(new Shown(null, answered.lead()));
    addInTurn(shown, answered.blocks());
    addInTurn(shown, Answer.Block.of(answered.more()));
    return shown;
  }

  private static void addInTurn(List<Shown> shown, List<Answer.Block> blocks) {
    int longest = blocks.stream().mapToInt(block -> block.snippets().size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (Answer.Block block : blocks) {
        if (i < block.snippets().size()) {
          shown.add(new Shown(block, block.snippets().get(i)));
        }
      }
    }
  }

  /** The blocks of a page: of what is shown at first, or of what is shown on demand. */
  private static List<Answer.Block> blocks(Answer.Answered answered, List<Shown> shown, Page page) {
    Stream<Answer.Block> onDemand =
        shown.stream()
            .map(Shown::block)
            .filter(Objects::nonNull)
            .filter(block -> !answered.blocks().contains(block))
            .distinct();
    return page.number() == 1
        ? answered.blocks()
        : Stream.concat(answered.blocks().stream(), onDemand).toList();
  }

  /**
   * As many statements as fit. The standing of measures is cut down before a side is left for the
   * next page, and everything else before a statement is not shown.
   */
  private Page fitting(Answer.Answered answered, List<Shown> shown, int from, int number) {
    int first = answered.snippets().size();
    int wanted = number == 1 ? first : Math.min(1, shown.size() - from);
    return longest(answered, shown, new Page(number, from, from + wanted, Detail.FULL))
        .or(() -> longest(answered, shown, new Page(number, from, from + wanted, Detail.BRIEF)))
        .or(() -> longest(answered, shown, new Page(number, from, from + 1, Detail.BRIEF)))
        .or(() -> longest(answered, shown, new Page(number, from, from + 1, Detail.LEAN)))
        .orElseGet(() -> new Page(number, from, from + 1, Detail.NOTED));
  }

  /** The page with as many more statements as fit; empty when not even it fits. */
  private Optional<Page> longest(Answer.Answered answered, List<Shown> shown, Page least) {
    Optional<Page> longest = Optional.empty();
    int most = least.number() == 1 ? answered.snippets().size() : shown.size();
    for (int to = least.to(); to <= Math.max(most, least.to()); to++) {
      Page page = new Page(least.number(), least.from(), to, least.detail());
      if (!MessageLimits.leaveRoom(components(answered, shown, page))) {
        break;
      }
      longest = Optional.of(page);
    }
    return longest;
  }

  private List<MessageTopLevelComponent> components(
      Answer.Answered answered, List<Shown> all, Page page) {
    SourceLines sources = new SourceLines(language);
    List<MessageTopLevelComponent> components = new ArrayList<>();
    note(page).map(TextDisplay::of).ifPresent(components::add);
    Optional<Container> standing = page.number() == 1 ? standing(answered, page) : Optional.empty();
    if (page.number() == 1) {
      components.add(TextDisplay.of(lead(answered, page, sources)));
    }
    boolean leadIsMeasure = isAboutItsMeasure(answered);
    standing.filter(_ -> leadIsMeasure).ifPresent(components::add);
    List<Shown> shown = all.subList(page.from(), page.to());
    for (Answer.Block block : blocks(answered, shown, page)) {
      List<Snippet> snippets =
          shown.stream().filter(one -> block.equals(one.block())).map(Shown::snippet).toList();
      if (!snippets.isEmpty() || page.number() == 1) {
        components.add(block(answered, block, snippets, page, sources));
      }
    }
    standing.filter(_ -> !leadIsMeasure).ifPresent(components::add);
    components.add(TextDisplay.of(foot(answered, page)));
    components.addAll(actions(answered, page, all.size() - page.to()));
    return components;
  }

  /**
   * Whether the lead is of a measure: it is not to be read without the standing. Otherwise what the
   * sides say comes first.
   */
  private static boolean isAboutItsMeasure(Answer.Answered answered) {
    return answered.lead().record().kind().isMeasure();
  }

  private Optional<Container> standing(Answer.Answered answered, Page page) {
    return switch (page.detail()) {
      case FULL -> StatusMessage.ofAll(unsaid(answered), records, language, true);
      case BRIEF -> StatusMessage.ofAll(unsaid(answered), records, language, false);
      case LEAN, NOTED -> Optional.empty();
    };
  }

  /** How measures stand that the verdict says nothing of. */
  private static List<MeasureStatus> unsaid(Answer.Answered answered) {
    Verdict verdict = answered.verdict();
    List<CorpusRecord> said =
        verdict != null && (verdict.slot() == Slot.STANDING || verdict.slot() == Slot.END)
            ? verdict.records()
            : List.of();
    return answered.statuses().stream().filter(status -> !said.contains(status.measure())).toList();
  }

  /** First of all: whoever reads the statements is to know what has become of them. */
  private Optional<String> note(Page page) {
    boolean whole = page.detail() == Detail.FULL || page.detail() == Detail.BRIEF;
    return whole && !note.isEmpty() ? Optional.of(note) : note.lines().findFirst();
  }

  private List<MessageTopLevelComponent> actions(Answer.Answered answered, Page page, int left) {
    String receipt = frame.receipt();
    ComponentId more =
        left > 0 && receipt != null
            ? new ComponentId.More(receipt, page.number() + 1, page.to())
            : null;
    List<MessageTopLevelComponent> actions =
        new ArrayList<>(Actions.rows(frame, more, left, language));
    if (page.number() == 1) {
      actions.addAll(Actions.related(answered.related(), answered.index().name(), language));
    }
    return actions;
  }

  private Container block(
      Answer.Answered answered,
      Answer.Block block,
      List<Snippet> snippets,
      Page page,
      SourceLines sources) {
    String heading = Markdown.heading(Markdown.escapeLine(SideText.heading(block, language)));
    String text;
    if (block.snippets().isEmpty()) {
      text = Markdown.escapeLine(EmptySide.line(answered, block.side()));
    } else if (snippets.isEmpty()) {
      text =
          frame.receipt() == null
              ? Phrase.MORE_NOT_SHOWN.in(language, block.snippets().size())
              : Phrase.NEXT_PAGE.in(language);
    } else {
      text =
          page.detail() == Detail.NOTED
              ? StatementBlock.noted(snippets, sources)
              : StatementBlock.of(snippets, sources);
    }
    return Containers.of(block.side(), heading + "\n" + text);
  }

  private String lead(Answer.Answered answered, Page page, SourceLines sources) {
    Snippet lead = answered.lead();
    String words =
        page.detail() == Detail.NOTED
            ? Phrase.STATEMENT_TOO_LONG.in(language)
            : StatementBlock.words(lead, language);
    boolean lean = page.detail() == Detail.LEAN || page.detail() == Detail.NOTED;
    String verdict = answered.verdict() == null ? "" : verdict(answered.verdict()) + "\n";
    return (lean ? ping() : head(answered.repairs()))
        + verdict
        + words
        + "\n"
        + sources.next(lead)
        + missing(answered.missing());
  }

  /** The verdict, and links to what it is of and to what proves it. */
  private String verdict(Verdict verdict) {
    String links =
        verdict.records().stream()
            .flatMap(record -> proof(record).stream())
            .distinct()
            .map(link -> " " + link)
            .collect(Collectors.joining());
    return Markdown.bold(Markdown.escapeLine(VerdictText.of(verdict, language))) + links;
  }

  private Optional<String> proof(CorpusRecord record) {
    return record
        .linkedSource()
        .map(Source::url)
        .map(url -> Markdown.link(Label.PROOF.in(language), url))
        .or(() -> record.citation().map(Markdown::escapeLine));
  }

  private String missing(List<Missing> missing) {
    String line = MissingText.line(missing, language);
    return line.isEmpty() ? "" : "\n" + Markdown.escapeLine(line);
  }

  private String ping() {
    return frame.pinged() == null ? "" : "<@" + frame.pinged() + ">\n";
  }

  private String head(Map<String, String> repairs) {
    StringBuilder head = new StringBuilder(ping());
    String asked = Actions.shortened(answer.question().text(), MAX_QUESTION_CHARS);
    if (!asked.isBlank()) { // a receipt keeps no question unless its server does
      head.append(Markdown.quote(Markdown.escapeLine(asked))).append('\n');
    }
    new TreeMap<>(repairs)
        .forEach(
            (typed, searched) ->
                head.append(
                        Markdown.small(
                            Markdown.escapeLine(
                                Label.SEARCHED_INSTEAD.in(language, typed, searched))))
                    .append('\n'));
    return head.toString();
  }

  private String foot(Answer.Answered answered, Page page) {
    List<String> lines = new ArrayList<>();
    if (answered.snippets().stream().anyMatch(AnswerMessage::isSummary)) {
      lines.add(Markdown.small(Label.SUMMARIES.in(language)));
    }
    String receipt =
        frame.receipt() == null ? "" : " · " + Phrase.RECEIPT.in(language, frame.receipt());
    String number = page.number() == 1 ? "" : " · " + Phrase.PAGE.in(language, page.number());
    lines.add(Markdown.small(IndexText.reaches(answered.index(), language)));
    lines.add(Markdown.small(IndexText.summary(answered.index(), language) + receipt + number));
    return String.join("\n", lines);
  }

  private Reply declined(Answer.Declined declined) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(
        TextDisplay.of(
            head(declined.repairs())
                + Markdown.bold(opening(declined).in(language))
                + missing(declined.missing())
                + "\n"
                + Markdown.small(IndexText.reaches(declined.index(), language))));
    if (declined.isNearest()) {
      parts.add(Containers.plain(StatementBlock.of(declined.near(), new SourceLines(language))));
    } else if (!declined.nearest().isEmpty()) {
      parts.add(
          Containers.plain(
              Markdown.heading(Label.NEAREST.in(language))
                  + "\n"
                  + RecordList.of(declined.nearest(), language)));
    }
    List<MessageTopLevelComponent> under = new ArrayList<>();
    under.add(TextDisplay.of(Markdown.small(IndexText.summary(declined.index(), language))));
    under.addAll(Actions.rows(frame, null, 0, language));
    under.addAll(Actions.related(declined.related(), declined.index().name(), language));
    return reply(Fitting.dropping(parts, 1, under));
  }

  private static Label opening(Answer.Declined declined) {
    return declined.isNearest() ? Label.NOT_SAID_BUT_NEAR : Label.NOT_IN_SOURCES;
  }

  private Reply invalid(Answer.Invalid invalid) {
    String problem = ProblemText.of(invalid.problem(), language);
    List<MessageTopLevelComponent> components = new ArrayList<>();
    components.add(TextDisplay.of(Markdown.escapeLine(problem)));
    components.addAll(Actions.rows(frame, null, 0, language));
    return reply(components);
  }

  private Reply reply(List<MessageTopLevelComponent> components) {
    Long pinged = frame.pinged();
    return new Reply(components, pinged == null ? Set.of() : Set.of(pinged));
  }

  private static boolean isSummary(Snippet snippet) {
    return snippet.statement().voice() == Voice.SUMMARY;
  }
}
