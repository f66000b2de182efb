package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A question for a test, of which the test says only the options it is about. */
final class Ask {
  private final String text;
  private @Nullable Language language;
  private @Nullable Side side;
  private @Nullable String topic;
  private @Nullable LocalDate since;
  private @Nullable LocalDate until;
  private @Nullable LocalDate asOf;
  private int budgetChars = Question.BUDGET_CHARS;

  private Ask(String text) {
    this.text = text;
  }

  static Ask that(String text) {
    return new Ask(text);
  }

  static Question plainly(String text) {
    return Question.of(text, Question.BUDGET_CHARS);
  }

  Ask language(Language value) {
    language = value;
    return this;
  }

  Ask side(Side value) {
    side = value;
    return this;
  }

  Ask topic(String value) {
    topic = value;
    return this;
  }

  Ask since(String day) {
    since = LocalDate.parse(day);
    return this;
  }

  Ask until(String day) {
    until = LocalDate.parse(day);
    return this;
  }

  Ask asOf(String day) {
    asOf = LocalDate.parse(day);
    return this;
  }

  Ask budget(int chars) {
    budgetChars = chars;
    return this;
  }

  Question question() {
    return new Question(text, language, side, topic, since, until, asOf, budgetChars);
  }
}
