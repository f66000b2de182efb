package dev.readout.corpus.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A YAML list of terms or topics as it was read: its values and their lines, and the defects.
 * Immutable.
 *
 * @param lines the line of each value
 */
record ListFile<T>(Path file, List<T> values, List<Integer> lines, List<Defect> defects) {

  static ListFile<Topic> topics(Path file, String text, Schema schema) {
    return parse(
        file,
        text,
        schema,
        node ->
            new Topic(
                node.path("id").asText(),
                node.path("en").asText(),
                node.path("zh").asText(),
                node.path("zh_hant").asText(),
                node.path("note").asText()));
  }

  static ListFile<Term> terms(Path file, String text, Schema schema) {
    return parse(file, text, schema, ListFile::term);
  }

  private static Term term(JsonNode node) {
    @Nullable String recordId = node.has("record") ? node.path("record").asText() : null;
    return new Term(
        node.path("id").asText(),
        node.path("kind").asText(),
        texts(node, "en"),
        texts(node, "abbr"),
        texts(node, "zh_hans"),
        texts(node, "zh_hant"),
        node.has("side") ? Side.ofWireName(node.path("side").asText()).orElseThrow() : null,
        recordId);
  }

  private static List<String> texts(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static <T> ListFile<T> parse(
      Path file, String text, Schema schema, Function<JsonNode, T> value) {
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
      values.add(value.apply(node));
    }
    return new ListFile<>(file, List.copyOf(values), List.copyOf(lines), List.of());
  }
}
