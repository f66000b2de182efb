package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
    return most(parts.size(), needed, kept -> joined(parts, kept, under));
  }

  /**
   * The message that shows as much as fits.
   *
   * @param most how much it would show
   * @param least how much it shows even if that does not fit
   */
  static List<MessageTopLevelComponent> most(
      int most, int least, IntFunction<List<MessageTopLevelComponent>> message) {
    List<MessageTopLevelComponent> made = message.apply(most);
    for (int shown = most - 1; shown >= least && !MessageLimits.leaveRoom(made); shown--) {
      made = message.apply(shown);
    }
    return made;
  }

  /** A heading and lines under it; the last ones are counted instead where they do not fit. */
  static Reply lines(
      String heading,
      List<String> lines,
      List<? extends MessageTopLevelComponent> under,
      Language language) {
    return Reply.of(
        most(
            lines.size(),
            0,
            shown -> {
              List<String> text = new ArrayList<>(List.of(heading));
              text.addAll(lines.subList(0, shown));
              if (shown < lines.size()) {
                int left = lines.size() - shown;
                text.add(Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, left)));
              }
              return joined(List.of(TextDisplay.of(String.join("\n", text))), 1, under);
            }));
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
