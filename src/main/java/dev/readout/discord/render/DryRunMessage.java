package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.reindex.ReindexPlan;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What a reindex would change of a generation, with buttons to do it or not. Immutable. */
public record DryRunMessage(
    ReindexPlan plan,
    GenerationInfo compared,
    ModeratorId.ReindexConfirm confirm,
    long asker,
    Language language) {
  /** So many of each kind, if they fit. */
  private static final int MOST_LISTED = 20;

  private static final int MAX_TITLE_CHARS = 120;
  private static final int MAX_DETAIL_CHARS = 200;

  public Reply reply() {
    List<MessageTopLevelComponent> under =
        plan.isNeeded() && plan.isPossible() ? List.of(buttons()) : List.of();
    return Reply.of(MessageLimits.most(MOST_LISTED, 0, listed -> message(listed, under)));
  }

  private ActionRow buttons() {
    return ActionRow.of(
        Button.success(confirm.encode(), IndexPhrase.CONFIRM.in(language)),
        Button.secondary(new ComponentId.Remove(asker).encode(), IndexPhrase.CANCEL.in(language)));
  }

  private List<MessageTopLevelComponent> message(int listed, List<MessageTopLevelComponent> under) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(head()));
    List<String> sections = new ArrayList<>();
    sections.add(entries(IndexPhrase.WOULD_ADD, plan.added(), listed));
    sections.add(entries(IndexPhrase.WOULD_CHANGE, plan.changed(), listed));
    sections.add(entries(IndexPhrase.WOULD_REMOVE, plan.removed(), listed));
    sections.add(
        section(
            IndexPhrase.NOT_TAKEN, plan.refused().stream().map(this::refusal).toList(), listed));
    sections.removeIf(String::isEmpty);
    sections.forEach(section -> parts.add(TextDisplay.of(section)));
    parts.addAll(under);
    return parts;
  }

  private String head() {
    List<String> lines = new ArrayList<>();
    String scope = confirm.global() ? " · " + IndexPhrase.FOR_ALL_SERVERS.in(language) : "";
    lines.add(Markdown.heading(IndexPhrase.DRY_RUN.in(language)) + scope);
    String built = TimeFormat.RELATIVE.format(compared.built());
    if (!plan.isPossible()) {
      lines.add(IndexPhrase.NOT_POSSIBLE.in(language));
    } else if (!plan.isNeeded()) {
      lines.add(IndexPhrase.NOTHING_TO_DO.in(language, compared.name(), built));
      lines.add(Markdown.small(IndexPhrase.FORCE_HINT.in(language)));
    } else {
      lines.add(IndexPhrase.COMPARED_WITH.in(language, compared.name(), built));
      if (plan.size() == 0) {
        lines.add(IndexPhrase.NO_DIFFERENCE.in(language));
      }
      if (plan.isForced()) {
        lines.add(IndexPhrase.ANEW.in(language));
      }
    }
    return String.join("\n", lines);
  }

  private String entries(IndexPhrase heading, List<ReindexPlan.Entry> entries, int listed) {
    return section(
        heading,
        entries.stream()
            .map(ReindexPlan.Entry::title)
            .map(title -> Markdown.escapeLine(title, MAX_TITLE_CHARS))
            .toList(),
        listed);
  }

  private String section(IndexPhrase heading, List<String> items, int listed) {
    if (items.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(heading.in(language, items.size()));
    items.stream().limit(listed).map(Markdown::bullet).forEach(lines::add);
    if (items.size() > listed) {
      lines.add(Markdown.bullet(IndexPhrase.AND_MORE.in(language, items.size() - listed)));
    }
    return String.join("\n", lines);
  }

  private String refusal(ReindexPlan.Refusal refusal) {
    String why =
        switch (refusal.reason()) {
          case DAMAGED -> IndexPhrase.DAMAGED.in(language);
          case SAME_ID -> IndexPhrase.SAME_ID.in(language);
          case DEFECT -> Markdown.escapeLine(refusal.detail(), MAX_DETAIL_CHARS);
        };
    return Markdown.escapeLine(refusal.what(), MAX_TITLE_CHARS) + " · " + why;
  }
}
