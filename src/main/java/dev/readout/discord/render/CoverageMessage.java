package dev.readout.discord.render;

import dev.readout.answer.Coverage;
import dev.readout.answer.Coverage.Wanted;
import dev.readout.answer.DateText;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.TermText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.intake.Publisher;
import dev.readout.store.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Where sources are thin, and unanswered questions: a page from 1, or the last. Immutable. */
public record CoverageMessage(Report report, int wanted, Language language) {
  public static final int A_PAGE = 8;

  private static final int MOST_TERMS = 15;
  private static final int MOST_LINKS = 8;
  private static final int MOST_WANTED = 5;
  private static final int MAX_NAME_CHARS = 80;

  /** What is shown: topics, the thinnest first; sources whose pages are gone; what is wanted. */
  public record Report(
      List<Coverage.OfTopic> topics,
      List<Counted> declined,
      List<Counted> disliked,
      List<SourceEntry> dead,
      List<Wanted> wanted) {
    public Report {
      topics = List.copyOf(topics);
      declined = List.copyOf(declined);
      disliked = List.copyOf(disliked);
      dead = List.copyOf(dead);
      wanted = List.copyOf(wanted);
    }
  }

  /** Something by its name, and in how many questions it was. */
  public record Counted(String name, long questions) {}

  /** A page of the topics; the first one has everything else under it. */
  public Reply reply() {
    int pages = Math.max(1, (report.topics().size() + A_PAGE - 1) / A_PAGE);
    int page = Math.clamp(wanted, 1, pages);
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(topics(report.topics(), page, pages)));
    if (page == 1) {
      Stream.of(
              counted(IndexPhrase.DECLINED_TERMS, report.declined()),
              counted(IndexPhrase.DISLIKED_TOPICS, report.disliked()),
              dead(report.dead()),
              wanted(report.wanted()))
          .filter(text -> !text.isEmpty())
          .map(TextDisplay::of)
          .forEach(parts::add);
    }
    return Reply.of(MessageLimits.dropping(parts, 1, buttons(page, pages)));
  }

  private List<MessageTopLevelComponent> buttons(int page, int pages) {
    List<Button> buttons = new ArrayList<>();
    if (page > 1) {
      buttons.add(button(page - 1, IndexPhrase.PAGE_BEFORE));
    }
    if (page < pages) {
      buttons.add(button(page + 1, IndexPhrase.PAGE_AFTER));
    }
    return buttons.isEmpty() ? List.of() : List.of(ActionRow.of(buttons));
  }

  private Button button(int page, IndexPhrase label) {
    return Button.primary(new ModeratorId.CoveragePage(page).encode(), label.in(language));
  }

  private String topics(List<Coverage.OfTopic> topics, int page, int pages) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(IndexPhrase.COVERAGE.in(language)));
    if (pages > 1) {
      lines.add(Markdown.small(IndexPhrase.PAGE_OF.in(language, page, pages)));
    }
    topics.stream()
        .skip((page - 1L) * A_PAGE)
        .limit(A_PAGE)
        .forEach(topic -> lines.add(topic(topic)));
    return String.join("\n", lines);
  }

  private String topic(Coverage.OfTopic topic) {
    String sides =
        topic.sides().stream()
            .filter(held -> held.statements() > 0 || topic.emptySides().contains(held.side()))
            .map(this::side)
            .collect(Collectors.joining(" · "));
    OptionalLong days = topic.gapDays();
    String gap =
        days.isPresent() ? " · " + IndexPhrase.GAP_DAYS.in(language, days.getAsLong()) : "";
    String sign = topic.thinSides().isEmpty() ? "" : "⚠️ ";
    String name = Markdown.bold(Markdown.escapeLine(TermText.name(topic.topic(), language)));
    return Markdown.bullet(sign + name + Label.COLON.in(language) + sides + gap);
  }

  private String side(Coverage.OfSide held) {
    String name = SideText.name(held.side(), language);
    String count = IndexText.count(held.statements());
    return held.newest() == null
        ? IndexPhrase.HELD.in(language, name, count)
        : IndexPhrase.HELD_UNTIL.in(language, name, count, DateText.of(held.newest(), language));
  }

  private String counted(IndexPhrase heading, List<Counted> items) {
    if (items.isEmpty()) {
      return "";
    }
    String list =
        items.stream()
            .limit(MOST_TERMS)
            .map(item -> escaped(item.name()) + " (" + item.questions() + ")")
            .collect(Collectors.joining(" · "));
    return heading.in(language) + "\n" + list + more(items.size(), MOST_TERMS);
  }

  private String dead(List<SourceEntry> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(IndexPhrase.DEAD_LINKS.in(language));
    entries.stream()
        .limit(MOST_LINKS)
        .map(
            entry ->
                IndexPhrase.DEAD_LINK.in(
                    language,
                    entry.number(),
                    escaped(entry.record().title()),
                    entry.health().failures()))
        .map(Markdown::bullet)
        .forEach(lines::add);
    return String.join("\n", lines) + more(entries.size(), MOST_LINKS);
  }

  private String wanted(List<Wanted> topics) {
    if (topics.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(IndexPhrase.WANTED.in(language));
    topics.stream()
        .limit(MOST_WANTED)
        .map(
            topic ->
                IndexPhrase.WANTED_TOPIC.in(
                    language,
                    escaped(TermText.name(topic.topic(), language)),
                    SourceProblems.sides(topic.sides(), language),
                    topic.questions()))
        .map(Markdown::bullet)
        .forEach(lines::add);
    topics.stream()
        .limit(MOST_WANTED)
        .flatMap(topic -> topic.sides().stream())
        .distinct()
        .sorted()
        .map(this::sites)
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private String sites(Side side) {
    return Markdown.small(
        IndexPhrase.SITES.in(
            language,
            SideText.name(side, language),
            String.join(Label.BETWEEN_NAMES.in(language), Publisher.domains(side))));
  }

  private String more(int count, int most) {
    return count > most ? " · " + IndexPhrase.AND_MORE.in(language, count - most) : "";
  }

  private static String escaped(String text) {
    return Markdown.escapeLine(text, MAX_NAME_CHARS);
  }
}
