package dev.readout.corpus.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A file in YAML that is a list of entries, each with texts by their keys. Pure functions. */
public final class EntryFile {
  private static final YAMLMapper YAML = new YAMLMapper();

  private EntryFile() {}

  /**
   * The entries; a key may have several texts.
   *
   * @throws IllegalArgumentException when it is no such list
   */
  public static List<Map<String, List<String>>> read(Path file) {
    try {
      JsonNode root = YAML.readTree(Files.readAllBytes(file));
      List<Map<String, List<String>>> entries = new ArrayList<>();
      for (JsonNode entry : root) {
        if (!root.isArray() || !entry.isObject()) {
          throw new IllegalArgumentException(file + ": no list of entries with keys");
        }
        Map<String, List<String>> texts = new HashMap<>();
        entry.properties().forEach(each -> texts.put(each.getKey(), texts(each.getValue())));
        entries.add(Map.copyOf(texts));
      }
      return List.copyOf(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(value.asText());
  }
}
