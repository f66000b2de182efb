package dev.readout.discord.render;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;

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

  private static List<MessageTopLevelComponent> joined(
      List<? extends MessageTopLevelComponent> parts,
      int kept,
      List<? extends MessageTopLevelComponent> under) {
    List<MessageTopLevelComponent> message = new ArrayList<>(parts.subList(0, kept));
    message.addAll(under);
    return message;
  }
}
