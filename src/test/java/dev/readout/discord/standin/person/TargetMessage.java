package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.wire.Json;
import java.util.Optional;

/**
 * A message from whose menu a command is picked.
 *
 * @param json parts of it beyond content and author, which replace what would be there
 */
public record TargetMessage(
    String content, String authorId, String authorName, boolean isByBot, ObjectNode json) {

  /** Somebody's message. */
  public static TargetMessage saying(String content) {
    return new TargetMessage(content, "300000000000000001", "Bob", false, Json.object());
  }

  /** A message of the bot. */
  public static TargetMessage of(Message message) {
    String botId = message.json().path("author").path("id").asText();
    return new TargetMessage(message.content(), botId, "Readout", true, message.json());
  }

  /** The same, by somebody else. */
  public TargetMessage by(String name, String id) {
    return new TargetMessage(content, id, name, isByBot, json);
  }

  /** The same, by an app: a bot or webhook. */
  public TargetMessage byApp() {
    return new TargetMessage(content, authorId, authorName, true, json);
  }

  /** The same, with further parts in Discord's form, such as embeds. */
  public TargetMessage with(ObjectNode parts) {
    return new TargetMessage(content, authorId, authorName, isByBot, parts);
  }

  ObjectNode payload(Person person, String channelId, String id) {
    ObjectNode message = Json.object();
    message.put("id", id).put("channel_id", channelId).put("type", 0).put("content", content);
    message.set("author", Payload.user(authorId, authorName, isByBot));
    message.put("timestamp", "2026-01-01T00:00:00.000000+00:00").putNull("edited_timestamp");
    message.put("tts", false).put("mention_everyone", false).put("pinned", false).put("flags", 0);
    for (String list : new String[] {"mentions", "mention_roles", "attachments", "embeds"}) {
      message.putArray(list);
    }
    message.putArray("components");
    Optional<String> guildId = person.place().guild().map(guild -> guild.id());
    guildId.ifPresent(guild -> message.put("guild_id", guild));
    message.setAll(json.deepCopy());
    return message;
  }
}
