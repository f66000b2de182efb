package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.SnippetText;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import dev.readout.store.FeedbackTable.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import org.jspecify.annotations.Nullable;

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

  /** What can be done with a reply that is no answer; with how many statements are left, if any. */
  static List<MessageTopLevelComponent> rows(
      Frame frame, @Nullable ComponentId more, int left, Language language) {
    List<Button> buttons = new ArrayList<>();
    if (more != null) {
      buttons.add(Button.primary(more.encode(), Phrase.MORE.in(language, left)));
    }
    buttons.add(removal(frame));
    return List.of(ActionRow.of(buttons));
  }

  /** These and the one that takes the reply away or shows it. */
  static ActionRow row(Frame frame, Collection<Button> first, Language language) {
    List<Button> buttons = new ArrayList<>(first);
    buttons.add(removal(frame));
    return ActionRow.of(buttons);
  }

  /** What can be done with an answer; no way to all its statements where no receipt is kept. */
  static List<MessageTopLevelComponent> answer(
      Frame frame, @Nullable ComponentId all, int count, Language language) {
    List<Button> buttons = new ArrayList<>();
    String receipt = frame.receipt();
    if (all != null && receipt != null) {
      buttons.add(Button.primary(all.encode(), Phrase.ALL.in(language, count)));
      buttons.add(button(new ComponentId.Sources(receipt), Phrase.SOURCES, language));
      if (frame.feedback()) {
        buttons.add(Button.secondary(new ComponentId.Vote(receipt, Verdict.HELPFUL).encode(), UP));
        buttons.add(Button.secondary(new ComponentId.Dislike(receipt).encode(), DOWN));
      }
    }
    return List.of(row(frame, buttons, language));
  }

  /** Takes a public reply away, or shows a private one to everybody. */
  static Button removal(Frame frame) {
    return frame.isPrivate()
        ? Button.secondary(new ComponentId.Show().encode(), SHOW)
        : removal(frame.asker());
  }

  static Button removal(long asker) {
    return Button.secondary(new ComponentId.Remove(asker).encode(), BIN);
  }

  static Button button(ComponentId id, Phrase label, Language language, Object... fillings) {
    return Button.secondary(id.encode(), label.in(language, fillings));
  }

  /** Questions to choose from; none where there are none. */
  static List<MessageTopLevelComponent> related(
      List<String> questions, String generation, Language language) {
    return questions(questions, Phrase.ASK_RELATED, generation, language);
  }

  /** The same under another invitation. */
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
