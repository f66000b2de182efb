package dev.readout.answer;

import dev.readout.answer.Answer.Problem;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what makes a question unusable, before and after it has been read. */
public final class QuestionCheck {
  /** "Is it over?" says nothing of what is asked about. */
  private static final Pattern OF_WHAT =
      Pattern.compile(
          "^\\W*(?:(?:so|and|but|ok),? )*(?:is|are|was|were|has|did|does) (?:it|this|that|they)(?:"
              + " \\w+){1,2}\\W*$",
          Pattern.CASE_INSENSITIVE);

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
    return plan.hasContent() && !OF_WHAT.matcher(plan.text()).matches()
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
