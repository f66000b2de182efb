package dev.readout.discord.standin.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form that the bot opened for a person. Do not change the JSON.
 *
 * @param openedBy the interaction that it answered
 */
public record Modal(Interaction openedBy, JsonNode json) {

  /** An input of the form: its label, and the component inside. */
  public record Field(String label, String description, JsonNode component) {
    /** The input's custom id. */
    public String customId() {
      return component.path("custom_id").asText();
    }

    /** Discord's component type. */
    public int type() {
      return Components.type(component);
    }

    /** True unless the bot says that it may be left empty. */
    public boolean isRequired() {
      return component.path("required").asBoolean(true);
    }

    /** The text that it opens with. */
    public String value() {
      return component.path("value").asText();
    }
  }

  /** The heading. */
  public String title() {
    return json.path("title").asText();
  }

  /** What the bot is told when it is submitted. */
  public String customId() {
    return json.path("custom_id").asText();
  }

  /** All inputs, in order. */
  public List<Field> fields() {
    return Json.elements(json.path("components"))
        .filter(component -> Components.type(component) != Components.TEXT_DISPLAY)
        .map(Modal::field)
        .toList();
  }

  private static Field field(JsonNode component) {
    if (Components.type(component) == Components.LABEL) {
      return new Field(
          component.path("label").asText(),
          component.path("description").asText(),
          component.path("component"));
    }
    JsonNode input = component.path("components").path(0);
    return new Field(input.path("label").asText(), "", input);
  }

  /** The input of this label or custom id. */
  public Optional<Field> field(String labelOrCustomId) {
    return fields().stream()
        .filter(f -> f.label().equals(labelOrCustomId) || f.customId().equals(labelOrCustomId))
        .findFirst();
  }

  /** The form for people at a terminal. */
  @Override
  public String toString() {
    return fields().stream()
        .map(
            field ->
                "  %s (%s)%s: %s"
                    .formatted(
                        field.label(),
                        field.customId(),
                        field.isRequired() ? "" : " optional",
                        field.value()))
        .collect(Collectors.joining("\n", "form \"" + title() + "\"\n", ""));
  }
}
