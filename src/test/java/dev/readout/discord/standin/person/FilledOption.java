package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.Optional;

/**
 * An option of a slash command with the value that a person gave it.
 *
 * @param type Discord's option type
 * @param problem why Discord's app would not take it; empty if it would
 */
record FilledOption(
    String name,
    int type,
    JsonNode value,
    boolean isFocused,
    Optional<Person> person,
    Optional<UploadedFile> file,
    Optional<String> problem) {
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int BOOLEAN = 5;
  private static final int USER = 6;
  private static final int CHANNEL = 7;
  private static final int ROLE = 8;
  private static final int ATTACHMENT = 11;
  private static final int MAX_TEXT = 6000;

  static FilledOption text(String name, String text, Optional<JsonNode> definition) {
    JsonNode value = choice(text, definition).orElse(new TextNode(text));
    return plain(name, STRING, value, definition)
        .but(definition.flatMap(option -> problem(name, text, value, option)));
  }

  static FilledOption integer(String name, long number, Optional<JsonNode> definition) {
    return plain(name, INTEGER, new LongNode(number), definition)
        .but(
            definition
                .filter(
                    option ->
                        number < option.path("min_value").asLong(Long.MIN_VALUE)
                            || number > option.path("max_value").asLong(Long.MAX_VALUE))
                .map(option -> name + " is out of range: " + number));
  }

  static FilledOption flag(String name, boolean value, Optional<JsonNode> definition) {
    return plain(name, BOOLEAN, BooleanNode.valueOf(value), definition);
  }

  static FilledOption person(String name, Person person, Optional<JsonNode> definition) {
    FilledOption option = plain(name, USER, new TextNode(person.id()), definition);
    return new FilledOption(
        name, USER, option.value, false, Optional.of(person), Optional.empty(), option.problem);
  }

  static FilledOption channel(String name, Channel channel, Optional<JsonNode> definition) {
    return plain(name, CHANNEL, new TextNode(channel.id()), definition);
  }

  static FilledOption role(String name, String roleId, Optional<JsonNode> definition) {
    return plain(name, ROLE, new TextNode(roleId), definition);
  }

  static FilledOption file(String name, UploadedFile file, Optional<JsonNode> definition) {
    FilledOption option = plain(name, ATTACHMENT, new TextNode(""), definition);
    return new FilledOption(
        name, ATTACHMENT, option.value, false, Optional.empty(), Optional.of(file), option.problem);
  }

  /** A beginning that is still being typed, of any length and in any option. */
  static FilledOption typed(String name, String text, Optional<JsonNode> definition) {
    int type = definition.map(option -> option.path("type").asInt()).orElse(STRING);
    return new FilledOption(
        name, type, new TextNode(text), true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static FilledOption plain(
      String name, int type, JsonNode value, Optional<JsonNode> definition) {
    Optional<String> problem =
        definition
            .map(option -> option.path("type").asInt())
            .filter(known -> known != type)
            .map(known -> name + " is of type " + known + ", not " + type);
    return new FilledOption(name, type, value, false, Optional.empty(), Optional.empty(), problem);
  }

  private FilledOption but(Optional<String> more) {
    return new FilledOption(
        name, type, value, isFocused, person, file, problem.isPresent() ? problem : more);
  }

  private static Optional<JsonNode> choice(String name, Optional<JsonNode> definition) {
    return definition.stream()
        .flatMap(option -> Json.elements(option.path("choices")))
        .filter(choice -> choice.path("name").asText().equals(name))
        .map(choice -> choice.path("value"))
        .findFirst();
  }

  private static Optional<String> problem(
      String name, String text, JsonNode value, JsonNode definition) {
    JsonNode choices = definition.path("choices");
    if (!Json.isEmpty(choices)
        && Json.elements(choices).noneMatch(choice -> choice.path("value").equals(value))) {
      return Optional.of(name + " has no choice " + text + ": " + choices);
    }
    int length = text.codePointCount(0, text.length());
    if (length < definition.path("min_length").asInt(0)
        || length > definition.path("max_length").asInt(MAX_TEXT)) {
      return Optional.of(name + " has a wrong length: " + length);
    }
    return Optional.empty();
  }

  /** The option as it is sent; adds the person or file to what is resolved. */
  ObjectNode resolve(Person sender, ObjectNode resolved) {
    ObjectNode node = Json.object().put("name", name).put("type", type);
    node.set("value", value);
    if (isFocused) {
      node.put("focused", true);
    }
    person.ifPresent(
        p -> {
          resolved.withObject("/users").set(p.id(), Payload.user(p.id(), p.name(), false));
          sender
              .place()
              .guild()
              .ifPresent(
                  guild -> resolved.withObject("/members").set(p.id(), Payload.member(guild, p)));
        });
    sender.place().guild().ifPresent(guild -> resolvePlace(guild, resolved));
    file.ifPresent(f -> node.put("value", Uploads.resolve(sender, f, resolved)));
    return node;
  }

  /** A channel or a role of the server. */
  private void resolvePlace(Guild guild, ObjectNode resolved) {
    String id = value.asText();
    if (type == ROLE) {
      resolved.withObject("/roles").set(id, guild.role(id));
    }
    if (type == CHANNEL) {
      Channel channel =
          guild.channels().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
      ObjectNode node = Json.object().put("id", id).put("name", channel.name()).put("type", 0);
      node.put("guild_id", guild.id()).put("permissions", Long.toString(Permission.ofMember()));
      node.put("position", 0);
      resolved.withObject("/channels").set(id, node);
    }
  }
}
