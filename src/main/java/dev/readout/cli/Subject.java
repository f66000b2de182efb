package dev.readout.cli;

import dev.readout.answer.Lookup;
import dev.readout.answer.Problem;
import dev.readout.answer.reading.Language;
import dev.readout.answer.reading.QuestionReader;
import dev.readout.answer.wording.ProblemText;
import dev.readout.answer.wording.SafeText;
import dev.readout.corpus.CorpusRecord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a meeting, a measure or a term is called by somebody: an id or a few words. Immutable.
 *
 * @param text without line ends
 */
record Subject(String text) {
  private static final int MAX_CHARS = 200;

  /**
   * The words put together.
   *
   * @throws BadInputException when they name nothing
   */
  static Subject of(List<String> words, String example) {
    String text = String.join(" ", words).strip();
    Language language = Language.ofLabelsFor(text);
    if (text.isEmpty()) {
      throw new BadInputException(
          "nothing is named; write an id or a few words, such as " + example);
    }
    if (text.length() > MAX_CHARS) {
      throw new BadInputException(
          "the name is longer than " + MAX_CHARS + " characters; write an id or a few words");
    }
    if (!SafeText.isSafe(text)) {
      throw new BadInputException(ProblemText.of(new Problem.UnsafeCharacters(), language));
    }
    String impossible = QuestionReader.impossibleDate(text);
    if (impossible != null) {
      throw new BadInputException(ProblemText.of(new Problem.ImpossibleDate(impossible), language));
    }
    return new Subject(text);
  }

  Language language() {
    return Language.ofLabelsFor(text);
  }

  /**
   * What was found.
   *
   * @throws BadInputException when nothing certain was; names the nearest
   */
  <T> T in(Lookup<T> lookup, String kind, String example) {
    return switch (lookup) {
      case Lookup.Found<T>(T value) -> value;
      case Lookup.NotFound<T>(List<CorpusRecord> several, boolean areMeant) when areMeant ->
          throw new BadInputException(
              "'%s' names more than one %s; write the id of one: %s"
                  .formatted(SafeText.of(text, 60), kind, ids(several)));
      case Lookup.NotFound<T>(List<CorpusRecord> nearest, boolean _) ->
          throw new BadInputException(
              "no %s is called '%s'; %s"
                  .formatted(
                      kind,
                      SafeText.of(text, 60),
                      nearest.isEmpty()
                          ? "write other words, for instance " + example
                          : "the nearest are " + ids(nearest)));
    };
  }

  private static String ids(List<CorpusRecord> records) {
    return records.stream().map(CorpusRecord::id).collect(Collectors.joining(", "));
  }
}
