package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to whoever breaks a rule is not told by the rule. */
final class PenaltiesTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penalty for CHIPS guardrails breach | paying back the whole award",
        "how much was nvidia fined | fines of 1 to 10 percent",
        "what are the penalties under the anti-foreign sanctions law | asset freezes",
        "洛克希德马丁被罚了多少钱 | fined twice the value",
      })
  void answer_penaltyThatIsRecorded_opensWithIt(String question, String told) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> {
              assertThat(answer.verdict()).isNull();
              assertThat(answer.lead().statement().text()).contains(told);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penalty for violating the entity list?",
        "what are the penalties for violating China's rare earth controls?",
        "DOJ data rule penalty",
        "fine for violating china's blocking rules?",
        "fine for exporting rare earths from china without licence?",
      })
  void answer_penaltyThatNoRecordTells_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "are soybean purchases going fine?",
        "does the penalty for Chinese ships still apply?"
      })
  void answer_noPenaltyAskedFor_isAnswered(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Answered.class);
  }
}
