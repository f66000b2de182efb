package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for commands that the document does not have. Source: Discord's documentation of
 * application commands, "naming", "options" and "limits".
 */
final class CommandRules {
  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

  private static final int MAX_SIZE = 8000;
  private static final int MAX_CHOICE = 100;

  /** The most commands by type: slash, user, message. */
  private static final Map<Integer, Integer> MAX_COMMANDS = Map.of(1, 100, 2, 15, 3, 15);

  private CommandRules() {}

  static void checkAll(JsonNode commands, Findings findings) {
    Json.elements(commands).forEach(command -> check(command, findings));
    findings.requireDistinct(
        Json.elements(commands).map(c -> type(c) + " " + c.path("name").asText()),
        "duplicate-command",
        commands);
    MAX_COMMANDS.forEach(
        (type, most) ->
            findings.require(
                Json.elements(commands).filter(command -> type(command) == type).count() <= most,
                "too-many-commands",
                "more than " + most + " of type " + type,
                commands));
  }

  private static int type(JsonNode command) {
    return command.path("type").asInt(Command.SLASH);
  }

  static void check(JsonNode command, Findings findings) {
    boolean hasDescription = !Json.isEmpty(command.path("description"));
    if (type(command) == Command.SLASH) {
      checkNames(command, findings);
      findings.require(
          hasDescription, "missing-description", command.path("name").asText(), command);
      checkOptions(command, findings);
    } else {
      findings.require(
          !hasDescription && Json.isEmpty(command.path("options")),
          "menu-command",
          "a menu command has neither description nor options",
          command);
    }
    int size = size(command);
    findings.require(
        size <= MAX_SIZE, "command-size", size + " characters of " + MAX_SIZE, command);
  }

  private static void checkNames(JsonNode named, Findings findings) {
    Stream.concat(Stream.of(named.path("name")), Json.fields(named.path("name_localizations")))
        .map(JsonNode::asText)
        .filter(
            name -> !NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> findings.require(false, "command-name", name, named));
  }

  private static void checkOptions(JsonNode parent, Findings findings) {
    List<JsonNode> options = Json.elements(parent.path("options")).toList();
    findings.requireDistinct(
        options.stream().map(option -> option.path("name").asText()), "duplicate-option", parent);
    boolean isOptionalBefore = false;
    for (JsonNode option : options) {
      boolean isRequired = option.path("required").asBoolean();
      findings.require(
          !(isRequired && isOptionalBefore),
          "required-after-optional",
          option.path("name").asText(),
          parent);
      isOptionalBefore |= !isRequired && option.path("type").asInt() > 2;
      checkNames(option, findings);
      checkOption(option, findings);
      checkOptions(option, findings);
    }
    long subcommands = options.stream().filter(o -> o.path("type").asInt() <= 2).count();
    findings.require(
        subcommands == 0 || subcommands == options.size(),
        "mixed-options",
        "subcommands beside other options",
        parent);
  }

  private static void checkOption(JsonNode option, Findings findings) {
    JsonNode choices = option.path("choices");
    findings.require(
        Json.isEmpty(choices) || !option.path("autocomplete").asBoolean(),
        "choices-and-autocomplete",
        option.path("name").asText(),
        option);
    Json.elements(choices).forEach(choice -> checkChoice(choice, findings));
    findings.requireDistinct(
        Json.elements(choices).map(choice -> choice.path("name").asText()),
        "duplicate-choice",
        option);
    for (String limit : List.of("value", "length")) {
      JsonNode least = option.path("min_" + limit);
      JsonNode most = option.path("max_" + limit);
      findings.require(
          !least.isNumber() || !most.isNumber() || least.asDouble() <= most.asDouble(),
          "empty-range",
          "min_" + limit + " above max_" + limit,
          option);
    }
  }

  /** A choice of a command or of an autocomplete. */
  static void checkChoice(JsonNode choice, Findings findings) {
    for (String field : List.of("name", "value")) {
      int length = length(choice.path(field).asText());
      findings.require(
          length <= MAX_CHOICE && (length > 0 || field.equals("value")),
          "choice-length",
          field + " has " + length + " characters, not 1 to " + MAX_CHOICE,
          choice);
    }
  }

  /** What counts towards 8,000: names, descriptions and values, each in its longest language. */
  private static int size(JsonNode node) {
    return longest(node, "name")
        + longest(node, "description")
        + (node.path("value").isTextual() ? length(node.path("value").asText()) : 0)
        + Stream.of("options", "choices")
            .flatMap(list -> Json.elements(node.path(list)))
            .mapToInt(CommandRules::size)
            .sum();
  }

  private static int longest(JsonNode node, String field) {
    return Stream.concat(
            Stream.of(node.path(field)), Json.fields(node.path(field + "_localizations")))
        .mapToInt(text -> length(text.asText()))
        .max()
        .orElse(0);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
