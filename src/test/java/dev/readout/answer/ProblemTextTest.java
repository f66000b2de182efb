package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.Problem;
import dev.readout.corpus.Language;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemTextTest {

  static Stream<Problem> problems() {
    return Stream.of(
        new Problem.Empty(),
        new Problem.TooLong(2_000),
        new Problem.UnsafeCharacters(),
        new Problem.NothingToSearchFor(),
        new Problem.ImpossibleDate("30 February 2025"),
        new Problem.UnknownTopic("lunch"),
        new Problem.EmptySpan());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void of_everyProblem_hasARemedyOfNoOneRenderer(Problem problem) {
    assertThat(ProblemText.of(problem, Language.EN))
        .contains("; ")
        .doesNotContain("--", "bin/", "/ask");
    assertThat(ProblemText.of(problem, Language.ZH)).contains("；").doesNotContain("--", "bin/");
    assertThat(ProblemText.of(problem, Language.ZH_TW)).contains("；").doesNotContain("--", "bin/");
  }

  @Test
  void of_whatWasTyped_isHarmlessAndShort() {
    assertThat(ProblemText.of(new Problem.UnknownTopic("a\n\u202E" + "b".repeat(99)), Language.EN))
        .isEqualTo("no topic 'a \uFFFD" + "b".repeat(37) + "…'; use one of the topics offered");
  }
}
