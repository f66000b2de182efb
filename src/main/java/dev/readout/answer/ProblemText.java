package dev.readout.answer;

import dev.readout.answer.Answer.Problem;
import dev.readout.corpus.Language;
import java.util.Locale;

/** Why a question cannot be used and what to do, on one line. */
public final class ProblemText {
  private static final int MAX_QUOTED_CHARS = 40;

  private ProblemText() {}

  /** Without a full stop; what was typed is harmless and cut to 40 characters. */
  public static String of(Problem problem, Language language) {
    return switch (problem) {
      case Problem.Empty() -> Label.EMPTY.in(language);
      case Problem.TooLong(int _) ->
          Label.TOO_LONG.in(language, String.format(Locale.ROOT, "%,d", Question.MAX_TEXT_CHARS));
      case Problem.UnsafeCharacters() -> Label.UNSAFE.in(language);
      case Problem.NothingToSearchFor() -> Label.NOTHING_TO_SEARCH_FOR.in(language);
      case Problem.ImpossibleDate(String written) ->
          Label.IMPOSSIBLE_DATE.in(language, SafeText.of(written, MAX_QUOTED_CHARS));
      case Problem.UnknownTopic(String topic) ->
          Label.UNKNOWN_TOPIC.in(language, SafeText.of(topic, MAX_QUOTED_CHARS));
      case Problem.EmptySpan() -> Label.EMPTY_SPAN.in(language);
    };
  }
}
