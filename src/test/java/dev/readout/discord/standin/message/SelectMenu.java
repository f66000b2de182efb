package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.Json;
import java.util.List;
import java.util.Optional;

/** A menu of texts to choose from, in a message or a modal. */
public record SelectMenu(JsonNode json) {

  /** One thing to choose; the description is empty if there is none. */
  public record Option(String label, String value, String description, boolean isDefault) {}

  /** What the bot is told. */
  public String customId() {
    return json.path("custom_id").asText();
  }

  /** The grey text of an empty menu; empty if none. */
  public String placeholder() {
    return json.path("placeholder").asText();
  }

  /** True if it cannot be opened. */
  public boolean isDisabled() {
    return json.path("disabled").asBoolean();
  }

  /** The fewest to choose. */
  public int minValues() {
    return json.path("min_values").asInt(1);
  }

  /** The most to choose. */
  public int maxValues() {
    return json.path("max_values").asInt(1);
  }

  /** What there is to choose. */
  public List<Option> options() {
    return Json.elements(json.path("options")).map(SelectMenu::option).toList();
  }

  private static Option option(JsonNode node) {
    return new Option(
        node.path("label").asText(),
        node.path("value").asText(),
        node.path("description").asText(),
        node.path("default").asBoolean());
  }

  /** The option of this label or value. */
  public Optional<Option> option(String labelOrValue) {
    return options().stream()
        .filter(o -> o.label().equals(labelOrValue) || o.value().equals(labelOrValue))
        .findFirst();
  }
}
