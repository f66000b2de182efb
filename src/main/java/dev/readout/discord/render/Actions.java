package dev.readout.discord.render;

import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.SnippetText;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.wording.Phrase;
import dev.readout.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.jspecify.annotations.Nullable;

/** The rows of buttons and menus under a reply. Pure functions. */
final class Actions {
  private Actions() {}

  /**
   * What can be done with a reply.
   *
   * @param more the next page, or null; the label says how much is left
   * @param left how many statements are left
   */
  static List<MessageTopLevelComponent> rows(
      Frame frame, @Nullable ComponentId more, int left, Language language) {
    List<Button> buttons = new ArrayList<>();
    if (more != null) {
      buttons.add(Button.primary(more.encode(), Phrase.MORE.in(language, left)));
    }
    String receipt = frame.receipt();
    if (receipt != null) {
      buttons.add(button(new ComponentId.Sources(receipt), Phrase.SOURCES, language));
    }
    if (frame.isPrivate()) {
      buttons.add(button(new ComponentId.Show(), Phrase.SHOW, language));
    } else {
      buttons.add(button(new ComponentId.Remove(frame.asker()), Phrase.REMOVE, language));
    }
    List<MessageTopLevelComponent> rows = new ArrayList<>();
    rows.add(ActionRow.of(buttons));
    if (receipt != null && frame.feedback()) {
      rows.add(
          ActionRow.of(
              vote(receipt, Verdict.HELPFUL, Phrase.HELPFUL, language),
              vote(receipt, Verdict.WRONG_SOURCE, Phrase.WRONG_SOURCE, language),
              vote(receipt, Verdict.OUT_OF_DATE, Phrase.OUT_OF_DATE, language)));
    }
    return rows;
  }

  private static Button vote(String receipt, Verdict verdict, Phrase label, Language language) {
    return button(new ComponentId.Vote(receipt, verdict), label, language);
  }

  private static Button button(ComponentId id, Phrase label, Language language) {
    return Button.secondary(id.encode(), label.in(language));
  }

  /** Questions to choose from; none where there are none. */
  static List<MessageTopLevelComponent> related(
      List<String> questions, String generation, Language language) {
    if (questions.isEmpty()) {
      return List.of();
    }
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(new ComponentId.Related(generation).encode())
            .setPlaceholder(Phrase.ASK_RELATED.in(language));
    questions.stream()
        .map(question -> SnippetText.inScript(question, language))
        .map(question -> shortened(question, SelectOption.LABEL_MAX_LENGTH))
        .distinct()
        .forEach(question -> menu.addOption(question, question));
    return List.of(ActionRow.of(menu.build()));
  }

  /** The text, cut where Discord takes no more; never between the halves of one character. */
  static String shortened(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
