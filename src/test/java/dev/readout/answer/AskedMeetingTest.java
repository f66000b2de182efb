package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was at a meeting and what was talked of there is told by that one, and by no other. */
final class AskedMeetingTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who represented China at the WTO ministerial in Yaounde",
        "who represented China at the WTO ministerial in Nairobi",
        "who led the US delegation in Zermatt",
        "who came to the Boao forum for the US",
        "who attended the G20 in Durban for China",
        "谁代表中国出席世贸组织雅温得部长会议",
        "when is the ninth round of talks",
        "第九轮磋商什么时候开",
        "第九輪經貿磋商哪天",
        "did xi and trump talk about ukraine in busan",
        "did trump and xi talk about hong kong in washington?",
        "did they sign anything in beijing in may",
      })
  void answer_ofAMeetingOfWhichNothingIsRecorded_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who attended Trump's inauguration for China", "谁参加了特朗普就职典礼"})
  void answer_whoWasAtACeremony_isNotWhoSpokeByPhoneBefore(String question) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> {
              assertThat(told.verdict()).isNull();
              assertThat(told.lead().statement().text()).contains("Han Zheng");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did Wang Wentao attend the Madrid talks | 2025-09-14-madrid-talks-meeting",
        "was Wang Wentao in Madrid | 2025-09-14-madrid-talks-meeting",
        "was lutnick in geneva | 2025-05-10-geneva-talks-meeting",
        "did rubio attend busan | 2025-10-30-busan-summit-meeting",
        "who was on the chinese side in madrid last yr? | 2025-09-14-madrid-talks-meeting",
        "马德里会谈谁去的 | 2025-09-14-madrid-talks-meeting",
      })
  void answer_whetherOneWasThere_isWhoIsRecorded(String question, String meeting) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> {
              assertThat(told.verdict()).isNotNull();
              assertThat(Objects.requireNonNull(told.verdict()).slot()).isEqualTo(Slot.PERSON);
              assertThat(Objects.requireNonNull(told.verdict()).records())
                  .extracting(record -> record.id())
                  .containsExactly(meeting);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "was Trump's 145 percent tariff cut in Geneva",
        "was He Lifeng asked about soybeans in Geneva",
      })
  void answer_whatWasDoneAtAPlace_isNotWhoWasThere(String question) {
    assertThat(ANSWERS.to(question))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isInstanceOf(Answer.Declined.class),
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Answer.Answered.class, told -> assertThat(told.verdict()).isNull()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did they agree in madrid | framework for TikTok",
        "when was the ninth round of talks | from 3 to 5 April 2019",
        "what does MOFCOM announcement 61 cover | Announcement No. 61",
        "is the netherlands order on nexperia suspended | The Netherlands suspended its order",
        "what did china say about soybeans in the nov 24 2025 call | leaves out soybeans",
      })
  void answer_ofTheOneAskedAbout_opensWithIt(String question, String opening) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> assertThat(told.lead().statement().text()).contains(opening));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is nvidia H20 allowed by china | 2026-01-14-prc-h200-purchase-curbs",
        "antimony export to united states allowed? |"
            + " 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony",
        "is CATL on 1260H | 2025-01-07-1260h-list-tencent-catl",
        "美國對銅的關稅是幾% | 2025-07-30-section-232-copper",
        "美国对铜的关税是多少 | 2025-07-30-section-232-copper",
      })
  void answer_byFields_isOfTheSideAndThingAskedAbout(String question, String record) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told -> {
              assertThat(told.verdict()).isNotNull();
              assertThat(Objects.requireNonNull(told.verdict()).records().getFirst().id())
                  .isEqualTo(record);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "大疆在不在1260H清单上 | 没有记录称大疆在中国军事企业清单上",
        "宁德时代上了1260H吗 | 中国军事企业清单：宁德时代",
        "腾讯哪天被列入1260H的 | 中国军事企业清单：腾讯，自2025年1月7日起",
      })
  void answer_onAListByItsNumberInChinese_isOfThatList(String question, String opening) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told ->
                assertThat(VerdictText.of(Objects.requireNonNull(told.verdict()), told.language()))
                    .startsWith(opening));
  }
}
