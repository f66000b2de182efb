package dev.readout.discord;

import dev.readout.discord.render.Reply;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Replies as JDA sends them: without previews, and telling nobody but who is named. Pure functions.
 */
final class Sending {
  private Sending() {}

  static MessageEditData edit(Reply reply) {
    return new MessageEditBuilder()
        .useComponentsV2(true)
        .setComponents(reply.components())
        .setAllowedMentions(List.of())
        .mentionUsers(reply.pings().stream().map(Long::toUnsignedString).toList())
        .setSuppressEmbeds(true)
        .build();
  }

  static MessageCreateData create(Reply reply) {
    return new MessageCreateBuilder()
        .useComponentsV2(true)
        .setComponents(reply.components())
        .setAllowedMentions(List.of())
        .mentionUsers(reply.pings().stream().map(Long::toUnsignedString).toList())
        .setSuppressEmbeds(true)
        .build();
  }
}
