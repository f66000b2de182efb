package dev.readout.discord.standin.interaction;

import com.fasterxml.jackson.databind.JsonNode;

/** One suggestion of an autocomplete: what is shown, and the text or number that is sent. */
public record Choice(String name, JsonNode value) {
  /** The value as text. */
  public String valueText() {
    return value.asText();
  }
}
