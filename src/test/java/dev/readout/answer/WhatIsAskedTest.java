package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A place, a list, an entry or goods are what leads where they are what is asked for. */
@ExtendWith(ShippedIndex.class)
final class WhatIsAskedTest {
  private final Answerer answerer;

  WhatIsAskedTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    return (Answer.Answered) answerer.answer(Ask.plainly(question));
  }

  private String lead(String question) {
    return answer(question).lead().statement().text();
  }

  @ParameterizedTest
  @CsvSource({
    "Where did the negotiators meet in March 2026?, Paris",
    "where will the next AI talks be, in Shenzhen"
  })
  void answer_where_isTheTownAndNoGovernment(String question, String town) {
    assertThat(lead(question)).contains(town);
  }

  @Test
  void answer_soManyOfAKind_isTheListAndNotItsLength() {
    assertThat(lead("Which three objectives did Janet Yellen set out in her April 2023 speech?"))
        .contains("First of Yellen's three objectives");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What exactly is an 'is informed' letter?",
        "What's meant by ballast when Chinese ministers talk about commerce with the US?",
        "who tf is marisa lago",
        "who is China's commerce minister"
      })
  void answer_whatSomethingIs_isHowItsEntryOpens(String question) {
    Answer.Answered answer = answer(question);

    assertThat(answer.lead().statement()).isEqualTo(answer.lead().record().statements().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"can I export rare earth magnets to the US", "稀土磁铁现在能出口到美国吗"})
  void answer_whetherGoodsMayBeTraded_isNotToldByABanOnKnowHow(String question) {
    Answer.Answered answer = answer(question);

    assertThat(answer.lead().record().id()).doesNotContain("technology");
    if (answer.verdict() != null) {
      assertThat(answer.verdict().records().getFirst().id()).doesNotContain("technology");
    }
  }

  @Test
  void answer_whoReplacedWhom_namesNobodyAsTakingPart() {
    Answer.Answered answer = answer("Who replaced Wang Shouwen as China's trade negotiator?");

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().statement().text()).contains("Li Chenggang replaced");
  }

  @Test
  void answer_howItStoodOnADay_doesNotTellWhatChangedLater() {
    Verdict verdict = answer("Was China's 34 percent tariff in force on 11 April 2025?").verdict();

    assertThat(verdict).isNotNull();
    assertThat(VerdictText.of(verdict, Language.EN))
        .startsWith("In force from 10 April 2025")
        .doesNotContain("suspended since 14 May 2025");
  }

  @Test
  void answer_stateOnADayOfWhichNoFieldTells_isDatedStatementsAndSaysSo() {
    Answer.Answered answer = answer("Was MOFCOM Announcement No. 61 in force on 20 October 2025?");

    assertThat(answer.verdict()).isNull();
    assertThat(answer.missing())
        .containsExactly(new Answer.Missing(Answer.Missing.Kind.TIME, "20 October 2025"));
    assertThat(answer.lead().statement().text()).contains("Announcement No. 61");
  }

  @Test
  void answer_bothCapitalsNamed_areTheGovernments() {
    assertThat(lead("What did Washington and Beijing agree on in Geneva in May 2025?"))
        .startsWith("The result of the Geneva talks was a Joint Statement");
  }

  @Test
  void answer_inWhatOrder_isTheCompiledHistory() {
    assertThat(lead("In what order did China bring in its curbs on critical minerals?"))
        .startsWith("August 2023: ");
  }

  @Test
  void answer_dutyOnAllGoods_isOneThatStillStands() {
    Answer.Answered chinas = answer("what does China charge on all US goods?");
    assertThat(chinas.verdict()).isNotNull();
    assertThat(chinas.verdict().records().getFirst().id())
        .isEqualTo("2025-04-04-prc-34-percent-tariff");

    assertThat(answer("how high is the US tariff on all Chinese goods now").verdict()).isNull();
  }
}
