package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.index.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came of a meeting is told by its record, and not by what one side said. */
@ExtendWith(ShippedIndex.class)
final class OutcomesTest {
  private final Answerer answerer;

  OutcomesTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    return (Answer.Answered) answerer.answer(Ask.plainly(question));
  }

  @ParameterizedTest
  @CsvSource({
    "what was agreed in Geneva?, The result of the Geneva talks was a Joint Statement",
    "what did they agree in Madrid?, produced a framework for TikTok's U.S. business",
    "recap of the Madrid talks, produced a framework for TikTok's U.S. business",
    "quick summary of the Busan meeting, The main results of the Busan meeting",
    "what came out of the Kuala Lumpur talks, both sides announced an understanding",
    "what did the two sides agree on in Stockholm in July 2025, another 90-day pause",
    "outcome of the Beijing summit may 2026, agreed to set up a Board of Trade",
    "results of the New York round, The points of consensus",
    "what did Trump and Xi agree in Buenos Aires?, put off raising the duty",
    "日内瓦会谈达成什么协议, The result of the Geneva talks was a Joint Statement",
    "倫敦會談結果如何？, both sides announced a framework"
  })
  void answer_whatCameOfAMeeting_leadsWithTheResultInItsRecord(String question, String result) {
    Answer.Answered answer = answer(question);

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().record().kind()).isEqualTo(Kind.MEETING);
    assertThat(answer.lead().statement().text()).contains(result);
  }

  @ParameterizedTest
  @CsvSource({
    "what did China agree to in Geneva?, In Geneva China agreed",
    "what did the US get in Geneva, In Geneva China agreed",
    "what did China agree to in Busan, China adjusts its counter-tariffs",
    "what did Xi promise Trump in Busan, China adjusts its counter-tariffs",
    "what did China get in return at Busan, the US removes the 10 percent",
    "what did Washington concede in Stockholm, the United States would suspend 24",
    "what did China agree to do on rare earths in Busan, general licences for rare earths",
    "中国在釜山承诺了什么, China adjusts its counter-tariffs"
  })
  void answer_whatOneSideUndertook_leads(String question, String undertaken) {
    assertThat(answer(question).lead().statement().text()).contains(undertaken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did they agree on TikTok and soybeans in Madrid?",
        "what did China agree to in Geneva?",
        "商务部公布的吉隆坡磋商成果包括哪些暂停一年的措施"
      })
  void answer_partOfWhatCameOfAMeeting_isNotItsResultAsAWhole(String question) {
    assertThat(answer(question).lead().record().kind()).isNotEqualTo(Kind.MEETING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who accused whom of violating the Geneva agreement?",
        "what deadlines are coming up",
        "was the tone in Stockholm constructive?"
      })
  void answer_lead_isNoFragmentOfAQuotation(String question) {
    assertThat(answer(question).lead().statement().text()).matches("[A-Z0-9].*");
  }

  @Test
  void answer_agreementWithoutAMeeting_isNoOutcome() {
    assertThat(answer("what did the Phase One agreement promise?").lead().record().id())
        .contains("phase-one");
  }
}
