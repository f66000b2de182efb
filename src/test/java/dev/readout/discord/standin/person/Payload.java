package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.wire.Json;

/** What every INTERACTION_CREATE says of who did it, where, and with which permissions. */
public final class Payload {
  /** What the bot may do anywhere: view, send, embed, attach, read history. */
  private static final String APP_PERMISSIONS = "2222085186636352";

  private static final long FRIEND_ID = 310_000_000_000_000_001L;

  private Payload() {}

  /** All but the interaction's id, token, type and data. */
  static ObjectNode of(Person person) {
    ObjectNode payload = Json.object();
    payload.put("application_id", person.client().applicationId()).put("version", 1);
    payload.put("locale", person.locale()).put("context", person.place().context());
    payload.put("app_permissions", APP_PERMISSIONS);
    payload.put("attachment_size_limit", person.attachmentLimitBytes());
    payload.putArray("entitlements");
    payload.put("channel_id", channelId(person)).set("channel", channel(person));
    payload.set("authorizing_integration_owners", owners(person));
    person
        .place()
        .guild()
        .ifPresentOrElse(
            guild -> addGuild(payload, person, guild),
            () -> payload.set("user", user(person.id(), person.name(), false)));
    return payload;
  }

  private static void addGuild(ObjectNode payload, Person person, Guild guild) {
    payload.put("guild_id", guild.id()).put("guild_locale", guild.locale());
    ObjectNode partial = Json.object().put("id", guild.id()).put("locale", guild.locale());
    partial.putArray("features");
    payload.set("guild", partial);
    ObjectNode member = member(guild, person);
    member.set("user", user(person.id(), person.name(), false));
    payload.set("member", member);
  }

  private static ObjectNode owners(Person person) {
    Place place = person.place();
    if (place.integrationType() == 1) {
      return Json.object().put("1", person.id());
    }
    return Json.object().put("0", place.guild().map(Guild::id).orElse("0"));
  }

  /** A person's conversations outside servers are her own, so their ids follow from hers. */
  static String channelId(Person person) {
    long offset = 1L + person.place().context() + person.place().channelType();
    return person
        .place()
        .channel()
        .map(Channel::id)
        .orElseGet(() -> Long.toString(Long.parseLong(person.id()) + offset));
  }

  private static ObjectNode channel(Person person) {
    Place place = person.place();
    ObjectNode channel =
        Json.object().put("id", channelId(person)).put("type", place.channelType());
    place.guild().ifPresent(guild -> channel.put("guild_id", guild.id()));
    switch (place.kind()) {
      case SERVER, SERVER_USER_INSTALL ->
          channel
              .put("name", place.channel().map(Channel::name).orElse("general"))
              .put("position", 0)
              .put("permissions", Long.toString(person.permissions()))
              .put("nsfw", false);
      // From the person's side: the other one is the recipient.
      case BOT_DM -> channel.putArray("recipients").add(person.client().bot());
      case FRIEND_DM ->
          channel.putArray("recipients").add(user(Long.toString(FRIEND_ID), "Friend", false));
      case GROUP_DM ->
          channel
              .put("name", "Group")
              .put("owner_id", person.id())
              .putArray("recipients")
              .add(user(Long.toString(FRIEND_ID), "Friend", false));
    }
    return channel;
  }

  /** A user as Discord describes one. */
  public static ObjectNode user(String id, String name, boolean isBot) {
    return Json.object()
        .put("id", id)
        .put("username", name)
        .put("discriminator", isBot ? "0001" : "0")
        .put("global_name", isBot ? null : name)
        .put("bot", isBot)
        .put("public_flags", 0)
        .put("flags", 0)
        .putNull("avatar")
        .putNull("primary_guild");
  }

  /** A server's member without the user; JDA reckons permissions from the roles. */
  static ObjectNode member(Guild guild, Person person) {
    long permissions = person.permissions();
    ObjectNode member = Json.object().put("permissions", Long.toString(permissions));
    member.put("joined_at", "2024-01-01T00:00:00.000000+00:00").putNull("nick").putNull("avatar");
    member.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
    ArrayNode roles = member.putArray("roles");
    if ((permissions & Permission.MANAGE_MESSAGES.bit()) != 0) {
      roles.add(guild.managers());
    }
    person.roles().forEach(roles::add);
    return member;
  }
}
