package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.TextBlocks.OwnWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is quoted with a question that somebody else asked. */
final class OwnWordsTest {
  @Test
  void isNextQuotable_journalistsQuestion_isNotTheirs() {
    assertThat(
            quotable(
                "问：据报道，双方工作组近日举行了磋商。发言人能否介绍有关情况？",
                "答：双方工作组举行了第三轮磋商，就许可办理交换了意见。",
                "双方同意下一季度继续举行会议。",
                "新华社记者：下一步有何安排？发言人能否透露时间？",
                "何亚东：有关安排将适时公布，请关注商务部网站。"))
        .containsExactly(
            "答：双方工作组举行了第三轮磋商，就许可办理交换了意见。", "双方同意下一季度继续举行会议。", "何亚东：有关安排将适时公布，请关注商务部网站。");
  }

  @Test
  void isNextQuotable_questionOfTwoParagraphs_isLeftOutWhole() {
    assertThat(
            quotable(
                "Q: The Ministry spoke of licences last week.",
                "Has the Department received any of them since then?",
                "A: The Department has received twelve of them.",
                "QUESTION: And what comes next for importers?",
                "MR. EXAMPLE: We will publish a notice in June."))
        .containsExactly(
            "A: The Department has received twelve of them.",
            "MR. EXAMPLE: We will publish a notice in June.");
  }

  @Test
  void isNextQuotable_answersWithoutMark_followTheirQuestion() {
    assertThat(quotable("问：下一步有何安排？发言人能否介绍？", "双方同意下一季度继续举行会议。"))
        .containsExactly("双方同意下一季度继续举行会议。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bloomberg: China will ban all exports of widgets. Can you confirm that?",
        "China Daily: It is reported that all tariffs on widgets were lifted?",
        "彭博社：中方将全面禁止样品零件出口。发言人能否证实？",
        "彭博社记者 问：中方将全面禁止样品零件出口，能否证实",
        "Q Thank you. Is the President going to raise tariffs to 200 percent?",
        "Q    “Will the talks go on?” is what everybody asks today."
      })
  void isNextQuotable_questionUnderAName_isNotTheirs(String question) {
    assertThat(quotable(question)).isEmpty();
    assertThat(quotable(question, "Spokesperson: The talks will go on as agreed."))
        .containsExactly("Spokesperson: The talks will go on as agreed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOR IMMEDIATE RELEASE",
        "Tuesday, May 12, 2026",
        "Office of Public Affairs",
        "BILLING CODE 3510-33-P",
        "2026年5月12日",
        "责任编辑",
        "* * *"
      })
  void isNextQuotable_label_saysNothing(String label) {
    assertThat(quotable(label)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks ended today.",
        "Tariffs on washing machines from both countries end",
        "Quotas on washing machines end with the year.",
        "Q3 exports of widgets fell by 2.5 percent.",
        "双方同意下一季度继续举行会议",
        "“We agreed on everything.”"
      })
  void isNextQuotable_sentence_is(String sentence) {
    assertThat(quotable(sentence)).containsExactly(sentence);
  }

  private static List<String> quotable(String... blocks) {
    OwnWords words = new OwnWords(List.of(blocks));
    return List.of(blocks).stream().filter(words::isNextQuotable).toList();
  }
}
