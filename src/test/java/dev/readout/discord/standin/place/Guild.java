package dev.readout.discord.standin.place;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.List;

/**
 * A Discord server.
 *
 * @param id a snowflake; also decides which shard hears of it
 * @param locale the language that it prefers, such as "en-US"
 * @param channels its text channels, at least one; the first is where people talk unless said
 */
public record Guild(String id, String name, String locale, List<Channel> channels) {

  public Guild {
    channels = List.copyOf(channels);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("a server needs a channel: " + name);
    }
  }

  /**
   * A server of this name, with the channels general, trade and, to be read only, notices; the id
   * is made from the name.
   */
  public static Guild named(String name) {
    // Any number will do that is a plausible snowflake and the same each time: 2020 and later.
    long id = (700_000_000_000L << 20) + (name.hashCode() & 0xFFFF_FFFFL) * 4096;
    return new Guild(
        Long.toString(id),
        name,
        "en-US",
        List.of(
            new Channel(Long.toString(id + 1), "general"),
            new Channel(Long.toString(id + 2), "trade"),
            new Channel(Long.toString(id + 5), "notices", true)));
  }

  /** The same server with another preferred language. */
  public Guild withLocale(String locale) {
    return new Guild(id, name, locale, channels);
  }

  /** The role of those who manage it, made from its own id. */
  public String managers() {
    return Long.toString(Long.parseLong(id) + 3);
  }

  /** The role of some who manage nothing, made from its own id. */
  public String editors() {
    return Long.toString(Long.parseLong(id) + 4);
  }

  /** All roles, that of everybody first; it has the server's own id. */
  public List<ObjectNode> roles() {
    return List.of(role(id), role(managers()), role(editors()));
  }

  /** The role of this id as Discord describes it. */
  public ObjectNode role(String roleId) {
    boolean isManagers = roleId.equals(managers());
    String name = roleId.equals(id) ? "@everyone" : isManagers ? "Managers" : "Editors";
    long permissions = isManagers ? Permission.ofManager() : Permission.ofMember();
    ObjectNode role = Json.object().put("id", roleId).put("name", name);
    role.put("position", 0).put("permissions", Long.toString(permissions));
    role.put("hoist", false).put("managed", false).put("mentionable", false);
    role.putObject("colors").put("primary_color", 0);
    return role;
  }

  /** The channel of this name. */
  public Channel channel(String name) {
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no channel #" + name + " in " + this));
  }
}
