package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first or last meeting of two, the one beside another, or the one of a number, is told by its
 * own account.
 */
final class MeetingsInOrderTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "last meeting between trump and xi | 2026-09-24-washington-summit-meeting",
        "where did the leaders meet most recently | 2026-09-24-washington-summit-meeting",
        "most recent trump xi phone call | 2026-02-04-trump-xi-call-meeting",
        "when did trump last call xi | 2026-02-04-trump-xi-call-meeting",
        "when did Biden and Xi last speak by phone? | 2024-04-02-biden-xi-call",
        "when did Yellen last meet He Lifeng? | 2025-01-06-yellen-he-lifeng-virtual-meeting",
        "what was the first meeting of trump and xi ever | 2017-04-07-mar-a-lago-100-day-plan",
        "last time yellen met he lifeng in person | 2024-04-06-yellen-he-lifeng-guangzhou",
        "last call between yellen and he lifeng | 2025-01-06-yellen-he-lifeng-virtual-meeting",
        "拜登最后一次见习近平是什么时候 | 2024-11-16-biden-xi-lima",
        "雷蒙多最后一次见王文涛是哪天 | 2023-11-16-raimondo-wang-san-francisco",
        "上一次习特通话是几号 | 2026-02-04-trump-xi-call-meeting",
        "which city hosted the round after stockholm | 2025-09-14-madrid-talks-meeting",
        "which round was before madrid | 2025-07-28-stockholm-talks-meeting",
        "the round that followed kuala lumpur | 2026-03-15-paris-talks-meeting",
        "what came right after the osaka meeting | 2019-07-31-shanghai-talks",
        "which round came between London and Madrid? | 2025-07-28-stockholm-talks-meeting",
        "where was the fifth Economic Working Group held?"
            + " | 2024-09-20-economic-working-group-fifth-meeting",
        "when was the last financial working group meeting?"
            + " | 2024-12-15-financial-working-group-seventh-meeting",
        "how many times did the economic working group meet"
            + " | 2024-12-16-economic-working-group-seventh-meeting",
        "in which city was the seventh Economic Working Group?"
            + " | 2024-12-16-economic-working-group-seventh-meeting",
      })
  void answer_oneOfSeveralMeetings_isToldByItsOwnAccount(String question, String meeting) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> assertThat(told.lead().record().id()).isEqualTo(meeting));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trump xi call march 2025",
        "biden xi call 2023",
        "tai liu he call 2022",
        "xi putin call",
        "trump modi meeting",
        "has the ninth round been held",
        "did yellen ever meet wang wentao",
        "what did the White House fact sheet of November 2026 say?",
        "雷蒙多2025年见王文涛谈了什么",
      })
  void answer_ofAMeetingThatIsNotRecorded_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did zhong shan join the shanghai talks | 2019-07-31-shanghai-talks",
        "did navarro go to beijing 2018 | 2018-05-04-beijing-trade-talks",
        "was sullivan at the wang yi washington visit | 2023-10-26-wang-yi-washington-visit",
        "who spoke for the US in Buenos Aires? | 2018-12-01-trump-xi-buenos-aires",
        "who attended busan for china | 2025-10-30-busan-summit-meeting",
        "who was at the Washington summit? | 2026-09-24-washington-summit-meeting",
      })
  void answer_whoWasThere_isOfTheMeetingWhereThePersonWas(String question, String meeting) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told ->
                assertThat(Objects.requireNonNull(told.verdict()).records().getFirst().id())
                    .isEqualTo(meeting));
  }
}
