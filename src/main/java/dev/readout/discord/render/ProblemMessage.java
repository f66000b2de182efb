package dev.readout.discord.render;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.SafeText;
import dev.readout.corpus.Language;
import java.util.Locale;

/** Why a question cannot be used and what to write instead, for who asked alone. Pure functions. */
public final class ProblemMessage {
  private static final int MAX_QUOTED_CHARS = 40;

  private ProblemMessage() {}

  public static Reply of(Problem problem, Language language) {
    String said =
        switch (problem) {
          case Problem.Empty() -> Phrase.ASK_SOMETHING.in(language);
          case Problem.TooLong(int _) ->
              Phrase.ASK_SHORTER.in(
                  language, String.format(Locale.ROOT, "%,d", Question.MAX_TEXT_CHARS));
          case Problem.UnsafeCharacters() -> Phrase.ASK_PLAINLY.in(language);
          case Problem.NothingToSearchFor() -> Phrase.ASK_ABOUT_SOMETHING.in(language);
          case Problem.ImpossibleDate(String written) ->
              Phrase.ASK_OF_A_DAY.in(language, quoted(written));
          case Problem.UnknownTopic(String topic) ->
              Phrase.CHOOSE_A_TOPIC.in(language, quoted(topic));
          case Problem.EmptySpan() -> Phrase.EXCHANGE_DAYS.in(language);
        };
    return Reply.text(said).aside();
  }

  private static String quoted(String typed) {
    return Markdown.escapeLine(SafeText.of(typed, MAX_QUOTED_CHARS));
  }
}
