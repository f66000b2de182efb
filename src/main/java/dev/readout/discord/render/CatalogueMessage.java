package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.SideText;
import dev.readout.corpus.Language;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A page of the catalogue, in order of number. Pure functions. */
public final class CatalogueMessage {
  /** How many sources a page has, if they fit. */
  public static final int MAX_ENTRIES = 10;

  private static final int MAX_TITLE_CHARS = 120;
  private static final int BUTTONS_A_ROW = 5;

  private CatalogueMessage() {}

  /**
   * The first of the sources.
   *
   * @param entries at least one, and one more than a page holds when there are more
   * @param state only those listed; empty for waiting and accepted ones
   * @param count of all that are listed, on whatever page
   */
  public static Reply of(
      List<SourceEntry> entries,
      Optional<SourceState> state,
      int count,
      boolean global,
      Language language) {
    return Reply.of(
        Fitting.most(
            Math.min(entries.size(), MAX_ENTRIES),
            1,
            shown -> page(entries, shown, state, count, global, language)));
  }

  private static List<MessageTopLevelComponent> page(
      List<SourceEntry> entries,
      int shown,
      Optional<SourceState> state,
      int count,
      boolean global,
      Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(state, count, global, language));
    entries.subList(0, shown).forEach(entry -> lines.add(lines(entry, language)));
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    for (int from = 0; from < shown; from += BUTTONS_A_ROW) {
      parts.add(
          ActionRow.of(
              entries.subList(from, Math.min(shown, from + BUTTONS_A_ROW)).stream()
                  .map(entry -> number(entry, global))
                  .toList()));
    }
    if (shown < entries.size()) {
      SourceId more = new SourceId.Page(state, entries.get(shown - 1).number(), global);
      parts.add(ActionRow.of(Button.primary(more.encode(), SourcePhrase.MORE.in(language))));
    }
    return parts;
  }

  private static String heading(
      Optional<SourceState> state, int count, boolean global, Language language) {
    SourcePhrase title =
        state.filter(SourceState.WAITING::equals).isPresent()
            ? SourcePhrase.WAITING_LIST
            : SourcePhrase.SOURCES;
    String whose = global ? " · " + SourcePhrase.FOR_ALL_SERVERS.in(language) : "";
    return Markdown.heading(title.in(language))
        + " · "
        + SourcePhrase.COUNT.in(language, count)
        + whose;
  }

  private static String lines(SourceEntry entry, Language language) {
    List<String> parts =
        List.of(
            Markdown.bold(Long.toString(entry.number())),
            SourceNames.title(entry.record().title(), entry.address(), MAX_TITLE_CHARS),
            SideText.name(entry.record().side(), language),
            DateText.orNone(entry.record().published(), language),
            SourceNames.of(entry.state()).in(language));
    String line = Markdown.bullet(String.join(" · ", parts));
    return entry.address() == null
        ? line
        : line + "\n" + Markdown.small(SourceEntryMessage.health(entry.health(), language));
  }

  static Button number(SourceEntry entry, boolean global) {
    return Button.secondary(
        new SourceId.Of(SourceId.Action.SHOW, entry.number(), global).encode(),
        "# " + entry.number());
  }
}
