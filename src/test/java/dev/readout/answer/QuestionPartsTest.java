package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionPartsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many articles has the regulation and who put his name to it? | who put his name to"
            + " it?",
        "which order was it, and is it still on | is it still on",
        "h200 in china, what is the cut? | what is the cut?",
        "tai and wang in michigan, on what did they differ | on what did they differ"
      })
  void later_anotherPart_isAQuestionOfItsOwn(String question, String part) {
    assertThat(QuestionParts.later(question)).containsExactly(part);
  }

  @Test
  void later_wordsOfAskingAlone_areAskedOfWhatTheFirstPartIsAbout() {
    assertThat(QuestionParts.later("palmer luckey sanctioned by china when and why"))
        .containsExactly("why palmer luckey sanctioned by china  ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the affiliates rule in force?",
        "what did Trump and Xi agree on rare earths and fentanyl?",
        "who represented China in Madrid",
        "TikTok and soybeans in Madrid"
      })
  void later_oneThingAsked_isNone(String question) {
    assertThat(QuestionParts.later(question)).isEmpty();
  }

  @Test
  void later_manyParts_areTwoAtMost() {
    assertThat(QuestionParts.later("who signed it, when was it, where was it, why was it signed"))
        .hasSize(2);
  }
}
