package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.IndexText;
import dev.readout.corpus.Language;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The generations kept, and going back to one of them. Pure functions. */
public final class RollbackMessage {
  private RollbackMessage() {}

  /**
   * What is kept, to choose from.
   *
   * @param kept newest first
   * @param current the name of the one that serves
   */
  public static Reply choice(
      List<GenerationInfo> kept, String current, boolean global, Language language) {
    List<String> lines = new ArrayList<>();
    String scope = global ? " · " + IndexPhrase.FOR_ALL_SERVERS.in(language) : "";
    lines.add(Markdown.heading(IndexPhrase.KEPT.in(language)) + scope);
    kept.forEach(info -> lines.add(Markdown.bullet(line(info, current, language))));
    List<GenerationInfo> others =
        kept.stream().filter(info -> !info.name().equals(current)).toList();
    if (kept.isEmpty()) {
      lines.add(IndexPhrase.KEPT_NONE.in(language));
    } else if (others.isEmpty()) {
      lines.add(IndexPhrase.KEPT_ONE.in(language));
    }
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (!others.isEmpty()) {
      parts.add(ActionRow.of(menu(others, global, language)));
    }
    return Reply.of(parts);
  }

  private static String line(GenerationInfo info, String current, Language language) {
    String line =
        IndexPhrase.KEPT_LINE.in(
            language,
            info.name(),
            TimeFormat.DATE_TIME_SHORT.format(info.built()),
            IndexText.count(info.records()));
    return info.name().equals(current)
        ? line + " · " + IndexPhrase.KEPT_CURRENT.in(language)
        : line;
  }

  private static StringSelectMenu menu(
      List<GenerationInfo> others, boolean global, Language language) {
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(new ModeratorId.RollbackChoice(global).encode())
            .setPlaceholder(IndexPhrase.GO_BACK_TO.in(language));
    others.stream()
        .limit(StringSelectMenu.OPTIONS_MAX_AMOUNT)
        .forEach(
            info ->
                menu.addOption(
                    info.name(),
                    info.name(),
                    IndexPhrase.OPTION_BUILT.in(
                        language, day(info, language), IndexText.count(info.records()))));
    return menu.build();
  }

  private static String day(GenerationInfo info, Language language) {
    return DateText.of(LocalDate.ofInstant(info.built(), ZoneOffset.UTC), language);
  }

  /** Whether to go back to this one. */
  public static Reply ask(
      GenerationInfo target, ModeratorId.RollbackConfirm confirm, long asker, Language language) {
    return Reply.of(
        List.of(
            TextDisplay.of(
                IndexPhrase.ROLLBACK_ASK.in(
                    language,
                    target.name(),
                    TimeFormat.DATE_TIME_SHORT.format(target.built()),
                    IndexText.count(target.records()))),
            ActionRow.of(
                Button.danger(confirm.encode(), IndexPhrase.CONFIRM.in(language)),
                Button.secondary(
                    new ComponentId.Remove(asker).encode(), IndexPhrase.CANCEL.in(language)))));
  }

  /** That this one serves now. */
  public static Reply done(GenerationInfo now, Language language) {
    return Reply.text(
        IndexPhrase.ROLLED_BACK.in(language, now.name(), IndexText.count(now.records())));
  }

  /**
   * That it could not be done.
   *
   * @param detail for operators; empty for anybody else
   */
  public static Reply failed(Failure failure, String detail, String serving, Language language) {
    return Reply.text(
        Markdown.heading(IndexPhrase.ROLLBACK_FAILED.in(language))
            + "\n"
            + ReindexMessage.why(failure, detail, language)
            + "\n"
            + IndexPhrase.SERVES_ON.in(language, serving));
  }
}
