package dev.readout.answer;

import dev.readout.cli.evaluation.JudgedQuestion;
import dev.readout.cli.evaluation.JudgedQuestionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The questions that the ranking is developed on. Pure functions of their file. */
public final class DevelopmentQuestions {
  private static final Path FILE = Path.of("src/test/resources/questions/development.jsonl");

  /** Set by the profile "fuzz", which asks all. */
  private static final boolean IS_ALL = Boolean.getBoolean("test.all-questions");

  private DevelopmentQuestions() {}

  public static List<String> all() {
    try {
      return JudgedQuestionFile.read(FILE).stream().map(JudgedQuestion::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of so many, evenly spread; all where there is time for it. */
  public static List<String> oneOf(int every) {
    List<String> all = all();
    return IS_ALL
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }
}
