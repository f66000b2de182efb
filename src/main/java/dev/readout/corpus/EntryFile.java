package dev.readout.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
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

  /** What is there is no list of entries with keys, or no YAML. */
  public static final class NotEntriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    private NotEntriesException(Path file, int line) {
      super("%s:%d: no list of entries with keys".formatted(file, line));
      this.line = line;
    }

    /** About where, from 1. */
    public int line() {
      return line;
    }
  }

  /** The entries, with several texts for a key perhaps; throws when it is no such list. */
  public static List<Map<String, List<String>>> read(Path file) {
    try {
      JsonNode root = YAML.readTree(Files.readAllBytes(file));
      List<Map<String, List<String>>> entries = new ArrayList<>();
      if (root.isValueNode() && !root.isNull()) {
        throw new NotEntriesException(file, 1);
      }
      for (JsonNode entry : root) {
        if (!root.isArray() || !entry.isObject()) {
          throw new NotEntriesException(file, entries.size() + 1);
        }
        Map<String, List<String>> texts = new HashMap<>();
        entry.properties().forEach(each -> texts.put(each.getKey(), texts(each.getValue())));
        entries.add(Map.copyOf(texts));
      }
      return List.copyOf(entries);
    } catch (JsonProcessingException e) {
      throw new NotEntriesException(
          file, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
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
