package dev.readout.discord.render;

import dev.readout.answer.MeetingComparison;
import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.SideText;
import dev.readout.answer.wording.TermText;
import dev.readout.answer.wording.TopicText;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.jspecify.annotations.Nullable;

/**
 * Both accounts of a meeting, a box a topic with what each side says on it, on as many pages as it
 * takes. Immutable; its methods are pure.
 */
public final class ComparisonMessage {
  private static final int MAX_NAMES = 12;

  private final MeetingComparison comparison;
  private final String generation;
  private final Frame frame;
  private final Language language;
  private final List<Part> parts;

  /** A renderer of one comparison, which came from the generation named. */
  public ComparisonMessage(
      MeetingComparison comparison, String generation, Frame frame, Language language) {
    this.comparison = comparison;
    this.generation = generation;
    this.frame = frame;
    this.language = language;
    this.parts = comparison.rows().stream().flatMap(row -> parts(row).stream()).toList();
  }

  /** A topic, or as much of it as fits on a page. */
  private record Part(MeetingComparison.Row row, List<Snippet> us, List<Snippet> prc) {}

  /** Page {@code number} from 1; one past the last says that there is no more. */
  public Reply page(int number) {
    int from = 0;
    for (int page = 1; page == 1 || from < parts.size(); page++) {
      int to = parts.size();
      while (to > from + 1 && !MessageLimits.leaveRoom(components(from, to, page, false))) {
        to--;
      }
      if (page == number) {
        List<MessageTopLevelComponent> components = components(from, to, page, false);
        return Reply.of(
            MessageLimits.leaveRoom(components) ? components : components(from, to, page, true));
      }
      from = to;
    }
    return Reply.text(Phrase.NO_MORE.in(language));
  }

  /** Noted: statements too long for a message are not shown, only where they stand. */
  private List<MessageTopLevelComponent> components(int from, int to, int page, boolean noted) {
    SourceLines sources = new SourceLines(language);
    List<MessageTopLevelComponent> components = new ArrayList<>();
    components.add(TextDisplay.of(page == 1 ? head() : title()));
    parts.subList(from, to).forEach(part -> components.add(box(part, sources, noted)));
    String number = page == 1 ? "" : " · " + Phrase.PAGE.in(language, page);
    components.add(TextDisplay.of(Markdown.small(Label.SUMMARIES.in(language) + number)));
    components.addAll(Actions.rows(frame, next(to, page), parts.size() - to, language));
    return components;
  }

  private @Nullable ComponentId next(int to, int page) {
    return to < parts.size()
        ? new ComponentId.MoreRows(comparison.meeting().id(), page + 1, generation, language)
        : null;
  }

  private String title() {
    return Markdown.heading(SourceLine.title(comparison.meeting(), language));
  }

  private String head() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add(Markdown.small(SourceLine.withoutTitle(comparison.meeting(), language)));
    if (comparison.usRecords().isEmpty()) {
      lines.add(Label.NO_US_ACCOUNT.in(language));
    }
    if (comparison.prcRecords().isEmpty()) {
      lines.add(Label.NO_PRC_ACCOUNT.in(language));
    }
    lines.add(Label.ONLY_US.in(language, names(comparison.onlyUs())));
    lines.add(Label.ONLY_PRC.in(language, names(comparison.onlyPrc())));
    return String.join("\n", lines);
  }

  private String names(List<Term> terms) {
    if (terms.isEmpty()) {
      return Label.NOTHING.in(language);
    }
    String names =
        terms.stream()
            .map(term -> Markdown.escapeLine(TermText.name(term, language)))
            .distinct()
            .limit(MAX_NAMES)
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    return terms.size() > MAX_NAMES ? names + " …" : names;
  }

  /**
   * A topic on which much is said takes several boxes, so that each fits on a page: the American
   * statements are not torn from the Chinese ones unless they must be.
   */
  private List<Part> parts(MeetingComparison.Row row) {
    Part whole = new Part(row, row.us(), row.prc());
    if (fits(whole)) {
      return List.of(whole);
    }
    List<Part> parts = new ArrayList<>();
    int longest = Math.max(row.us().size(), row.prc().size());
    for (int i = 0; i < longest; i++) {
      Part both = new Part(row, one(row.us(), i), one(row.prc(), i));
      if (fits(both) || both.us().isEmpty() || both.prc().isEmpty()) {
        parts.add(both);
      } else {
        parts.add(new Part(row, both.us(), List.of()));
        parts.add(new Part(row, List.of(), both.prc()));
      }
    }
    return parts;
  }

  private boolean fits(Part part) {
    List<MessageTopLevelComponent> page = new ArrayList<>();
    page.add(TextDisplay.of(head()));
    page.add(box(part, new SourceLines(language), false));
    page.add(TextDisplay.of(Markdown.small(Label.SUMMARIES.in(language))));
    page.addAll(Actions.rows(frame, null, 0, language));
    return MessageLimits.leaveRoom(page);
  }

  private static List<Snippet> one(List<Snippet> snippets, int i) {
    return i < snippets.size() ? List.of(snippets.get(i)) : List.of();
  }

  private Container box(Part part, SourceLines sources, boolean noted) {
    MeetingComparison.Row row = part.row();
    String topic =
        row.topic() == null
            ? Label.OTHER_TOPICS.in(language)
            : TopicText.name(row.topic(), language);
    return Containers.plain(
        Markdown.heading(Markdown.escapeLine(topic)),
        side(Side.US, part.us(), row.us().isEmpty(), sources, noted),
        side(Side.PRC, part.prc(), row.prc().isEmpty(), sources, noted));
  }

  /** Nothing for a side that speaks in another part of the same topic. */
  private String side(
      Side side, List<Snippet> snippets, boolean silent, SourceLines sources, boolean noted) {
    String name = Markdown.bold(SideText.name(side, language));
    if (snippets.isEmpty()) {
      return silent ? name + " " + Label.NOTHING_ON_THIS.in(language) : "";
    }
    return name
        + "\n"
        + (noted ? StatementBlock.noted(snippets, sources) : StatementBlock.of(snippets, sources));
  }
}
