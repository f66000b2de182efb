package dev.readout.discord.render;

import dev.readout.answer.Label;
import dev.readout.corpus.Language;
import dev.readout.store.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * A server's settings, how long receipts are kept with them, the channel in which moderators are
 * told what waits, 0 for none, and what was just changed, if anything. Pure functions.
 */
public record SettingsMessage(
    ServerSettings now, int receiptDays, long told, String changes, Language language) {
  /** Of channels; there may be 500. */
  private static final int MAX_NAMED = 40;

  private static final int MAX_CHANGE_CHARS = 800;

  public Reply reply() {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    if (!changes.isEmpty()) {
      parts.add(TextDisplay.of(changed()));
    }
    parts.add(Containers.plain(settings()));
    parts.add(
        ActionRow.of(
            Button.secondary(new ModeratorId.EditSettings().encode(), Phrase.EDIT.in(language))));
    return Reply.of(parts);
  }

  private String changed() {
    return Phrase.SETTINGS_CHANGED.in(language)
        + "\n"
        + Markdown.bullet(Markdown.escapeLine(changes, MAX_CHANGE_CHARS));
  }

  private String settings() {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(Phrase.SETTINGS.in(language)));
    lines.add(Phrase.SET_LANGUAGE.in(language, languageName().in(language)));
    lines.add(
        Phrase.SET_PRIVATE.in(
            language, (now.privateByDefault() ? Phrase.TO_ASKER : Phrase.PUBLIC).in(language)));
    lines.add(
        Phrase.SET_DECLINED.in(
            language, (now.declinedInPublic() ? Phrase.PUBLIC : Phrase.TO_ASKER).in(language)));
    lines.add(
        Phrase.SET_FEEDBACK.in(language, (now.feedback() ? Phrase.YES : Phrase.NO).in(language)));
    lines.add(
        Phrase.SET_KEEP.in(
            language, (now.keepQuestions() ? Phrase.STORED : Phrase.NOT_STORED).in(language)));
    lines.add(Phrase.SET_RECEIPT_DAYS.in(language, receiptDays));
    lines.add(
        Phrase.SET_FEED_ITEMS.in(
            language, (now.takeFeedItems() ? Phrase.TAKEN : Phrase.WAITING).in(language)));
    lines.add(
        Phrase.SET_CHANNELS.in(
            language,
            now.channels().isEmpty()
                ? Phrase.EVERY_CHANNEL.in(language)
                : mentions("<#", now.channels())));
    lines.add(
        Phrase.SET_MODERATORS.in(
            language,
            now.moderatorRoles().isEmpty()
                ? ""
                : Label.BETWEEN_NAMES.in(language) + mentions("<@&", now.moderatorRoles())));
    lines.add(
        Phrase.SET_TOLD.in(
            language, told == 0 ? Phrase.NOWHERE.in(language) : mentions("<#", Set.of(told))));
    return String.join("\n", lines);
  }

  private Phrase languageName() {
    return switch (String.valueOf(now.language())) {
      case "en" -> Phrase.ENGLISH;
      case "zh" -> Phrase.SIMPLIFIED;
      case "zh-TW" -> Phrase.TRADITIONAL;
      default -> Phrase.OWN_LANGUAGE;
    };
  }

  private static String mentions(String open, Set<Long> ids) {
    String named =
        ids.stream()
            .limit(MAX_NAMED)
            .map(id -> open + Long.toUnsignedString(id) + ">")
            .collect(Collectors.joining(" "));
    return ids.size() > MAX_NAMED ? named + " +" + (ids.size() - MAX_NAMED) : named;
  }
}
