package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A private reply as it is shown to everybody. Pure functions. */
public final class ShownMessage {
  private ShownMessage() {}

  /**
   * The same components; the buttons that made sense for one person alone give way to one that
   * removes the message, and a line names the member who shows it.
   */
  public static Reply of(
      List<? extends MessageTopLevelComponent> components,
      String name,
      long member,
      Language language) {
    List<MessageTopLevelComponent> shown = new ArrayList<>();
    for (MessageTopLevelComponent component : components) {
      if (component instanceof ActionRow row) {
        addPublic(shown, row);
      } else {
        shown.add(component);
      }
    }
    Button remove = Actions.removal(member);
    String by = Phrase.SHOWN_BY.in(language, Markdown.escapeLine(name, 40));
    List<MessageTopLevelComponent> signed = new ArrayList<>(shown);
    signed.add(TextDisplay.of(Markdown.small(by)));
    signed.add(ActionRow.of(remove));
    // Every reply leaves room for the line; one of another version of the bot may not.
    return Reply.of(MessageLimits.hold(signed) ? signed : shown);
  }

  private static void addPublic(List<MessageTopLevelComponent> shown, ActionRow row) {
    var kept =
        row.getComponents().stream()
            .filter(
                child ->
                    !(child instanceof Button button)
                        || !(ComponentId.parse(String.valueOf(button.getCustomId())).orElse(null)
                            instanceof ComponentId.Show))
            .toList();
    if (!kept.isEmpty()) {
      shown.add(ActionRow.of(kept));
    }
  }
}
