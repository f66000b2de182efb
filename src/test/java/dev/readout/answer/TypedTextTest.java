package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        "what are China's Blocking Rules, in a nutshell? | what are China's Blocking Rules?",
        "EAR99 – what's that? | what is EAR99?",
        "what is this 50% rule people keep mentioning | what is this 50% rule?",
        "google antitrust over? | is google antitrust over?",
        "chip software ban, is it gone | is chip software ban gone?",
        "sensetime blacklisted 2019 reason | why was sensetime blacklisted 2019?",
        "why china say no to micron chips | why did china say no to micron chips",
        "i have paid like 40k in duties, who refunds it | i have paid in duties, who refunds it",
        "who negotiates for the americans | who leads the talks for the United States?",
        "who heads china's delegation now | who leads China's side?",
        "chinas rules on us goods | China's rules on us goods",
        "call in oct '25 on soy, boeing deal may26 | call in October 2025 on soy, boeing deal may"
            + " 2026",
        "the FY2019 defense bill, FY26 | the fiscal-2019 defense bill, fiscal-2026",
        "first listing of Trump 2.0 | first listing of Trump",
        "how long was the first econ mtg | how long was the first economic meeting",
        "what did Biden's treasury secretary Yellen say | what did Janet Yellen say",
        "When Liu He came to negotiate, which worry came first? | which worry came first when Liu"
            + " He came to negotiate?",
        "when were they meeting again after Geneva | when was the next meeting after Geneva",
        "Did Joe Biden brief Antony in the Swedish capital | Did Joe Biden brief Antony Blinken in"
            + " Stockholm",
        "the Korean capital market | the Korean capital market",
        "the average joe, Joe and Gina | the average joe, Joe Biden and Gina Raimondo",
        "SMIC还在Entity List吗 | SMIC还在实体清单吗",
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
        "explain why the ban was lifted",
        "what is IEEPA and why does everybody keep mentioning it",
        "which elements does each one cover, and is it active",
        "can I get it back or is it gone",
        "why were US and Chinese ships charged",
        "they spent 2 hours on it",
        "who heads the delegation in Madrid",
        "when did Liu He come to Washington, what did he say?",
        "what did Biden's team say"
      })
  void writtenOut_whatMeansSomethingElse_stays(String question) {
    assertThat(TypedText.writtenOut(question)).isEqualTo(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare US and Chinese tariffs in 2018",
        "compare US and Chinese export controls",
        "Compare the tariffs on Mexico and China",
        "Are US tariffs on Chinese goods higher than before?",
        "who put more tariffs on the other since Geneva, the US or China",
        "how much did the tariffs bring in in total",
        "what tariffs on Chinese goods were collected in total",
        "what are the section 301 rates on chips"
      })
  void inWordsLookedFor_otherThanWhatBothChargeToday_stays(String question) {
    assertThat(TypedText.inWordsLookedFor(question, LocalDate.of(2026, 11, 30)))
        .isEqualTo(question);
  }
}
