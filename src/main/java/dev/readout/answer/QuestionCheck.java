package dev.readout.answer;

import dev.readout.answer.Answer.Problem;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Optional;

/** Finds what makes a question unusable, before and after it has been read. */
public final class QuestionCheck {
  /** Says how something stands or when, and not what. */
  private static final String ASKING =
      "(?: (?:still|yet|already|really|in|into|on|at|the|to|be|go|come|take|force|effect|place|hold|now"
          + "|today|right|currently|moment|over|end|ended|expired?|lapse|appl(?:y|ies)|start|begin|valid"
          + "|alive|active|suspended|paused))";

  /** "Is it over?", "When does it end?", "What is in force today?" say nothing of what. */
  private static final QuickPattern OF_WHAT =
      QuickPattern.of(
          "^\\W*(?:(?:so|and|but|ok),? )*(?:(?:(?:until |since )?when |how long"
              + " )?(?:is|are|was|were|has|did|does|will) (?:it|this|that|they)(?:(?: \\w+){1,2}|"
              + ASKING
              + "{1,8})|what(?: is|['’]?s| are)"
              + ASKING
              + "{1,6})\\W*$");

  private QuestionCheck() {}

  /** What can be seen without reading it. */
  static Optional<Problem> beforeReading(Question question, Generation generation) {
    return inForm(question)
        .or(
            () ->
                Optional.ofNullable(question.topic())
                    .filter(
                        id -> generation.topics().stream().noneMatch(one -> one.id().equals(id)))
                    .map(Problem.UnknownTopic::new));
  }

  /** What can be seen without the sources, too. */
  public static Optional<Problem> inForm(Question question) {
    String text = question.text();
    if (text.codePoints().allMatch(QuestionCheck::isBlank)) {
      return Optional.of(new Problem.Empty());
    }
    if (text.length() > Question.MAX_TEXT_CHARS) {
      return Optional.of(new Problem.TooLong(text.length()));
    }
    if (text.codePoints().anyMatch(QuestionCheck::isUnsafe)) {
      return Optional.of(new Problem.UnsafeCharacters());
    }
    String impossible = QuestionReader.impossibleDate(text);
    if (impossible != null) {
      return Optional.of(new Problem.ImpossibleDate(impossible));
    }
    if (question.since() != null
        && question.until() != null
        && question.until().isBefore(question.since())) {
      return Optional.of(new Problem.EmptySpan());
    }
    return Optional.empty();
  }

  static Optional<Problem> afterReading(QueryPlan plan) {
    return plan.hasContent() && !OF_WHAT.isWhole(plan.text())
        ? Optional.empty()
        : Optional.of(new Problem.NothingToSearchFor());
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /**
   * Control characters besides line ends and tabs, lone surrogates, and what turns the direction of
   * writing.
   */
  private static boolean isUnsafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> !Character.isWhitespace(character);
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      case Character.FORMAT ->
          character == 0x061C
              || character == 0x200E
              || character == 0x200F
              || (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2066 && character <= 0x2069);
      default -> false;
    };
  }
}
