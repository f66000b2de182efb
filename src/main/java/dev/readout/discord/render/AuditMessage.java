package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.store.AuditTable.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * A page of the audit log: at most {@link #MAX_ENTRIES}, newest first, the first of them at a
 * position counted from the oldest, from 1. Pure functions.
 */
public record AuditMessage(
    List<AuditEntry> entries, long position, boolean global, Language language) {
  /** How many entries a page has, if they fit. */
  public static final int MAX_ENTRIES = 10;

  private static final int MAX_SUBJECT_CHARS = 80;
  private static final int MAX_DETAIL_CHARS = 240;

  public Reply reply() {
    String heading =
        Markdown.heading(Phrase.AUDIT.in(language))
            + (global ? " · " + Phrase.GLOBAL.in(language) : "");
    if (entries.isEmpty()) {
      return Reply.text(heading + "\n" + Phrase.AUDIT_EMPTY.in(language));
    }
    return Reply.of(
        MessageLimits.most(entries.size(), 1, shown -> page(heading, entries.subList(0, shown))));
  }

  private List<MessageTopLevelComponent> page(String heading, List<AuditEntry> shown) {
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    shown.forEach(entry -> lines.add(line(entry)));
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (position > shown.size()) {
      ModeratorId older = new ModeratorId.AuditPage(position - shown.size(), global);
      parts.add(ActionRow.of(Button.primary(older.encode(), Phrase.AUDIT_OLDER.in(language))));
    }
    return parts;
  }

  private String line(AuditEntry entry) {
    String what = Markdown.bold(Markdown.escapeLine(entry.action()));
    String subject = Markdown.escapeLine(entry.subject(), MAX_SUBJECT_CHARS);
    String detail = Markdown.escapeLine(entry.detail(), MAX_DETAIL_CHARS);
    return Markdown.bullet(
        Stream.of(
                TimeFormat.DATE_TIME_SHORT.format(entry.at()),
                who(entry.actor(), language),
                what,
                subject,
                detail)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  /** A member as a mention, which shows their name and tells them nothing. */
  static String who(String actor, Language language) {
    if (actor.matches("\\d{1,20}")) {
      return "<@" + actor + ">";
    }
    return actor.equals("terminal")
        ? Phrase.AT_TERMINAL.in(language)
        : Markdown.escapeLine(actor, MAX_SUBJECT_CHARS);
  }
}
