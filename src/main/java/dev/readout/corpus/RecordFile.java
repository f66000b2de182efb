package dev.readout.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.corpus.YamlDocument.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Markdown record as read: its value, or defects and null; front matter null when it is no
 * YAML; the body's first line, from 1. Immutable.
 */
record RecordFile(
    Path file,
    @Nullable YamlDocument front,
    @Nullable CorpusRecord value,
    int bodyLine,
    List<Defect> defects) {

  private static final String FENCE = "---\n";

  static RecordFile parse(Path file, String text, Schema schema) {
    if (text.indexOf('\r') >= 0) {
      return broken(file, 1, "lines end in CR LF; save the file with LF line ends");
    }
    int close = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    if (close < 0) {
      return broken(file, 1, "a record begins with front matter between two lines '---'");
    }
    YamlDocument front;
    try {
      front = YamlDocument.parse(text.substring(FENCE.length(), close + 1), 2);
    } catch (IOException e) {
      return broken(
          file, YamlDocument.line(e, 2), "front matter is not YAML: " + YamlDocument.problem(e));
    }
    String body = text.substring(close + 1 + FENCE.length());
    int bodyLine =
        (int)
                text.substring(0, text.length() - body.length())
                    .chars()
                    .filter(c -> c == '\n')
                    .count()
            + 1;
    List<Defect> defects = new ArrayList<>(schema.defects(file, front));
    StatementCutter cutter =
        new StatementCutter(file, front.root().path("id").asText(), body).cut(bodyLine);
    defects.addAll(cutter.defects());
    if (!defects.isEmpty()) {
      return new RecordFile(file, front, null, bodyLine, defects);
    }
    try {
      return new RecordFile(file, front, value(front.root(), body, cutter), bodyLine, List.of());
    } catch (IOException e) { // what the schema lets through: days of the standing
      Throwable reason = e.getCause() == null ? e : e.getCause();
      Defect defect =
          new Defect(file, front.line("/standing"), String.valueOf(reason.getMessage()));
      return new RecordFile(file, front, null, bodyLine, List.of(defect));
    }
  }

  /** A file of which nothing can be used. */
  static RecordFile broken(Path file, int line, String message) {
    return new RecordFile(file, null, null, 1, List.of(new Defect(file, line, message)));
  }

  /** The id that it gives itself, also when defective; else its file's name. */
  String declaredId() {
    return front != null && front.root().has("id")
        ? front.root().path("id").asText()
        : file.getFileName().toString().replaceFirst("\\.md$", "");
  }

  /** The kind that it gives itself, also when defective; else its folder's. */
  String declaredKind() {
    if (front != null && front.root().has("kind")) {
      return front.root().path("kind").asText();
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> file.startsWith(kind.folder()))
        .map(Kind::wireName)
        .findFirst()
        .orElse("");
  }

  /** The schema has passed: every field that it requires is there and is one of its words. */
  private static CorpusRecord value(JsonNode front, String body, StatementCutter cutter)
      throws IOException {
    ObjectNode record = front.deepCopy();
    record.set(
        "standing",
        JsonNodeFactory.instance.objectNode().set("periods", record.withArray("standing")));
    record.put("body", body);
    record.set("statements", JsonCodec.toFrontMatter(cutter.statements()));
    return JsonCodec.readFrontMatter(record, CorpusRecord.class);
  }
}
