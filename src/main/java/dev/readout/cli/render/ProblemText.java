package dev.readout.cli.render;

import dev.readout.answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.reading.Language;
import dev.readout.cli.page.SafeText;
import java.util.Locale;

/** Why a question cannot be used and what to do, on one line. */
public final class ProblemText {
  private ProblemText() {}

  public static String of(Problem problem, Language language) {
    return switch (problem) {
      case Problem.Empty() -> Label.EMPTY.in(language);
      case Problem.TooLong(int _) ->
          Label.TOO_LONG.in(language, String.format(Locale.ROOT, "%,d", Question.MAX_TEXT_CHARS));
      case Problem.UnsafeCharacters() -> Label.UNSAFE.in(language);
      case Problem.NothingToSearchFor() -> Label.NOTHING_TO_SEARCH_FOR.in(language);
      case Problem.ImpossibleDate(String written) ->
          Label.IMPOSSIBLE_DATE.in(language, SafeText.of(written, 40));
      case Problem.UnknownTopic(String topic) ->
          Label.UNKNOWN_TOPIC.in(language, SafeText.of(topic, 40));
      case Problem.EmptySpan() -> Label.EMPTY_SPAN.in(language);
    };
  }
}
