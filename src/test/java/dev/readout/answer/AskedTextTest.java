package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ShippedIndex.class)
final class AskedTextTest {
  private final Generation generation;

  AskedTextTest(Generation generation) {
    this.generation = generation;
  }

  private String asked(String question) {
    return AskedText.of(question, generation, ShippedIndex.TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Now that the Court has ruled, does List 4A still apply? | does List 4A still apply now?",
        "Is List 4A over, now that the Court has ruled? | Is List 4A over now?",
        "27 November was yesterday, so is the gallium ban back? | is the gallium ban back?",
        "Does it apply as of today, 24 November? | Does it apply today?",
        "Does it apply today, Nov 24th 2026? | Does it apply today?",
        "Does it apply as of today, 25 November? | Does it apply today?", // east of Greenwich
        "Today 24 Nov, is the pause over already? | is the pause over already today",
        "What was said on Nov 24 last year? | What was said on November 24 2025?",
        "Talks of 3 May of this year? | Talks of 3 May 2026?",
        "how high did the tariffs get in 2025 | what was the peak of the tariffs in 2025",
        "Is Phase One still alive in 2026? | Is Phase One still alive?",
        "what happened in trade today? | what happened in trade on 2026-11-24?",
        "what did China do over the past three months | what did China do since August 2026",
        "过去两个月中国做了什么？ | 自2026年9月以来中国做了什么？",
        "where did Bessent and He Lifeng meet in July 2025? | where did the Stockholm round take"
            + " place?",
        "all rounds since Trump came back | all rounds since 20 January 2025",
        "都11月底了，港口费还在收吗？ | 现在港口费还在收吗？",
        "我在深圳做出口的，IEEPA的税退给谁？ | IEEPA的税退给谁？",
        "我們公司在廣東出口家具，現在要交多少？ | 我們公司出口家具，現在要交多少？",
        "hi all, I am a student from Poland: what was agreed in Busan | what was agreed in Busan",
        "I run a plant in Shenzhen, who is paid IEEPA refunds? | who is paid IEEPA refunds?",
        "去年那通電話，北京版本主打台灣，川普自己的版本主打什麼 | 去年那通電話，川普自己的版本主打什麼"
      })
  void of_whatOnlySaysWhenItIsAsked_isNotSearchedFor(String question, String searched) {
    assertThat(asked(question)).isEqualTo(searched);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Now that the Court has ruled, what can I claim?", // what is left names nothing
        "what did they agree last year?",
        "what changed in the past two weeks?", // nothing is known of them
        "where did Bessent and He Lifeng meet in August 2025?", // they did not
        "which tariffs of April 2025 changed in the past six months?", // two times
        "how many rounds of talks have the US and Japan held?", // nothing of China
        "what new Section 301 investigations are there into Brazil?",
        "Is it still alive in 2025?",
        "Fujian Jinhua was acquitted, so is it off the Entity List?", // the clause says who
        "Does it apply as of today, 28 November?", // today is the 24th
        "Does it apply today, 24 November 2025?",
        "Is the truce over?",
        "I am writing on Tai: what was her job before",
        "二十四日谈了什么？",
        "我们公司在实体清单上，还能买美国芯片吗？", // more than a town is named
        "我在越南开厂，出口美国要交多少对等关税？"
      })
  void of_anyOtherQuestion_isItself(String question) {
    assertThat(asked(question)).isEqualTo(question);
  }

  @Test
  void ofCountries_goodsOnTheirWay_areOfTheCountryAndNotTheTown() {
    assertThat(
            AskedText.ofCountries(
                "Can I send a parcel from Guangzhou to a customer in Texas?", generation))
        .isEqualTo("Can I send a parcel from China to a customer in the United States?");
    assertThat(AskedText.ofCountries("parcels from Vietnam to Germany", generation))
        .isEqualTo("parcels from Vietnam to Germany");
    assertThat(AskedText.ofCountries("who met in Shenzhen?", generation))
        .isEqualTo("who met in Shenzhen?");
  }
}
