package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.SideText;
import dev.readout.corpus.Language;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * A page of at least one source or feed, in order of number, and one more when there are more; of
 * so many in a state or, if empty, waiting and accepted. Pure functions.
 */
public record CatalogueMessage(
    List<SourceEntry> entries,
    Optional<SourceState> state,
    int count,
    boolean global,
    Language language) {
  /** How many sources a page has, if they fit. */
  public static final int MAX_ENTRIES = 10;

  private static final int MAX_TITLE_CHARS = 120;
  private static final int BUTTONS_A_ROW = 5;
  private static final int MAX_ADDRESS_CHARS = 120;
  private static final int MAX_PATTERN_CHARS = 80;

  /** The first of the sources. */
  public Reply reply() {
    return Reply.of(
        MessageLimits.most(Math.min(entries.size(), MAX_ENTRIES), 1, shown -> page(shown)));
  }

  private List<MessageTopLevelComponent> page(int shown) {
    List<String> lines = new ArrayList<>();
    lines.add(heading());
    entries.subList(0, shown).forEach(entry -> lines.add(lines(entry, language)));
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    parts.addAll(numbers(entries.subList(0, shown), global));
    if (shown < entries.size()) {
      SourceId more = new SourceId.Page(state, entries.get(shown - 1).number(), global);
      parts.add(ActionRow.of(Button.primary(more.encode(), SourcePhrase.MORE.in(language))));
    }
    return parts;
  }

  private String heading() {
    SourcePhrase title =
        state.filter(SourceState.WAITING::equals).isPresent()
            ? SourcePhrase.WAITING_LIST
            : SourcePhrase.SOURCES;
    return heading(title, count, global, language);
  }

  private static String heading(SourcePhrase title, int count, boolean global, Language language) {
    return Markdown.heading(title.in(language))
        + " · "
        + SourcePhrase.COUNT.in(language, count)
        + (global ? " · " + SourcePhrase.FOR_ALL_SERVERS.in(language) : "");
  }

  /** A source by its number, title, side and day. */
  static String line(SourceEntry entry, Language language) {
    return Markdown.bullet(
        String.join(
            " · ",
            Markdown.bold(Long.toString(entry.number())),
            SourceNames.title(entry.record().title(), entry.address(), MAX_TITLE_CHARS),
            SideText.name(entry.record().side(), language),
            DateText.orNone(entry.record().published(), language)));
  }

  private static String lines(SourceEntry entry, Language language) {
    String line = line(entry, language) + " · " + SourceNames.of(entry.state()).in(language);
    return entry.address() == null
        ? line
        : line + "\n" + Markdown.small(SourceEntryMessage.health(entry.health(), language));
  }

  /** A button for each, which shows it. */
  static List<ActionRow> numbers(List<SourceEntry> entries, boolean global) {
    return Actions.rows(
        entries.stream()
            .map(
                entry ->
                    Button.secondary(
                        new SourceId.Of(SourceId.Action.SHOW, entry.number(), global).encode(),
                        "# " + entry.number()))
            .toList(),
        BUTTONS_A_ROW);
  }

  /** As many of the feeds as fit, and how many there are. */
  public static Reply feeds(
      List<Feed> feeds, boolean global, List<Press> presses, Language language) {
    return Reply.of(
        MessageLimits.most(
            feeds.size(), 1, shown -> feedPage(feeds, shown, global, presses, language)));
  }

  private static List<MessageTopLevelComponent> feedPage(
      List<Feed> feeds, int shown, boolean global, List<Press> presses, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(SourcePhrase.FEEDS, feeds.size(), global, language));
    feeds.subList(0, shown).forEach(feed -> lines.add(feed(feed, "", language)));
    if (shown < feeds.size()) {
      lines.add("…");
    }
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (!presses.isEmpty()) {
      parts.add(NoticeMessage.row(presses, language));
    }
    return parts;
  }

  /** A feed and how it fares, after a word on it. */
  static String feed(Feed feed, String before, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(before + Markdown.bold(Long.toString(feed.number())));
    parts.add(SourceNames.of(feed.kind()).in(language));
    parts.add(SourceNames.link(feed.address(), MAX_ADDRESS_CHARS));
    String pattern = feed.linkPattern();
    if (pattern != null) {
      parts.add(Markdown.escapeLine(pattern, MAX_PATTERN_CHARS));
    }
    return Markdown.bullet(String.join(" · ", parts))
        + "\n"
        + Markdown.small(feedHealth(feed.health(), language));
  }

  private static String feedHealth(FeedHealth health, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(
        health.checked() == null
            ? SourcePhrase.NEVER_CHECKED.in(language)
            : SourcePhrase.CHECKED.in(language, TimeFormat.RELATIVE.format(health.checked())));
    String problem = health.problem();
    if (problem != null) {
      parts.add(SourcePhrase.PROBLEM.in(language, SourceProblems.ofFeed(problem, language)));
      if (health.failures() > 1) {
        parts.add(SourcePhrase.FAILED_TIMES.in(language, health.failures()));
      }
    }
    return String.join(" · ", parts);
  }
}
