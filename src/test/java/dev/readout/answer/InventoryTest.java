package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which measures there are is told by how all of them stand. */
@ExtendWith(ShippedIndex.class)
final class InventoryTest {
  private final Answerer answerer;

  InventoryTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    return (Answer.Answered) answerer.answer(Ask.plainly(question));
  }

  private Verdict verdict(String question) {
    return verdict(answer(question));
  }

  private static Verdict verdict(Answer.Answered answer) {
    Verdict verdict = requireNonNull(answer.verdict());
    assertThat(verdict.slot()).isEqualTo(Slot.LIST);
    return verdict;
  }

  private static LegalState state(CorpusRecord measure, LocalDate day) {
    return requireNonNull(MeasureStatus.of(measure, day).orElseThrow().current()).state();
  }

  @ParameterizedTest
  @CsvSource({
    "what are the US export controls on China, US, export-controls",
    "what US export controls are in force, US, export-controls",
    "what export controls does China have?, PRC, export-controls",
    "what tariffs does the US have on Chinese goods now, US, tariffs",
    "which Chinese tariffs on US goods are in force, PRC, tariffs",
    "what rare earth controls are there, PRC, rare-earths",
    "does China have any tariffs on US goods?, PRC, tariffs",
    "what Section 232 tariffs are there, US, section-232",
    "are there any export controls against American firms, PRC, export-controls",
    "美国对华有哪些出口管制, US, export-controls",
    "中國目前有哪些對美關稅？, PRC, tariffs"
  })
  void answer_whichMeasuresThereAre_namesThoseOfTheSideAndKind(
      String question, Side side, String topic) {
    assertThat(verdict(question).records())
        .hasSizeGreaterThan(1)
        .allSatisfy(measure -> assertThat(measure.side()).isEqualTo(side))
        .allSatisfy(measure -> assertThat(measure.topics()).contains(topic))
        .allSatisfy(measure -> assertThat(measure.kind()).isNotEqualTo(Kind.AGREEMENT));
  }

  @Test
  void answer_whatIsInForce_namesThatFirstAndThenWhatIsNotKnown() {
    Answer.Answered answer = answer("which rare earth controls are in force");

    assertThat(VerdictText.of(verdict(answer), Language.EN))
        .startsWith(
            "In force as of 24 November 2026: China requires licences for seven medium and heavy"
                + " rare earths and magnets containing them;")
        .contains(
            " Not known since 11 November 2026 (suspended from 7 November 2025 to 10 November"
                + " 2026): Announcement 56")
        .endsWith(".");
    assertThat(answer.lead().record()).isEqualTo(verdict(answer).records().getFirst());
    assertThat(answer.lead().statement()).isEqualTo(answer.lead().record().statements().getFirst());
    assertThat(answer.more()).isNotEmpty();
  }

  @Test
  void answer_ofADayBefore_namesWhatWasInForceThen() {
    Answer answer =
        answerer.answer(
            Ask.that("which rare earth controls are in force").asOf("2025-10-20").question());

    assertThat(verdict((Answer.Answered) answer).records())
        .extracting(CorpusRecord::id)
        .contains("2025-04-04-mofcom-18-seven-rare-earths");
  }

  @ParameterizedTest
  @CsvSource({
    "what restrictions has China lifted, RESCINDED",
    "which US tariffs are proposed, PROPOSED"
  })
  void answer_anotherState_namesThoseInIt(String question, LegalState state) {
    Verdict verdict = verdict(question);

    assertThat(verdict.records())
        .allSatisfy(measure -> assertThat(state(measure, verdict.day())).isEqualTo(state));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what are the US export controls on China",
        "what tariffs does the US have on China",
        "list US restrictions on Chinese technology"
      })
  void answer_whatEndsOrEasesAMeasure_isNotNamed(String question) {
    assertThat(verdict(question).records())
        .extracting(CorpusRecord::id)
        .doesNotContain(
            "2025-05-13-bis-rescinds-ai-diffusion-rule",
            "2026-02-20-eo-ends-ieepa-tariffs",
            "2026-02-20-supreme-court-learning-resources",
            "2026-08-13-bis-drone-export-controls-eased");
  }

  @Test
  void answer_sanctionsOfOneSide_areNotTheOthersNorOnAThird() {
    assertThat(verdict("what sanctions has the US put on Chinese companies").records())
        .allSatisfy(measure -> assertThat(measure.side()).isEqualTo(Side.US));
    assertThat(verdict("what sanctions has China put on US companies").records())
        .allSatisfy(measure -> assertThat(measure.side()).isEqualTo(Side.PRC))
        .extracting(CorpusRecord::title)
        .noneMatch(title -> title.contains("Japan"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what are export controls?",
        "what is China's anti-foreign sanctions law?",
        "what are China's blocking rules",
        "which entity list rules apply to subsidiaries",
        "what measures did China announce in October 2025",
        "which companies are on the Entity List",
        "why are there export controls on chips",
        "what tariffs did Trump threaten in October 2025"
      })
  void of_anotherQuestion_isNone(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));

    Verdict verdict = answer instanceof Answer.Answered answered ? answered.verdict() : null;
    assertThat(verdict == null ? null : verdict.slot()).isNotEqualTo(Slot.LIST);
  }

  @Test
  void in_words_areReadAsSideFamilyStateAndSubject() {
    assertThat(AskedMeasures.in("what tariffs does China have on US goods"))
        .hasValueSatisfying(
            asked -> {
              assertThat(asked.side()).isEqualTo(Side.PRC);
              assertThat(asked.family()).isEqualTo(AskedMeasures.Family.TARIFFS);
              assertThat(asked.states()).isEqualTo(Set.of(LegalState.IN_FORCE));
              assertThat(asked.subject()).isEmpty();
            });
    assertThat(AskedMeasures.in("restrictions on chips")).isEmpty();
    assertThat(List.of("which controls on drones are suspended", "哪些无人机管制暂停"))
        .allSatisfy(
            question ->
                assertThat(AskedMeasures.in(question))
                    .hasValueSatisfying(
                        asked -> {
                          assertThat(asked.states()).containsExactly(LegalState.SUSPENDED);
                          assertThat(asked.subject()).isIn("drones", "无人机");
                        }));
  }
}
