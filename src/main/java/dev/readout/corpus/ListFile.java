package dev.readout.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A YAML list of terms or topics as it was read: its values and their lines, and the defects.
 * Immutable.
 *
 * @param lines the line of each value
 */
record ListFile<T>(Path file, List<T> values, List<Integer> lines, List<Defect> defects) {

  static <T> ListFile<T> parse(Path file, String text, Schema schema, Class<T> type)
      throws IOException {
    YamlDocument document;
    try {
      document = YamlDocument.parse(text, 1);
    } catch (IOException e) {
      return new ListFile<>(
          file,
          List.of(),
          List.of(),
          List.of(
              new Defect(file, YamlDocument.line(e, 1), "not YAML: " + YamlDocument.problem(e))));
    }
    List<Defect> defects = schema.defects(file, document);
    if (!defects.isEmpty()) {
      return new ListFile<>(file, List.of(), List.of(), defects);
    }
    List<T> values = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (JsonNode node : document.root()) {
      lines.add(document.line("/" + values.size()));
      values.add(JsonCodec.readFrontMatter(node, type));
    }
    return new ListFile<>(file, List.copyOf(values), List.copyOf(lines), List.of());
  }
}
