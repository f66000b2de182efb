package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for by its kind is told by that kind, or not at all. */
final class AskedKindTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "which room of the White House was Phase One signed in | East Room",
        "where did the Madrid talks take place? | Palacio de Santa Cruz",
        "which building hosted the London talks | Lancaster House",
        "伦敦会谈在哪栋楼里开的 | Lancaster House",
        "By what margin did the Senate confirm Gina Raimondo? | 84 votes to 15",
        "what was the vote in the Supreme Court on IEEPA tariffs | six to three",
        "which heading does List 4A have | 9903.88.15",
        "Which judges dissented when the Federal Circuit ruled on the IEEPA tariffs? | Taranto",
        "which executive order ended the small-parcel exemption for the whole world | 14324",
        "How many minutes did Xi give Blinken in June 2023? | about 35 minutes",
        "how many days did the swiss deal in may 2025 pause things for | 90 days",
        "Which spokesperson spoke of the Bali consensus? | Shu Jueting",
        "which ten US firms did China list in June 2026 | Aveox, Red Cat Holdings",
        "presumption of denial versus case by case | Under a presumption of denial the answer is"
            + " no",
        "What penalty do American makers of a tough engineering plastic face when selling to China?"
            + " | 74.9 percent",
        "What share of the Entity List additions in China of September 2025 work in chips? | 13 of",
      })
  void answer_ofAKind_isToldByThatKind(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which hotel did the Chinese delegation stay in during the Madrid talks?",
        "吉隆坡磋商在哪家酒店举行？",
        "2025年8月李成钢在华盛顿住哪里？",
        "What was the venue of the Seoul round in May 2026?",
        "In which room of the White House did Trump and Xi talk on 24 September 2026?",
        "斯德哥尔摩会谈在哪栋建筑里举行？",
        "What was the House vote on the COINS Act in December 2025?",
        "By what margin did the Senate confirm Howard Lutnick as Commerce Secretary?",
        "全国人大常委会以多少票通过反外国制裁法？",
        "Under which tariff heading do drones pay the Section 232 duty?",
        "2025年9月25日关于TikTok的行政令是第几号？",
        "日内瓦联合声明是谁起草的？",
        "Which congressman sponsored the BIOSECURE Act?",
        "2026年9月白宫国宴有哪些嘉宾出席？",
        "Which six executives did China sanction on 5 December 2024?",
        "2025年1月15日列入不可靠实体清单的4家公司是哪几家？",
        "what fine does a ship pay if it refuses to pay the Chinese special port fee",
      })
  void answer_withoutThatKind_isNotToldByItsNeighbour(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }
}
