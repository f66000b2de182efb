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
      Map.ofEntries(
          Map.entry("Bessent", "person"),
          Map.entry("Greer", "person"),
          Map.entry("Madrid", "place"),
          Map.entry("Stockholm round", "event"),
          Map.entry("Geneva", "place"),
          Map.entry("日内瓦", "place"),
          Map.entry("马德里会谈", "event"),
          Map.entry("中方", "place"),
          Map.entry("TikTok", "company"),
          Map.entry("Huawei", "company"),
          Map.entry("soybeans", "commodity"),
          Map.entry("大豆", "commodity"),
          Map.entry("rare earths", "commodity"),
          Map.entry("Entity List", "list"),
          Map.entry("Section 301", "law"),
          Map.entry("Affiliates Rule", "instrument"),
          Map.entry("穿透性规则", "instrument"));

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
    return read(new FollowUp.Before(before, subject, false), said);
  }

  private static FollowUp read(FollowUp.Before before, String said) {
    return FollowUp.read(said, before, FollowUpTest::names);
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
          What did they agree on TikTok in Madrid?        | what about soybeans? | What did they agree on soybeans in Madrid?
          What did they agree in Madrid?                  | and soybeans?        | What did they agree in Madrid about soybeans?
          What happened at the Stockholm round?           | and Geneva?          | What happened at the Geneva round?
          马德里会谈后中方怎么说TikTok？                        | 那日内瓦呢？           | 日内瓦会谈后中方怎么说TikTok？
          马德里会谈后中方怎么说TikTok？                        | 大豆呢？              | 马德里会谈后中方怎么说大豆？
          马德里会谈后中方怎么说TikTok？                        | 2026年5月呢？         | 2026年5月马德里会谈后中方怎么说TikTok？
          Is Huawei on the Entity List?                   | what about soybeans? | soybeans?
          What did Bessent say about soybeans?            | and rare earths?     | What did Bessent say about rare earths?
          What did Bessent say about soybeans?            | and Greer?           | What did Greer say about soybeans?
          马德里会谈谈了什么？                                | 那日内瓦呢？           | 日内瓦会谈谈了什么？
          What did Bessent say in October 2025?           | and in May 2026?     | What did Bessent say in May 2026?
          What did Bessent say about soybeans?            | and yesterday?       | What did Bessent say about soybeans yesterday?
          中方2025年10月怎么说？                              | 2026年5月呢？         | 2026年5月中方怎么说？
          """)
  void read_nameOrTimeAlone_takesItsPlace(String before, String said, String whole) {
    assertThat(read(before, "", said)).isEqualTo(new FollowUp(whole, null, false));
  }

  /** Only another measure has a standing; any other subject is asked after by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is the Affiliates Rule in force?                 | what about soybeans? | soybeans?
          was the Affiliates Rule in force in Madrid in October 2025? | soybeans? | soybeans, Madrid, October 2025?
          is the Affiliates Rule in force?                 | and Section 301?     | is the Section 301 in force?
          穿透性规则2025年10月有效吗？                           | 那大豆呢？             | 大豆，2025年10月？
          第14195号行政令：什么时候开始？                         | 那大豆呢？             | 大豆？
          """)
  void read_subjectAfterAMeasure_takesItsPlaceOnlyIfItIsOne(
      String before, String said, String whole) {
    assertThat(read(new FollowUp.Before(before, "the rule", true), said))
        .isEqualTo(new FollowUp(whole, null, false));
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
