package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.Json;
import java.util.Optional;

/** A button of a message. */
public record Button(JsonNode json) {

  /** What it says; an emoji's name if it has no label. */
  public String label() {
    JsonNode label = json.path("label");
    return Json.isEmpty(label) ? json.path("emoji").path("name").asText() : label.asText();
  }

  /** What the bot is told when it is pressed; empty for links. */
  public String customId() {
    return json.path("custom_id").asText();
  }

  /** Where a link button leads. */
  public Optional<String> url() {
    return Optional.ofNullable(json.get("url"))
        .filter(node -> !node.isNull())
        .map(JsonNode::asText);
  }

  /** True if it cannot be pressed. */
  public boolean isDisabled() {
    return json.path("disabled").asBoolean();
  }
}
