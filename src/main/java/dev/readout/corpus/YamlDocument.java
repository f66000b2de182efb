package dev.readout.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.readout.corpus.CorpusReader.Defect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A YAML text as a tree whose every node knows its line. All scalars are strings: the schema says
 * what they mean, never what YAML guesses. Confined to one thread.
 */
record YamlDocument(JsonNode root, Map<String, Integer> lines) {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Parses text that begins on a line from 1; throws, with a located message, what is no YAML. */
  static YamlDocument parse(String text, int firstLine) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.createParser(text)) {
      parser.nextToken();
      JsonNode root =
          parser.currentToken() == null
              ? JsonNodeFactory.instance.objectNode()
              : read(parser, "", firstLine, lines);
      return new YamlDocument(root, lines);
    }
  }

  private static JsonNode read(
      JsonParser parser, String pointer, int firstLine, Map<String, Integer> lines)
      throws IOException {
    lines.put(pointer, parser.currentTokenLocation().getLineNr() + firstLine - 1);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.set(name, read(parser, pointer + "/" + name, firstLine, lines));
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(read(parser, pointer + "/" + array.size(), firstLine, lines));
      }
      return array;
    }
    String scalar = parser.getText();
    return JsonNodeFactory.instance.textNode(scalar == null ? "" : scalar);
  }

  /** The line of what {@link #parse} could not read. */
  static int line(IOException e, int firstLine) {
    return e instanceof JsonProcessingException located && located.getLocation() != null
        ? located.getLocation().getLineNr() + firstLine - 1
        : firstLine;
  }

  /** What {@link #parse} could not read, on one line and without its place. */
  static String problem(IOException e) {
    String message =
        e instanceof JsonProcessingException located
            ? located.getOriginalMessage()
            : e.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  /** The line of the node at a JSON pointer, or of its nearest ancestor that exists. */
  int line(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  /** A JSON Schema (draft 2020-12) that a YAML document is held against. Thread-safe. */
  static final class Schema {
    private final com.networknt.schema.Schema schema;

    Schema(String json) {
      this.schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(json, InputFormat.JSON);
    }

    /** Every way in which the document is not of the schema's shape. */
    List<Defect> defects(Path file, YamlDocument document) {
      return schema
          .validate(
              document.root().toString(),
              InputFormat.JSON,
              context ->
                  context.executionConfig(
                      config -> config.formatAssertionsEnabled(true).locale(Locale.ROOT)))
          .stream()
          .map(error -> defect(file, document, error))
          .toList();
    }

    private static Defect defect(Path file, YamlDocument document, Error error) {
      String pointer = error.getInstanceLocation().toString();
      String field = pointer.isEmpty() ? "front matter" : pointer.substring(1);
      return new Defect(file, document.line(pointer), field + ": " + message(error));
    }

    /** The validator's own words, but where they would not tell a person what to do. */
    private static String message(Error error) {
      return switch (error.getKeyword()) {
        case "oneOf" -> "needs one of 'published' and 'as_of', not both";
        case "anyOf" -> "needs 'url' with 'publisher' and 'type', or a 'citation'";
        case "format" -> "must be a day of the calendar, written as 2025-09-29";
        default -> error.getMessage();
      };
    }
  }
}
