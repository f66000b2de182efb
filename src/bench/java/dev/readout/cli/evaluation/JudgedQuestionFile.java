package dev.readout.cli.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Reads judged questions, one JSON object a line: {@code {"q": "…", "records": ["id"], "must":
 * ["regex"], "type": "fact", "kind": "paraphrase"}}; {@code must} and {@code kind} may be missing,
 * {@code records} empty. Thread-safe.
 */
public final class JudgedQuestionFile {
  private static final long MAX_BYTES = 64L << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JudgedQuestionFile() {}

  /**
   * The questions in the order of the file; empty lines are passed over.
   *
   * @throws MalformedQuestionsException when a line is something else; names file and line
   * @throws IOException when the file cannot be read
   */
  public static List<JudgedQuestion> read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("larger than " + MAX_BYTES + " bytes");
    }
    List<JudgedQuestion> questions = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank()) {
        questions.add(question(line, file + ":" + number));
      }
    }
    return List.copyOf(questions);
  }

  private static JudgedQuestion question(String line, String place) {
    try {
      JsonNode json = MAPPER.readTree(line);
      String text = json.path("q").asText("");
      if (text.isBlank() || !json.path("records").isArray()) {
        throw new MalformedQuestionsException(place, "needs \"q\" and a list \"records\"", null);
      }
      List<String> records = texts(json.path("records")).toList();
      List<Pattern> must = texts(json.path("must")).map(Pattern::compile).toList();
      String kind = json.path("kind").asText("");
      return new JudgedQuestion(
          text, records, must, json.path("type").asText("untyped"), kind.isEmpty() ? null : kind);
    } catch (JsonProcessingException e) {
      throw new MalformedQuestionsException(place, "no JSON: " + e.getOriginalMessage(), e);
    } catch (PatternSyntaxException e) {
      throw new MalformedQuestionsException(place, "no regular expression: " + e.getPattern(), e);
    }
  }

  private static Stream<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText);
  }
}
