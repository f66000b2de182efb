package dev.readout.cli.evaluation.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.index.PlainDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the form of BEIR: {@code corpus.jsonl} ({@code _id}, {@code title}, {@code
 * text}), {@code queries.jsonl} ({@code _id}, {@code text}, perhaps {@code answerable}) and {@code
 * qrels.tsv} or {@code qrels/test.tsv}, whose first line names {@code query-id}, {@code corpus-id}
 * and {@code score}. Documents and queries are read one at a time. Immutable.
 */
public record CollectionFolder(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String HEADER = "query-id\tcorpus-id\tscore";

  /**
   * A query.
   *
   * @param answerable whether any document answers it; null where the collection does not say
   */
  record Query(String id, String text, @Nullable Boolean answerable) {}

  private interface LineReader {
    void read(String line, String place);
  }

  /**
   * Hands on every document in the order of the file, but for those without a word, of which some
   * public collections have a few.
   *
   * @return how many these are
   * @throws MalformedCollectionException when a line is something else, or an id stands twice
   */
  int documents(Consumer<PlainDocument> each) throws IOException {
    Set<String> ids = new HashSet<>();
    int[] empty = {0};
    lines(
        folder.resolve("corpus.jsonl"),
        (line, place) -> {
          JsonNode json = object(line, place);
          String id = id(json, ids, place);
          String title = text(json, "title", place);
          String text = text(json, "text", place);
          if (title.isBlank() && text.isBlank()) {
            empty[0]++;
          } else {
            each.accept(new PlainDocument(id, title, text));
          }
        });
    if (ids.size() == empty[0]) {
      throw new MalformedCollectionException("corpus.jsonl", "has no document");
    }
    return empty[0];
  }

  /** The same with queries. */
  void queries(Consumer<Query> each) throws IOException {
    Set<String> ids = new HashSet<>();
    lines(
        folder.resolve("queries.jsonl"),
        (line, place) -> {
          JsonNode json = object(line, place);
          String id = id(json, ids, place);
          String text = text(json, "text", place);
          JsonNode answerable = json.path("answerable");
          if (!json.path("text").isTextual()) { // an empty one asks for nothing, and finds it
            throw new MalformedCollectionException(place, "needs a \"text\"");
          }
          if (!answerable.isMissingNode() && !answerable.isBoolean()) {
            throw new MalformedCollectionException(
                place, "\"answerable\" is neither true nor false");
          }
          each.accept(new Query(id, text, answerable.isBoolean() ? answerable.asBoolean() : null));
        });
  }

  /**
   * For each query judged, the documents that answer it with how well, more than 0.
   *
   * @throws MalformedCollectionException when a line has other than three columns, or no number
   */
  Map<String, Map<String, Integer>> judgements() throws IOException {
    Path inFolder = folder.resolve("qrels").resolve("test.tsv");
    Path file = Files.exists(inFolder) ? inFolder : folder.resolve("qrels.tsv");
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    boolean[] hasHeader = {false};
    lines(
        file,
        (line, place) -> {
          if (hasHeader[0]) {
            judgement(line, place, judged);
          } else if (!line.strip().equals(HEADER)) {
            throw new MalformedCollectionException(
                place, "the first line must be query-id, corpus-id, score, separated by tabs");
          }
          hasHeader[0] = true;
        });
    if (judged.isEmpty()) {
      throw new MalformedCollectionException(shown(file), "judges no document as relevant");
    }
    return judged;
  }

  private static void judgement(
      String line, String place, Map<String, Map<String, Integer>> judged) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3 || columns[0].isBlank() || columns[1].isBlank()) {
      throw new MalformedCollectionException(
          place, "needs query-id, corpus-id and score, separated by tabs");
    }
    try {
      int score = Integer.parseInt(columns[2].strip());
      if (score > 0) {
        judged.computeIfAbsent(columns[0], _ -> new HashMap<>()).put(columns[1], score);
      }
    } catch (NumberFormatException _) {
      throw new MalformedCollectionException(place, "the score is no whole number");
    }
  }

  private static void lines(Path file, LineReader reader) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedCollectionException(
          shown(file), "no such file; a collection is corpus.jsonl, queries.jsonl and qrels.tsv");
    }
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          reader.read(line, shown(file) + ":" + number);
        }
      }
    } catch (CharacterCodingException _) {
      throw new MalformedCollectionException(
          shown(file) + ", after line " + number, "no UTF-8 text");
    }
  }

  /** Short, so that the end of a message is seen too. */
  private static String shown(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static JsonNode object(String line, String place) {
    try {
      JsonNode json = MAPPER.readTree(line);
      if (!json.isObject()) {
        throw new MalformedCollectionException(place, "no JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new MalformedCollectionException(place, "no JSON: " + e.getOriginalMessage());
    }
  }

  private static String id(JsonNode json, Set<String> ids, String place) {
    String id = text(json, "_id", place);
    if (id.isBlank()) {
      throw new MalformedCollectionException(place, "needs an \"_id\"");
    }
    if (!ids.add(id)) {
      throw new MalformedCollectionException(place, "the _id " + id + " stands twice");
    }
    return id;
  }

  private static String text(JsonNode json, String key, String place) {
    JsonNode value = json.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw new MalformedCollectionException(place, "\"" + key + "\" is no text");
    }
    return value.asText("");
  }
}
