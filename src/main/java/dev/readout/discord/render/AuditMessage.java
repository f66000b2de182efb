package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.store.AuditTable.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/** A page of the audit log, newest first. Pure functions. */
public final class AuditMessage {
  /** How many entries a page has, if they fit. */
  public static final int MAX_ENTRIES = 10;

  private static final int MAX_SUBJECT_CHARS = 80;
  private static final int MAX_DETAIL_CHARS = 240;

  private AuditMessage() {}

  /**
   * The first of the entries.
   *
   * @param entries newest first, at most {@link #MAX_ENTRIES}
   * @param position of the first of them in its scope's log, counted from the oldest, from 1
   */
  public static Reply of(
      List<AuditEntry> entries, long position, boolean global, Language language) {
    String heading =
        Markdown.heading(Phrase.AUDIT.in(language))
            + (global ? " · " + Phrase.GLOBAL.in(language) : "");
    if (entries.isEmpty()) {
      return Reply.text(heading + "\n" + Phrase.AUDIT_EMPTY.in(language));
    }
    return Reply.of(
        Fitting.most(
            entries.size(),
            1,
            shown -> page(heading, entries.subList(0, shown), position, global, language)));
  }

  private static List<MessageTopLevelComponent> page(
      String heading, List<AuditEntry> shown, long position, boolean global, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    shown.forEach(entry -> lines.add(line(entry, language)));
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (position > shown.size()) {
      ModeratorId older = new ModeratorId.AuditPage(position - shown.size(), global);
      parts.add(ActionRow.of(Button.primary(older.encode(), Phrase.AUDIT_OLDER.in(language))));
    }
    return parts;
  }

  private static String line(AuditEntry entry, Language language) {
    String what = Markdown.bold(Markdown.escapeLine(entry.action()));
    String subject = escaped(entry.subject(), MAX_SUBJECT_CHARS);
    String detail = escaped(entry.detail(), MAX_DETAIL_CHARS);
    return Markdown.bullet(
        String.join(
            " · ",
            List.of(
                    TimeFormat.DATE_TIME_SHORT.format(entry.at()),
                    who(entry.actor(), language),
                    what,
                    subject,
                    detail)
                .stream()
                .filter(part -> !part.isEmpty())
                .toList()));
  }

  private static String escaped(String text, int maxChars) {
    return Markdown.escapeLine(Actions.shortened(text, maxChars));
  }

  /** A member as a mention, which shows their name and tells them nothing. */
  static String who(String actor, Language language) {
    if (actor.matches("\\d{1,20}")) {
      return "<@" + actor + ">";
    }
    return actor.equals("terminal")
        ? Phrase.AT_TERMINAL.in(language)
        : Markdown.escapeLine(Actions.shortened(actor, MAX_SUBJECT_CHARS));
  }
}
