package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A duty is told of the goods, the side, the rate and the part that are asked about. */
final class DutiesTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tariff on excavators from china",
        "tariff on lawn mowers",
        "301 rate on chinese laptops",
        "301 rate on chinese drones",
        "titanium ban",
        "铼的出口许可是哪年开始的",
      })
  void answer_onGoodsOfWhichNothingIsTold_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chinas tariff on us goods today? | In force from 10 April 2025; all US goods: 10%",
        "china tariff on US beef today | In force from 10 April 2025; all US goods: 10%",
        "corn duty china | In force from 10 April 2025; all US goods: 10%",
        "玉米还有没有加征关税 | In force from 10 April 2025; all US goods: 10%",
        "is china's 24% suspension still valid | In force from 10 April 2025",
        "when were the steel tariffs raised to 50 percent | 50% on steel products since 4 June"
            + " 2025",
        "钢铝关税什么时候从25%涨到50% | 50% on steel products since 4 June 2025",
        "when was list 3 raised to 25 percent | List 3, 200 billion dollars of Chinese goods: 10%",
        "third list tariff rate | 25% on List 3",
        "when did the chip 25 percent tariff start | In force from 15 January 2026",
        "what is the duty on Chinese port cranes now? | 25% on Chinese ship-to-shore cranes",
        "does a chinese owned vessel have to pay at LA port today"
            + " | Not known since 10 November 2026",
        "when does the legacy chip tariff start? | In effect from 23 December 2025",
        "when did the anti-foreign sanctions law take effect | In effect from 10 June 2021",
        "when did China lift the gallium licence rule? | In force from 1 August 2023",
        "when did section 301 list 3 start | In effect from 24 September 2018",
        "新疆棉花进美国还被禁吗 | In force from 21 June 2022",
        "do us pork exporters still pay chinas extra tariff | In force from 10 April 2025; all US"
            + " goods: 10%",
        "美国猪肉进中国还要不要交关税 | In force from 10 April 2025; all US goods: 10%",
        "中国84%的关税公告是几号公告? | Citation: Customs Tariff Commission Announcement No. 5 of 2025",
        "china 125 tariff which announcement no | Citation: Customs Tariff Commission Announcement"
            + " No. 6 of 2025",
        "232 copper when start | 50% on semi-finished copper since 1 August 2025",
      })
  void answer_byFields_isOfWhatIsAskedAbout(String question, String opening) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            told ->
                assertThat(VerdictText.of(Objects.requireNonNull(told.verdict()), Language.EN))
                    .startsWith(opening));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when does due diligence apply under the doj bulk data rule | 6 October 2025",
        "hytera section 889 part B since when | 13 August 2020",
        "中国船去美国港口一吨收多少钱 | paid 50 dollars per net ton",
        "国产船要不要交特别港务费 | are exempt from China's special port fees",
        "what share does Washington take on H20 sales? | 15 percent of revenue",
        "阻断办法第一次用是什么时候 | was the first use",
        "what is the maximum rate under section 301 | Section 301",
        "how many soybeans has China bought since Busan? | had bought more than half",
        "What did Tai raise with Wang Wentao in Detroit? | Tai also raised",
        "Which order kept China's rate at 10 percent until 10 November 2025? | Order 14334 kept",
        "Which announcement number raised China's tariff to 125 percent? | Announcement No. 6 of",
        "Which proclamation doubled the steel tariff? | A proclamation of 3 June 2025 doubled both",
        "is there still a chinese tariff on us soybeans | still face China's 10 percent tariff",
        "现在买美国大豆还要交关税吗 | still pay the 10 percent",
        "which cos on chinas export ctrl list 4 march 2025 | put 15 US companies",
        "中國對美船特別港務費,一年最多收幾次? | at most five voyages a year",
        "王文涛当商务部长之前是干啥的 | governor of Heilongjiang",
        "美国贸易代表办公室是哪一年成立的 | it was created in 1962",
        "chinese malicious entity list anyone on it | no listing on it was seen",
        "do american soybean farmers still face any extra chinese duty after november 2025 | still"
            + " face China's 10 percent tariff",
        "how much has customs repaid so far of the illegal emergency duties | 100 billion dollars"
            + " paid",
        "what did the korea deal leave untouched? | Not covered by the truce",
        "what does the truce cover? | U.S. side of the truce, tariffs",
        "when was the original foreign trade law adopted | dates from 1994",
        "For how many voyages a year are China's port fees due? | at most five voyages a year",
      })
  void answer_byAStatement_isOfThatPartOrSide(String question, String told) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> {
              assertThat(answer.verdict()).isNull();
              assertThat(answer.lead().statement().text()).contains(told);
            });
  }
}
