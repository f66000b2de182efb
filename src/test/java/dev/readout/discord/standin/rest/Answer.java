package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.Json;
import java.util.Map;

/** What a request is answered with; the body is a missing node if there is none. */
record Answer(int status, Map<String, String> headers, JsonNode body) {

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(JsonNode body) {
    return new Answer(200, Map.of(), body);
  }

  static Answer noContent() {
    return new Answer(204, Map.of(), Json.none());
  }
}
