package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whats IEEPA | what is IEEPA",
        "wen did Tai n Wang meet w/ staff | when did Tai and Wang meet with staff",
        "what r they calling it rn | what are they calling it right now",
        "a cap of 75k chips, $30bn | a cap of 75,000 chips, $30 billion",
        "TikTok saga in order please, from the law on | TikTok saga in order, from the law on",
        "can someone tell me when it ends | when it ends",
        "Can anyone explain the port fees to me? | what is the port fees?",
        "define NS-CMIC | what is NS-CMIC?",
        "What exactly is the UFLPA | what is the UFLPA",
        "what are China's Blocking Rules, in a nutshell? | what are China's Blocking Rules?"
      })
  void writtenOut_chat_isAsItIsWritten(String typed, String written) {
    assertThat(TypedText.writtenOut(typed)).isEqualToIgnoringCase(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What R-word did Tai use?",
        "Raise three points. list pls",
        "What exactly did Lutnick say?",
        "explain how the two lists differ",
        "explain why the ban was lifted"
      })
  void writtenOut_whatMeansSomethingElse_stays(String question) {
    assertThat(TypedText.writtenOut(question)).isEqualTo(question);
  }
}
