package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Makes whole parts of a message fit. Pure functions. */
final class Fitting {
  private Fitting() {}

  /**
   * The parts and what stands under them; whole parts are left out from the end until it fits, but
   * never the first {@code needed}.
   */
  static List<MessageTopLevelComponent> dropping(
      List<? extends MessageTopLevelComponent> parts,
      int needed,
      List<? extends MessageTopLevelComponent> under) {
    int kept = parts.size();
    List<MessageTopLevelComponent> message = joined(parts, kept, under);
    while (kept > needed && !MessageLimits.leaveRoom(message)) {
      kept--;
      message = joined(parts, kept, under);
    }
    return message;
  }

  /** A heading and lines under it; the last ones are counted instead where they do not fit. */
  static Reply lines(
      String heading,
      List<String> lines,
      List<? extends MessageTopLevelComponent> under,
      Language language) {
    for (int shown = lines.size(); ; shown--) {
      List<String> text = new ArrayList<>(List.of(heading));
      text.addAll(lines.subList(0, shown));
      if (shown < lines.size()) {
        text.add(Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, lines.size() - shown)));
      }
      List<MessageTopLevelComponent> message =
          joined(List.of(TextDisplay.of(String.join("\n", text))), 1, under);
      if (shown == 0 || MessageLimits.leaveRoom(message)) {
        return Reply.of(message);
      }
    }
  }

  private static List<MessageTopLevelComponent> joined(
      List<? extends MessageTopLevelComponent> parts,
      int kept,
      List<? extends MessageTopLevelComponent> under) {
    List<MessageTopLevelComponent> message = new ArrayList<>(parts.subList(0, kept));
    message.addAll(under);
    return message;
  }
}
