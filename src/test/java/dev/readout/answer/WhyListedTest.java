package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a company was listed is told by the reason of the notice that lists it, and of no other. */
final class WhyListedTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "why did China put Boeing Defense on the unreliable entity list | over arms sales to"
            + " Taiwan",
        "中国为什么制裁通用原子 | over arms sales to Taiwan",
        "why was Hikvision put on the Entity List? | over human-rights abuses in Xinjiang",
        "why was PVH put on the unreliable entity list | had broken normal market",
        "why was SMIC added to the entity list | for ties to China's military",
        "how come us put smic on the entity list | for ties to China's military",
        "why was TCOM put on the unreliable entity list | part of China's answer to the second",
        "why was TCOM sanctioned | over arms sales to Taiwan",
        "why was Saronic put on the unreliable entity list | military-technical cooperation",
      })
  void answer_whyACompanyWasListed_isTheReasonOfItsNotice(String question, String reason) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> assertThat(told.lead().statement().text()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why was DJI put on the entity list",
        "大疆是因为啥被列进去的",
        "why was YMTC put on the entity list",
      })
  void answer_whyACompanyWasListed_isNotAnothersReason(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }
}
