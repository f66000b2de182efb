package dev.readout.discord.render;

import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What would be sent to Discord for a reply. Pure functions. */
final class Payload {
  private Payload() {}

  static DataObject of(Reply reply) {
    try (MessageCreateData data = reply.create()) {
      return data.toData();
    }
  }
}
