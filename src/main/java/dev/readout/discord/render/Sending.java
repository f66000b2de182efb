package dev.readout.discord.render;

import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/**
 * Replies as JDA sends them: without previews, and telling nobody but who is named. Pure functions.
 */
public final class Sending {
  private Sending() {}

  /** As the content of an acknowledgement. */
  public static MessageEditData edit(Reply reply) {
    return filled(new MessageEditBuilder(), reply).build();
  }

  /** As a message of its own. */
  public static MessageCreateData create(Reply reply) {
    return filled(new MessageCreateBuilder(), reply).build();
  }

  private static <R extends MessageRequest<R>> R filled(R request, Reply reply) {
    return request
        .useComponentsV2(true)
        .setComponents(reply.components())
        .setAllowedMentions(List.of())
        .mentionUsers(reply.pings().stream().map(Long::toUnsignedString).toList())
        .setSuppressEmbeds(true);
  }
}
