package dev.readout.discord.render;

import dev.readout.answer.TextKey;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A sentence or two, and what can be done next. Pure functions. */
public final class NoticeMessage {
  private NoticeMessage() {}

  /** A button; one that destroys something is red. */
  public record Press(ComponentId id, TextKey label, boolean isDanger) {
    /** An ordinary one. */
    public static Press of(ComponentId id, TextKey label) {
      return new Press(id, label, false);
    }

    Button button(Language language) {
      return isDanger
          ? Button.danger(id.encode(), label.in(language))
          : Button.secondary(id.encode(), label.in(language));
    }
  }

  /**
   * The notice.
   *
   * @param presses at most five
   */
  public static Reply of(String markdown, List<Press> presses, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(markdown));
    if (!presses.isEmpty()) {
      parts.add(row(presses, language));
    }
    return Reply.of(parts);
  }

  static ActionRow row(List<Press> presses, Language language) {
    return ActionRow.of(presses.stream().map(press -> press.button(language)).toList());
  }
}
