package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.IndexText;
import dev.readout.corpus.Language;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/** How far a reindex is and how it ended; the generations kept, and going back. Pure functions. */
public final class ReindexMessage {
  private static final int BAR_CHARS = 20;
  private static final int MAX_DETAIL_CHARS = 600;

  private ReindexMessage() {}

  /** A reindex under way, with a button to cancel it. */
  public static Reply underWay(
      Reindexing.Position position,
      Instant started,
      boolean isCancelled,
      boolean global,
      Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(IndexPhrase.UNDER_WAY.in(language)));
    lines.add(IndexPhrase.SINCE.in(language, TimeFormat.RELATIVE.format(started)));
    for (BuildStep step : BuildStep.values()) {
      lines.add(line(step, position, language));
    }
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    if (isCancelled) {
      lines.add(IndexPhrase.BEING_CANCELLED.in(language));
    }
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (!isCancelled) {
      ModeratorId cancel = new ModeratorId.ReindexCancel(global);
      parts.add(ActionRow.of(Button.danger(cancel.encode(), IndexPhrase.CANCEL.in(language))));
    }
    return Reply.of(parts);
  }

  private static String line(BuildStep step, Reindexing.Position position, Language language) {
    String name = IndexPhrase.valueOf("STEP_" + step).in(language);
    int order = step.compareTo(position.step());
    if (order == 0) {
      return "▶️ " + Markdown.bold(name) + " " + bar(position.done(), position.total());
    }
    return (order < 0 ? "✅ " : "▫️ ") + name;
  }

  private static String bar(int done, int total) {
    int percent = total <= 0 ? 0 : Math.clamp(100L * done / total, 0, 100);
    int full = percent * BAR_CHARS / 100;
    return "`" + "█".repeat(full) + "░".repeat(BAR_CHARS - full) + "` " + percent + " %";
  }

  /** How it ended, with paths for operators only, and which generation serves. */
  public static Reply over(
      Reindexing.Outcome outcome,
      ReindexPlan plan,
      String serving,
      boolean forOperator,
      Language language) {
    return switch (outcome) {
      case Reindexing.Outcome.Done done -> Reply.text(done(done, plan, language));
      case Reindexing.Outcome.Cancelled _ -> ended(IndexPhrase.CANCELLED, "", serving, language);
      case Reindexing.Outcome.Failed(Failure failure, String detail) ->
          failed(IndexPhrase.FAILED, failure, forOperator ? detail : "", serving, language);
    };
  }

  private static Reply ended(
      IndexPhrase heading, String reason, String serving, Language language) {
    return Reply.text(
        Markdown.heading(heading.in(language))
            + "\n"
            + reason
            + IndexPhrase.SERVES_ON.in(language, serving));
  }

  private static String done(Reindexing.Outcome.Done done, ReindexPlan plan, Language language) {
    GenerationInfo made = done.generation();
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(IndexPhrase.DONE.in(language)));
    lines.add(
        IndexPhrase.DONE_SERVES.in(
            language,
            made.name(),
            IndexText.count(made.records()),
            IndexText.count(made.statements())));
    lines.add(
        IndexPhrase.DONE_COUNTS.in(
            language,
            plan.added().size(),
            plan.changed().size(),
            plan.removed().size(),
            String.format(Locale.ROOT, "%.1f", done.took().toMillis() / 1_000.0)));
    return String.join("\n", lines);
  }

  /** That an index could not be changed; the detail is for operators, else empty. */
  public static Reply failed(
      IndexPhrase heading, Failure failure, String detail, String serving, Language language) {
    return ended(heading, why(failure, detail, language) + "\n", serving, language);
  }

  /**
   * Why an index could not be changed, and what to do, on one or two lines; the detail, in English
   * with paths, is for operators, else empty.
   */
  static String why(Failure failure, String detail, Language language) {
    String text = IndexPhrase.valueOf(failure.name()).in(language);
    return detail.isEmpty()
        ? text
        : text + "\n" + Markdown.small(Markdown.escapeLine(detail, MAX_DETAIL_CHARS));
  }

  /** What is kept, newest first, to choose from, and which of it serves. */
  public static Reply keptGenerations(
      List<GenerationInfo> kept, String current, boolean global, Language language) {
    List<String> lines = new ArrayList<>();
    String scope = global ? " · " + IndexPhrase.FOR_ALL_SERVERS.in(language) : "";
    lines.add(Markdown.heading(IndexPhrase.KEPT.in(language)) + scope);
    kept.forEach(info -> lines.add(Markdown.bullet(keptLine(info, current, language))));
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

  private static String keptLine(GenerationInfo info, String current, Language language) {
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
  public static Reply askRollback(
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

  public static Reply rolledBack(GenerationInfo now, Language language) {
    return Reply.text(
        IndexPhrase.ROLLED_BACK.in(language, now.name(), IndexText.count(now.records())));
  }
}
