package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.List;

/**
 * What JDA 6.5 sends otherwise than the document says, and Discord takes all the same. Each is
 * brought into the document's form before it is judged.
 */
final class FalseAlarms {
  private static final List<String> NUMBER_LISTS = List.of("contexts", "integration_types");

  /** Texts, whole numbers, decimal numbers. */
  private static final List<Integer> CAN_COMPLETE = List.of(3, 4, 10);

  private FalseAlarms() {}

  /** A copy without them. */
  static JsonNode removed(JsonNode body) {
    JsonNode copy = body.deepCopy();
    mend(copy);
    return copy;
  }

  private static void mend(JsonNode node) {
    if (node instanceof ObjectNode object) {
      NUMBER_LISTS.forEach(field -> numbers(object, field));
      JsonNode permissions = object.path("default_member_permissions");
      if (permissions.isTextual() && permissions.asText().matches("[0-9]{1,18}")) {
        object.put("default_member_permissions", permissions.asLong());
      }
      object.remove("nsfw");
      if (object.path("autocomplete").isBoolean()
          && !object.path("autocomplete").asBoolean()
          && !CAN_COMPLETE.contains(object.path("type").asInt())) {
        object.remove("autocomplete");
      }
      Json.elements(object.path("attachments")).forEach(FalseAlarms::mendAttachment);
    }
    node.forEach(FalseAlarms::mend);
  }

  private static void numbers(ObjectNode object, String field) {
    JsonNode texts = object.path(field);
    if (!Json.isEmpty(texts)
        && Json.elements(texts).allMatch(text -> text.asText().matches("[0-9]"))) {
      ArrayNode numbers = Json.array();
      texts.forEach(text -> numbers.add(text.asInt()));
      object.set(field, numbers);
    }
  }

  private static void mendAttachment(JsonNode node) {
    if (node instanceof ObjectNode attachment) {
      attachment.remove("content_type");
      if (attachment.path("id").isIntegralNumber()) {
        attachment.put("id", attachment.path("id").asText());
      }
    }
  }
}
