package dev.readout.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question that weights are fitted to, with what is known of its answer. Immutable.
 *
 * @param answers statements that answer it, where they are known word for word
 * @param weight what it counts beside others
 */
record JudgedQuestion(
    String text, Set<String> records, List<Pattern> must, List<String> answers, double weight) {
  private static final double TRAINING_WEIGHT = 0.35;

  /** There are as many as of all others without an answer together. */
  private static final double OFF_TOPIC_WEIGHT = 0.25;

  /** Share of words in common from which a training question's answer is today's statement. */
  private static final double SAME_STATEMENT = 0.6;

  boolean isAnswerable() {
    return !records.isEmpty();
  }

  boolean isRight(String record, String statement) {
    if (!records.contains(record)) {
      return false;
    }
    return answers.isEmpty()
        ? must.stream().anyMatch(pattern -> pattern.matcher(statement).find())
        : answers.stream().anyMatch(answer -> alike(answer, statement) >= SAME_STATEMENT);
  }

  /** How many of the patterns it holds: the more the better an answer. */
  long held(String statement) {
    return must.stream().filter(pattern -> pattern.matcher(statement).find()).count();
  }

  /** One in four, by the question's MD5: what the reader's training leaves out. */
  boolean isKeptBack() {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return (digest[digest.length - 1] & 3) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<JudgedQuestion> judged(Path file) throws IOException {
    List<JudgedQuestion> lines = new ArrayList<>();
    for (JsonNode line : json(file)) {
      lines.add(judged(line));
    }
    return lines;
  }

  static JudgedQuestion judged(JsonNode line) {
    Set<String> records = new HashSet<>();
    line.path("records").forEach(id -> records.add(id.asText()));
    List<Pattern> must = new ArrayList<>();
    line.path("must").forEach(pattern -> must.add(Pattern.compile(pattern.asText())));
    return new JudgedQuestion(line.path("q").asText(), records, must, List.of(), 1);
  }

  /** Those of a file that have nothing to do with the records. */
  static List<JudgedQuestion> offTopic(Path file) throws IOException {
    return judged(file).stream()
        .map(
            one -> new JudgedQuestion(one.text(), Set.of(), List.of(), List.of(), OFF_TOPIC_WEIGHT))
        .toList();
  }

  static List<JudgedQuestion> training(Path folder) throws IOException {
    List<JudgedQuestion> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jsonl")).sorted().toList()) {
        for (JsonNode line : json(file)) {
          List<String> answers = new ArrayList<>();
          line.path("answers").forEach(answer -> answers.add(answer.asText()));
          Set<String> records = answers.isEmpty() ? Set.of() : Set.of(line.path("record").asText());
          lines.add(
              new JudgedQuestion(
                  line.path("q").asText(), records, List.of(), answers, TRAINING_WEIGHT));
        }
      }
    }
    return lines;
  }

  private static List<JsonNode> json(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }

  private static double alike(String a, String b) {
    Set<String> all = words(a);
    Set<String> both = words(b);
    Set<String> either = new HashSet<>(all);
    either.addAll(both);
    both.retainAll(all);
    return either.isEmpty() ? 0 : (double) both.size() / either.size();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9%]+", -1)));
  }
}
