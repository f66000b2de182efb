package dev.readout.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.meaning.Reader.ReaderModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A question with statements, of which some answer it, or none. Immutable.
 *
 * <p>A line of a file: {@code {"question": …, "statements": ["title (day): statement", …],
 * "answers": [0], "base": [4.2], "weight": 1}}, where answers are places among the statements.
 *
 * @param pairs the pieces of question and statement
 * @param answers for each pair, whether the statement answers
 * @param base for each pair, its score before it is read; empty where that is not known
 * @param weight what it counts beside others
 */
record TrainingGroup(List<Pair> pairs, List<Boolean> answers, List<Float> base, float weight) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SORTED_TOGETHER = 200;

  /** The pieces of the question, with begin and end, and those of the statement, with an end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Pair(long[] question, long[] statement) {
    int length() {
      return question.length + statement.length;
    }
  }

  private int longest() {
    return pairs.stream().mapToInt(Pair::length).max().orElse(0);
  }

  /** Those of a file. */
  static List<TrainingGroup> read(Path file) throws IOException {
    List<TrainingGroup> groups = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        groups.add(of(JSON.readTree(line)));
      }
    }
    return groups;
  }

  private static TrainingGroup of(JsonNode line) {
    List<Pair> pairs = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    long[] question =
        ReaderModel.questionPieces(WordPieces.shipped(), line.required("question").asText());
    for (JsonNode statement : line.required("statements")) {
      pairs.add(
          new Pair(
              question,
              ReaderModel.statementPieces(
                  WordPieces.shipped(), statement.asText(), question.length)));
      answers.add(false);
    }
    for (JsonNode answer : line.required("answers")) {
      answers.set(answer.asInt(), true);
    }
    List<Float> base = new ArrayList<>();
    line.path("base").forEach(score -> base.add((float) score.asDouble()));
    return new TrainingGroup(pairs, answers, base, (float) line.path("weight").asDouble(1));
  }

  /** In steps of so many pairs, groups of about the same length together, in a random order. */
  static List<List<TrainingGroup>> steps(List<TrainingGroup> groups, int pairs, Random random) {
    List<TrainingGroup> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, random);
    List<List<TrainingGroup>> steps = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); from += SORTED_TOGETHER) {
      int to = Math.min(from + SORTED_TOGETHER, shuffled.size());
      List<TrainingGroup> part = new ArrayList<>(shuffled.subList(from, to));
      part.sort(Comparator.comparingInt(TrainingGroup::longest));
      cut(part, pairs, steps);
    }
    Collections.shuffle(steps, random);
    return steps;
  }

  private static void cut(List<TrainingGroup> part, int pairs, List<List<TrainingGroup>> steps) {
    List<TrainingGroup> step = new ArrayList<>();
    int size = 0;
    for (TrainingGroup group : part) {
      if (size > 0 && size + group.pairs().size() > pairs) {
        steps.add(step);
        step = new ArrayList<>();
        size = 0;
      }
      step.add(group);
      size += group.pairs().size();
    }
    steps.add(step);
  }
}
