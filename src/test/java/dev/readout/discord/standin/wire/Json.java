package dev.readout.discord.standin.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON in Jackson 2's tree. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new array of these texts. */
  public static ArrayNode array(String... texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    List.of(texts).forEach(array::add);
    return array;
  }

  /** What stands for a body that was not sent. */
  public static JsonNode none() {
    return MissingNode.getInstance();
  }

  /** Reads a document. Throws {@link IllegalArgumentException} if it is not JSON. */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  /** The node if it is an object, else an empty object. */
  public static ObjectNode objectOf(JsonNode node) {
    return node instanceof ObjectNode object ? object : object();
  }

  /** The elements of an array, in order; none if it is no array. */
  public static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), /* parallel= */ false)
        : Stream.of();
  }

  /** The values of an object's fields, in order; none if it is no object. */
  public static Stream<JsonNode> fields(JsonNode node) {
    return node.isObject()
        ? StreamSupport.stream(node.spliterator(), /* parallel= */ false)
        : Stream.of();
  }

  /** True for null, no node, "", [] and {}. */
  public static boolean isEmpty(JsonNode node) {
    return node.isNull()
        || node.isMissingNode()
        || (node.isTextual() && node.textValue().isEmpty())
        || (node.isContainerNode() && node.isEmpty());
  }
}
