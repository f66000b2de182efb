package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks, in labels of a language (null for the question's own), only of records of a
 * side, a topic's id or days, of standing on a day (null for today), and how many characters of
 * statements the answer may show, 200 to 20,000. Immutable; nothing in it is checked yet: {@link
 * Answerer} says what is wrong with it.
 */
public record Question(
    String text,
    @Nullable Language language,
    @Nullable Side side,
    @Nullable String topic,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable LocalDate asOf,
    int budgetChars) {
  public static final int MIN_BUDGET_CHARS = 200;

  /** Some three pages of Discord, and as much at the terminal: what is shown at first and more. */
  public static final int BUDGET_CHARS = 6_000;

  public static final int MAX_BUDGET_CHARS = 20_000;

  /** Longer questions are refused. */
  public static final int MAX_TEXT_CHARS = 1_000;

  public Question {
    if (budgetChars < MIN_BUDGET_CHARS || budgetChars > MAX_BUDGET_CHARS) {
      throw new IllegalArgumentException("budgetChars: " + budgetChars);
    }
  }

  /** The language of its labels. */
  Language labels() {
    return Objects.requireNonNullElseGet(language, () -> Language.ofLabelsFor(text));
  }

  /** The same in other words, in labels of its own language. */
  Question as(String words) {
    return new Question(words, labels(), side, topic, since, until, asOf, budgetChars);
  }

  /** A question without options. */
  public static Question of(String text, int budgetChars) {
    return new Question(text, null, null, null, null, null, null, budgetChars);
  }
}
