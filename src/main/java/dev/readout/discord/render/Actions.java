package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.SnippetText;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import dev.readout.store.FeedbackTable.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** What stands around a reply: who asked what, how far the sources reach, buttons and menus. */
final class Actions {
  private static final Emoji UP = Emoji.fromUnicode("👍");
  private static final Emoji DOWN = Emoji.fromUnicode("👎");
  private static final Emoji BIN = Emoji.fromUnicode("🗑️");
  private static final Emoji SHOW = Emoji.fromUnicode("📢");

  private Actions() {}

  /** Whom it is for and what was asked, in small print; a receipt may keep no question. */
  static String head(Frame frame, String question, int maxChars) {
    List<String> lines = new ArrayList<>();
    if (frame.pinged() != null) {
      lines.add("<@" + frame.pinged() + ">");
    }
    if (!question.isBlank()) {
      lines.add(Markdown.small(Markdown.escapeLine(question, maxChars)));
    }
    return String.join("\n", lines);
  }

  /** The last day that the sources of each side reach. */
  static String reach(GenerationInfo index, Language language) {
    return Phrase.REACH.in(
        language,
        index.reachesToUs() == null ? "–" : DateText.brief(index.reachesToUs(), language),
        index.reachesToPrc() == null ? "–" : DateText.brief(index.reachesToPrc(), language));
  }

  /** The button that takes a public reply away, or shows a private one to everybody. */
  static ActionRow row(Frame frame) {
    return row(frame, List.of());
  }

  /** The same behind others. */
  static ActionRow row(Frame frame, List<Button> first) {
    List<Button> buttons = new ArrayList<>(first);
    buttons.add(
        frame.isPrivate()
            ? Button.secondary(new ComponentId.Show().encode(), SHOW)
            : removal(frame.asker()));
    return ActionRow.of(buttons);
  }

  /** Buttons in rows of so many. */
  static List<ActionRow> rows(List<Button> buttons, int inRow) {
    return buttons.stream().gather(Gatherers.windowFixed(inRow)).map(ActionRow::of).toList();
  }

  /** What can be done with an answer; no way to all its statements where no receipt is kept. */
  static ActionRow answer(Frame frame, int count, Language language) {
    List<Button> buttons = new ArrayList<>();
    String receipt = frame.receipt();
    if (receipt != null) {
      String all = new ComponentId.All(receipt).encode();
      buttons.add(Button.primary(all, Phrase.ALL.in(language, count)));
      buttons.add(button(new ComponentId.Sources(receipt), Phrase.SOURCES, language));
      if (frame.feedback()) {
        buttons.add(Button.secondary(new ComponentId.Vote(receipt, Verdict.HELPFUL).encode(), UP));
        buttons.add(Button.secondary(new ComponentId.Dislike(receipt).encode(), DOWN));
      }
    }
    return row(frame, buttons);
  }

  static Button removal(long asker) {
    return Button.secondary(new ComponentId.Remove(asker).encode(), BIN);
  }

  static Button button(ComponentId id, Phrase label, Language language, Object... fillings) {
    return Button.secondary(id.encode(), label.in(language, fillings));
  }

  /** Questions to choose from; none where there are none. */
  static List<MessageTopLevelComponent> questions(
      List<String> questions, Phrase invitation, String generation, Language language) {
    List<SelectOption> options =
        questions.stream()
            .map(question -> SnippetText.inScript(question, language))
            .map(question -> Markdown.shortened(question, SelectOption.LABEL_MAX_LENGTH))
            .distinct()
            .map(question -> SelectOption.of(question, question))
            .toList();
    return menu(new ComponentId.Related(generation), invitation, options, language);
  }

  /** A menu, of as many options as it may have; none where there are none. */
  static List<MessageTopLevelComponent> menu(
      ComponentId id, Phrase invitation, List<SelectOption> options, Language language) {
    return options.isEmpty()
        ? List.of()
        : List.of(
            ActionRow.of(
                StringSelectMenu.create(id.encode())
                    .setPlaceholder(invitation.in(language))
                    .addOptions(
                        options.subList(
                            0, Math.min(options.size(), StringSelectMenu.OPTIONS_MAX_AMOUNT)))
                    .build()));
  }
}
