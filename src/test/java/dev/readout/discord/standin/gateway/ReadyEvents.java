package dev.readout.discord.standin.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.wire.Json;
import java.util.List;

/** READY and GUILD_CREATE: all that JDA insists on, and what Discord always has. */
public final class ReadyEvents {
  private ReadyEvents() {}

  static ObjectNode ready(ObjectNode bot, String sessionId, String url, List<Guild> guilds) {
    ObjectNode ready = Json.object().put("v", 10).put("session_id", sessionId);
    ready.set("user", bot);
    ready.put("resume_gateway_url", url).putArray("private_channels");
    ArrayNode unavailable = ready.putArray("guilds");
    for (Guild guild : guilds) {
      unavailable.add(Json.object().put("id", guild.id()).put("unavailable", true));
    }
    ready.putObject("application").put("id", bot.path("id").asText()).put("flags", 0);
    return ready;
  }

  /** What the bot is told of a server that it is in. */
  public static ObjectNode guildCreate(Guild guild, ObjectNode bot) {
    ObjectNode json = Json.object().put("id", guild.id()).put("name", guild.name());
    json.put("owner_id", "310000000000000002").put("preferred_locale", guild.locale());
    // JDA refuses a time-out of 0.
    json.put("member_count", 2).put("afk_timeout", 300).put("unavailable", false);
    ArrayNode roles = json.putArray("roles");
    guild.roles().forEach(roles::add);
    ArrayNode channels = json.putArray("channels");
    for (Channel channel : guild.channels()) {
      ObjectNode node = Json.object().put("id", channel.id()).put("name", channel.name());
      channels.add(node.put("type", 0).put("position", channels.size()));
      ArrayNode overwrites = node.putArray("permission_overwrites");
      if (channel.isReadOnly()) {
        String denied = Long.toString(Permission.SEND_MESSAGES.bit());
        ObjectNode everybody = Json.object().put("id", guild.id()).put("type", 0);
        overwrites.add(everybody.put("allow", "0").put("deny", denied));
      }
    }
    ObjectNode self = Json.object().put("joined_at", "2024-01-01T00:00:00.000000+00:00");
    self.set("user", bot);
    self.putArray("roles");
    json.putArray("members").add(self);
    for (String list : List.of("threads", "emojis", "stickers", "features", "presences")) {
      json.putArray(list);
    }
    json.putArray("voice_states");
    json.putArray("guild_scheduled_events");
    json.putArray("stage_instances");
    return json;
  }
}
