package dev.readout.discord.render;

import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What would be sent to Discord for a reply. Pure functions. */
final class Payload {
  private Payload() {}

  static DataObject of(Reply reply) {
    try (MessageCreateData data =
        new MessageCreateBuilder()
            .useComponentsV2(true)
            .setComponents(reply.components())
            .setAllowedMentions(List.of())
            .mentionUsers(reply.pings().stream().map(Long::toUnsignedString).toList())
            .setSuppressEmbeds(true)
            .build()) {
      return data.toData();
    }
  }
}
