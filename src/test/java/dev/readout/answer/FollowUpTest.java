package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples made up for development. */
final class FollowUpTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "Bessent", "person",
          "Greer", "person",
          "Madrid", "place",
          "Geneva", "place",
          "日内瓦", "place",
          "马德里", "place",
          "TikTok", "company",
          "soybeans", "commodity",
          "rare earths", "commodity",
          "Affiliates Rule", "instrument");

  private static List<FollowUp.Name> names(String text) {
    List<FollowUp.Name> found = new ArrayList<>();
    NAMES.forEach(
        (name, kind) -> {
          int start = text.indexOf(name);
          if (start >= 0) {
            found.add(new FollowUp.Name(start, start + name.length(), kind));
          }
        });
    found.sort(Comparator.comparingInt(FollowUp.Name::start));
    return found;
  }

  private static FollowUp read(String before, String subject, String said) {
    return FollowUp.read(said, new FollowUp.Before(before, subject), FollowUpTest::names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did Washington say about TikTok?      | and Beijing?            | PRC | What did Beijing say about TikTok?
          What did Bessent say about soybeans?       | what about the Chinese? | PRC | What did Beijing say about soybeans?
          What did each side say about soybeans?     | And China's view?       | PRC | What did each side say about soybeans?
          What did Beijing say about rare earths?    | and the US?             | US  | What did Washington say about rare earths?
          What did MOFCOM announce?                  | Washington?             | US  | What did Washington announce?
          美方怎么说TikTok？                            | 那中方呢？               | PRC | 中方怎么说TikTok？
          日内瓦会谈后中方怎么说？                        | 美方呢                  | US  | 日内瓦会谈后美方怎么说？
          """)
  void read_sideAlone_asksTheSameOfThatSide(String before, String said, Side side, String whole) {
    assertThat(read(before, "", said)).isEqualTo(new FollowUp(whole, side, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          since when?             | The Affiliates Rule | The Affiliates Rule: since when?
          Until when?             | The Affiliates Rule | The Affiliates Rule: Until when?
          and why?                | Geneva talks        | Geneva talks: why?
          is it still in force?   | The Affiliates Rule | is The Affiliates Rule still in force?
          who announced that?     | Fentanyl tariff     | who announced Fentanyl tariff?
          从什么时候开始？           | 穿透性规则            | 穿透性规则：从什么时候开始？
          那为什么呢？               | 穿透性规则            | 穿透性规则：为什么？
          """)
  void read_withoutWhatItIsAbout_isAboutTheAnswer(String said, String subject, String whole) {
    assertThat(read("is that so?", subject, said)).isEqualTo(new FollowUp(whole, null, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did they agree on TikTok in Madrid?        | and in Geneva?       | What did they agree on TikTok in Geneva?
          What did they agree on TikTok in Madrid?        | what about soybeans? | What did they agree on TikTok in Madrid soybeans?
          What did Bessent say about soybeans?            | and rare earths?     | What did Bessent say about rare earths?
          What did Bessent say about soybeans?            | and Greer?           | What did Greer say about soybeans?
          马德里会谈谈了什么？                                | 那日内瓦呢？           | 日内瓦会谈谈了什么？
          What did Bessent say in October 2025?           | and in May 2026?     | What did Bessent say in May 2026?
          What did Bessent say about soybeans?            | and yesterday?       | What did Bessent say about soybeans yesterday?
          中方2025年10月怎么说？                              | 2026年5月呢？         | 中方怎么说2026年5月？
          """)
  void read_nameOrTimeAlone_takesItsPlace(String before, String said, String whole) {
    assertThat(read(before, "", said)).isEqualTo(new FollowUp(whole, null, false));
  }

  @ParameterizedTest
  @CsvSource({
    "What is the Affiliates Rule?",
    "Who leads the American delegation?",
    "Did they sign anything in Madrid about soybeans?",
    "thanks",
  })
  void read_wholeQuestion_standsAlone(String said) {
    assertThat(read("What did Washington say?", "Geneva talks", said))
        .isEqualTo(FollowUp.alone(said));
  }
}
