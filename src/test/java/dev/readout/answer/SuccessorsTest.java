package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who came after somebody, or before, is told of that person alone. */
final class SuccessorsTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who replaced liu he | He Lifeng took over",
        "who succeeded Katherine Tai | Jamieson Greer's predecessor",
        "who did Bessent succeed | Scott Bessent's predecessor Janet Yellen",
        "who was ustr before greer | was Katherine Tai",
        "who replaced Zhong Shan as commerce minister? | as successor of Zhong Shan",
        "who replaced gina raimondo | Howard Lutnick succeeded Gina Raimondo",
        "李成钢接的是谁的班 | Li Chenggang replaced Wang Shouwen",
      })
  void answer_whoCameAfterOrBefore_isToldOfThatPerson(String question, String told) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> assertThat(answer.lead().statement().text()).contains(told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"who replaced xi jinping", "who took over from Li Chenggang as WTO ambassador"})
  void answer_whoCameAfterOneThatNobodyFollowed_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }
}
