package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The feeds that are watched. Pure functions. */
public final class FeedsMessage {
  private static final int MAX_NAME_CHARS = 120;
  private static final int MAX_PATTERN_CHARS = 80;

  private FeedsMessage() {}

  /** As many of the feeds as fit, and how many there are. */
  public static Reply of(List<Feed> feeds, boolean global, List<Press> presses, Language language) {
    return Reply.of(
        Fitting.most(feeds.size(), 1, shown -> page(feeds, shown, global, presses, language)));
  }

  private static List<MessageTopLevelComponent> page(
      List<Feed> feeds, int shown, boolean global, List<Press> presses, Language language) {
    List<String> lines = new ArrayList<>();
    String whose = global ? " · " + SourcePhrase.FOR_ALL_SERVERS.in(language) : "";
    lines.add(
        Markdown.heading(SourcePhrase.FEEDS.in(language))
            + " · "
            + SourcePhrase.COUNT.in(language, feeds.size())
            + whose);
    feeds.subList(0, shown).forEach(feed -> lines.add(line(feed, "", language)));
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
  static String line(Feed feed, String before, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(before + Markdown.bold(Long.toString(feed.number())));
    parts.add(SourceNames.of(feed.kind()).in(language));
    parts.add(SourceNames.link(feed.address(), MAX_NAME_CHARS));
    String pattern = feed.linkPattern();
    if (pattern != null) {
      parts.add(SourceNames.escaped(pattern, MAX_PATTERN_CHARS));
    }
    return Markdown.bullet(String.join(" · ", parts))
        + "\n"
        + Markdown.small(health(feed.health(), language));
  }

  private static String health(FeedHealth health, Language language) {
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
