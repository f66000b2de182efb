package dev.readout.discord.standin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A registered command, as Discord would answer it. Do not change the JSON. */
public record Command(ObjectNode json) {
  /** Slash command. */
  public static final int SLASH = 1;

  /** Command of a message's menu. */
  public static final int MESSAGE = 3;

  static final int SUBCOMMAND = 1;
  static final int SUBCOMMAND_GROUP = 2;

  /** The id. */
  public String id() {
    return json.path("id").asText();
  }

  /** The name, for subcommands that of the whole. */
  public String name() {
    return json.path("name").asText();
  }

  /** 1 slash, 2 user, 3 message. */
  public int type() {
    return json.path("type").asInt(SLASH);
  }

  /** The description; empty for menu commands. */
  public String description() {
    return json.path("description").asText();
  }

  /** The server that it is registered for; empty if for all. */
  public Optional<String> guildId() {
    return Optional.ofNullable(json.get("guild_id")).map(JsonNode::asText);
  }

  /** True if it may be used in this context: 0 server, 1 bot DM, 2 private channel. */
  public boolean isAllowedIn(int context) {
    JsonNode contexts = json.path("contexts");
    // Without a word on it, a command is for servers and for the bot's own direct messages.
    return contexts.isArray()
        ? Json.elements(contexts).anyMatch(node -> node.asInt() == context)
        : context == 0 || (context == 1 && guildId().isEmpty());
  }

  /** True if it is there for this kind of installation: 0 by a server, 1 by a person. */
  public boolean isInstalledBy(int integrationType) {
    JsonNode types = json.path("integration_types");
    return types.isArray()
        ? Json.elements(types).anyMatch(node -> node.asInt() == integrationType)
        : integrationType == 0;
  }

  /** The permissions that a member needs, as bits; empty if none, 0 if only administrators may. */
  public Optional<Long> neededPermissions() {
    JsonNode needed = json.path("default_member_permissions");
    return Json.isEmpty(needed) ? Optional.empty() : Optional.of(needed.asLong());
  }

  /** "source add" for each subcommand, empty text if there is none. */
  public List<String> subcommands() {
    List<String> paths = Json.elements(json.path("options")).flatMap(Command::paths).toList();
    return paths.isEmpty() ? List.of("") : paths;
  }

  private static Stream<String> paths(JsonNode option) {
    String name = option.path("name").asText();
    return switch (option.path("type").asInt()) {
      case SUBCOMMAND -> Stream.of(name);
      case SUBCOMMAND_GROUP ->
          Json.elements(option.path("options"))
              .map(inner -> name + " " + inner.path("name").asText());
      default -> Stream.of();
    };
  }

  /** The options of a subcommand, given as "source add"; of the command itself if empty. */
  public Optional<List<JsonNode>> options(String subcommand) {
    JsonNode at = json;
    for (String step :
        subcommand.isEmpty() ? List.<String>of() : List.of(subcommand.split(" ", -1))) {
      Optional<JsonNode> next =
          Json.elements(at.path("options"))
              .filter(option -> option.path("name").asText().equals(step))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(Json.elements(at.path("options")).toList());
  }
}
