package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.InteractionType;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A slash command that a person is about to send. Ends with {@link #send}, or with {@link #typing}
 * for suggestions, which can be followed by more. Waits for the command to be registered. Confined
 * to one thread.
 */
public final class SlashCall {
  private final Person person;
  private final Command command;
  private final String subcommand;
  private final List<JsonNode> known;
  private final List<FilledOption> filled = new ArrayList<>();

  SlashCall(Person person, String path) {
    List<String> steps = List.of(path.split(" ", 2));
    this.person = person;
    this.subcommand = steps.size() > 1 ? steps.get(1) : "";
    this.command = command(person, steps.getFirst());
    this.known = command.options(subcommand).orElse(List.of());
    Visibility.require(person, command);
    person.require(
        command.subcommands().contains(subcommand),
        "no /" + path + "; subcommands: " + command.subcommands());
  }

  private static Command command(Person person, String name) {
    Optional<String> guildId = person.place().guild().map(Guild::id);
    if (person.isChecked()) {
      return person.client().commands().await(guildId, Command.SLASH, name);
    }
    return person.client().commands().visibleIn(guildId).stream()
        .filter(c -> c.type() == Command.SLASH && c.name().equals(name))
        .findFirst()
        .orElseGet(
            () ->
                new Command(
                    Json.object().put("id", person.client().ids().next()).put("name", name)));
  }

  /** Fills in a text, or a choice by its name. */
  public SlashCall option(String name, String value) {
    return fill(FilledOption.text(name, value, definition(name)));
  }

  /** Fills in a whole number. */
  public SlashCall option(String name, long value) {
    return fill(FilledOption.integer(name, value, definition(name)));
  }

  /** Fills in yes or no. */
  public SlashCall option(String name, boolean value) {
    return fill(FilledOption.flag(name, value, definition(name)));
  }

  /** Fills in a person. */
  public SlashCall option(String name, Person value) {
    return fill(FilledOption.person(name, value, definition(name)));
  }

  /** Fills in a channel. */
  public SlashCall option(String name, Channel value) {
    return fill(FilledOption.channel(name, value, definition(name)));
  }

  /** Fills in a role by its id. */
  public SlashCall role(String name, String roleId) {
    return fill(FilledOption.role(name, roleId, definition(name)));
  }

  /** Attaches a file. */
  public SlashCall option(String name, UploadedFile file) {
    return fill(FilledOption.file(name, file, definition(name)));
  }

  /** Discord's type of an option, for who has only text to fill in; 3, text, if it is unknown. */
  public int type(String name) {
    return definition(name).map(option -> option.path("type").asInt()).orElse(3);
  }

  private SlashCall fill(FilledOption option) {
    option.problem().ifPresent(problem -> person.require(false, problem));
    filled.removeIf(old -> old.name().equals(option.name()));
    filled.add(option);
    return this;
  }

  private Optional<JsonNode> definition(String name) {
    Optional<JsonNode> definition =
        known.stream().filter(option -> option.path("name").asText().equals(name)).findFirst();
    person.require(
        definition.isPresent(),
        "no option " + name + " of " + known.stream().map(o -> o.path("name").asText()).toList());
    return definition;
  }

  /** Sends the command. */
  public Interaction send() {
    for (JsonNode option : known) {
      String name = option.path("name").asText();
      person.require(
          !option.path("required").asBoolean()
              || filled.stream().anyMatch(value -> value.name().equals(name)),
          "option " + name + " is required");
    }
    return send(InteractionType.COMMAND, filled);
  }

  /** Types a beginning into an option, and asks for suggestions. */
  public Interaction typing(String name, String text) {
    Optional<JsonNode> definition = definition(name);
    person.require(
        definition.filter(d -> d.path("autocomplete").asBoolean()).isPresent(),
        "option " + name + " has no suggestions");
    List<FilledOption> options = new ArrayList<>(filled);
    options.removeIf(old -> old.name().equals(name));
    options.add(FilledOption.typed(name, text, definition));
    return send(InteractionType.AUTOCOMPLETE, options);
  }

  private Interaction send(InteractionType type, List<FilledOption> options) {
    ObjectNode payload = Payload.of(person);
    ObjectNode data = Json.object();
    data.put("id", command.id()).put("name", command.name()).put("type", Command.SLASH);
    command.guildId().ifPresent(guildId -> data.put("guild_id", guildId));
    ArrayNode nodes = Json.array();
    ObjectNode resolved = Json.object();
    options.forEach(option -> nodes.add(option.resolve(person, resolved)));
    ArrayNode top = nested(nodes);
    if (!top.isEmpty()) {
      data.set("options", top);
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    payload.set("data", data);
    return person.client().interactions().send(type, payload);
  }

  /** The options inside their subcommand, and that inside its group. */
  private ArrayNode nested(ArrayNode options) {
    ArrayNode inner = options;
    List<String> steps = subcommand.isEmpty() ? List.of() : List.of(subcommand.split(" ", -1));
    for (int i = steps.size() - 1; i >= 0; i--) {
      int type = i == steps.size() - 1 ? 1 : 2;
      ObjectNode step = Json.object().put("name", steps.get(i)).put("type", type);
      step.set("options", inner);
      inner = Json.array();
      inner.add(step);
    }
    return inner;
  }
}
