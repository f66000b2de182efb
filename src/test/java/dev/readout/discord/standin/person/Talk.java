package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.wire.Json;

/** What people do beside using commands, as the gateway tells of it: threads and messages. */
public final class Talk {
  private static final int PUBLIC_THREAD = 11;

  private Talk() {}

  /** A thread that the person opens from the message; it has the message's id. */
  public static ObjectNode thread(Person person, Message message) {
    ObjectNode thread = Json.object().put("id", message.id()).put("type", PUBLIC_THREAD);
    thread.put("guild_id", guild(person).id()).put("parent_id", message.channelId());
    thread.put("name", "A thread").put("owner_id", person.id());
    thread.put("message_count", 0).put("member_count", 1).put("total_message_sent", 0);
    thread.put("rate_limit_per_user", 0).put("flags", 0).put("newly_created", true);
    thread
        .putObject("thread_metadata")
        .put("archived", false)
        .put("locked", false)
        .put("auto_archive_duration", 1440)
        .put("archive_timestamp", "2026-01-01T00:00:00.000000+00:00")
        .put("create_timestamp", "2026-01-01T00:00:00.000000+00:00");
    return thread;
  }

  /**
   * A message of the person's in a channel or thread. Its text is left out where it does not
   * mention the bot, as Discord does without the privileged intent.
   */
  public static ObjectNode message(Person person, String channelId, String text) {
    ObjectNode bot = person.client().bot();
    boolean mentions = text.contains("<@" + bot.path("id").asText() + ">");
    ObjectNode message =
        TargetMessage.saying(mentions ? text : "")
            .by(person.name(), person.id())
            .payload(person, channelId, person.client().ids().next());
    ObjectNode member = Payload.member(guild(person), person);
    message.set("member", member);
    if (mentions) {
      message.putArray("mentions").add(bot.deepCopy());
    }
    return message;
  }

  private static Guild guild(Person person) {
    return person.place().guild().orElseThrow();
  }
}
