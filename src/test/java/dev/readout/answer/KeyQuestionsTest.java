package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that the bot must never get wrong. */
@ExtendWith(ShippedIndex.class)
final class KeyQuestionsTest {
  private static final String AFFILIATES_PAUSE = "2025-11-10-bis-affiliates-rule-suspension";

  private final Answerer answerer;

  KeyQuestionsTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));
    assertThat(answer instanceof Answer.Answered).as("answered: %s", question).isTrue();
    return (Answer.Answered) answer;
  }

  private static List<Snippet> of(Answer.Answered answer, Side side) {
    return answer.snippets().stream().filter(snippet -> snippet.record().side() == side).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "who is Li Chenggang, 2025-04-16-who-is-li-chenggang",
    "李成钢是谁?, 2025-04-16-who-is-li-chenggang",
    "what is the Entity List, 2026-10-08-glossary-entity-list",
    "实体清单是什么?, 2026-10-08-glossary-entity-list",
    "不可靠实体清单是什么?, 2026-10-08-glossary-unreliable-entity-list"
  })
  void answer_definition_leadsWithItsEntry(String question, String record) {
    assertThat(answer(question).lead().record().id()).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource({
    "timeline of US tariffs on China in 2025, Executive Order 14195",
    "sequence of all the trade rounds since spring 2025, Round 1 of the talks",
    "history of Washington's chip controls step by step, May 2019",
    "how did US tariffs on China rise from February to April 2025, Executive Order 14195",
    "how did China's tariffs on US goods climb in April 2025, On 4 April 2025 the State",
    "List the trade talks rounds of 2019 in order, Deputy U.S. Trade Representative Jeffrey"
        + " Gerrish",
    "What happened between Madrid and Kuala Lumpur in autumn 2025, The fourth round took place",
    "what happened in October 2025, China blocked exports of Nexperia"
  })
  void answer_timeline_leadsWithItsFirstStep(String question, String first) {
    assertThat(answer(question).lead().statement().text()).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource({
    "compare Phase One and Busan, 2020-01-15-phase-one-agreement, 2025-10-30-busan-summit-meeting",
    "Entity List vs Unreliable Entity List, 2026-10-08-glossary-entity-list,"
        + " 2026-10-08-glossary-unreliable-entity-list"
  })
  void answer_twoThingsCompared_tellsWhatEachIs(String question, String first, String second) {
    Answer.Answered answer = answer(question);

    assertThat(answer.lead().record().id()).isEqualTo(first);
    assertThat(answer.snippets()).extracting(one -> one.record().id()).contains(second);
  }

  @Test
  void answer_whatTellsTwoThingsApart_leads() {
    assertThat(answer("301 vs 232").lead().statement().text()).startsWith("Unlike Section 301");
  }

  @Test
  void answer_nextRoundThatNobodyAnnounced_isNotAnswered() {
    Answer answer = answerer.answer(Ask.plainly("when is the next round of talks?"));

    assertThat(answer).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource({
    "when do Trump and Xi meet again?, Trump was expected at the APEC summit",
    "next step on soybeans, soybean"
  })
  void answer_next_isOfWhatIsNamed(String question, String told) {
    assertThat(answer(question).lead().statement().text()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s301 4-yr review result - duty on syringes?",
        "what was the tarrif split after london, 55 vs what?"
      })
  void answer_nameOrWordAsItIsTyped_isUnderstood(String question) {
    assertThat(answer(question).lead().statement().text())
        .containsPattern("100 percent|55%|55 percent");
  }

  @ParameterizedTest
  @CsvSource({
    "what is the affiliates rule, 2025-09-29-bis-affiliates-rule",
    "what is BIS's 50% rule, 2025-09-29-bis-affiliates-rule",
    "explain the connected vehicle rule, 2025-01-16-connected-vehicles-final-rule",
    "what is the AI diffusion rule, 2025-01-13-bis-ai-diffusion-rule"
  })
  void answer_whatAMeasureIs_opensWithWhatTheRuleDoesAndHowItWasMade(
      String question, String record) {
    Answer.Answered answer = answer(question);
    List<Snippet> shown =
        Stream.concat(
                Stream.of(answer.lead()),
                answer.blocks().stream().flatMap(block -> block.snippets().stream()))
            .toList();

    assertThat(answer.lead().record().id()).isEqualTo(record);
    assertThat(shown.subList(0, 2))
        .extracting(Snippet::statement)
        .containsExactlyInAnyOrderElementsOf(answer.lead().record().statements().subList(0, 2));
  }

  @Test
  void answer_whatADutyIsNow_tellsThatItIsNoMore() {
    Verdict verdict = answer("how much is the fentanyl tariff now").verdict();

    assertThat(verdict).isNotNull();
    assertThat(verdict.slot()).isEqualTo(Slot.STANDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who is Li Chenggang", "李成钢是谁?", "what is the Entity List"})
  void answer_definition_leadsWithTheOpening(String question) {
    Snippet lead = answer(question).lead();
    assertThat(lead.statement()).isEqualTo(lead.record().statements().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "difference between the US and Chinese accounts of Geneva, 2025-05-10-geneva-talks-meeting",
    "how do the accounts of the Busan meeting differ?, 2025-10-30-busan-summit-meeting",
    "did they agree on TikTok in Madrid?, 2025-09-14-madrid-talks-meeting"
  })
  void answer_accountsOfAMeetingCompared_areThoseOfTheMeeting(String question, String meeting) {
    assertThat(answer(question).lead().record())
        .returns(Kind.READOUT, CorpusRecord::kind)
        .returns(meeting, CorpusRecord::meeting);
  }

  @Test
  void answer_twoThingsOfAMeeting_namesTheOneThatIsMissing() {
    Answer.Answered answer = answer("did they agree on TikTok and soybeans in Madrid?");
    assertThat(answer.missing()).extracting(Answer.Missing::what).containsExactly("soybeans");
    assertThat(answer.snippets()).noneMatch(one -> one.statement().text().contains("soybean"));
  }

  @Test
  void answer_lawsCompared_areNotSetSideBySideAsGovernments() {
    assertThat(answer("how does a 301 duty differ from a 232 one?").blocks())
        .extracting(Answer.Block::side)
        .doesNotContain(Side.PRC);
  }

  @ParameterizedTest
  @CsvSource({
    "did China retaliate against Section 301 List 3?, 2018-07-06-prc-retaliatory-tariffs-2018-2019",
    "how did China retaliate against the reciprocal tariffs?, 2025-04-04-prc-34-percent-tariff",
    "中国如何反制美国对等关税？, 2025-04-04-prc-34-percent-tariff"
  })
  void answer_whatWasDoneInAnswer_leadsWithTheAnswer(String question, String record) {
    assertThat(answer(question).lead().record().id()).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource({
    "美国芯片出口管制是怎么一步步收紧的, 2026-10-08-explainer-timeline-us-chip-controls",
    "step by step: China's rare earth controls,"
        + " 2026-10-08-explainer-timeline-china-mineral-controls",
    "稀土管制来龙去脉, 2026-10-08-explainer-timeline-china-mineral-controls"
  })
  void answer_stepByStep_isTheCompiledHistoryOldestFirst(String question, String history) {
    Answer.Answered answer = answer(question);
    assertThat(answer.snippets()).extracting(one -> one.record().id()).startsWith(history);
    assertThat(answer.snippets())
        .filteredOn(one -> one.record().id().equals(history))
        .extracting(one -> one.record().statements().indexOf(one.statement()))
        .isSorted();
  }

  @Test
  void answer_rateThatARecordHolds_isNotCalledMissing() {
    assertThat(answer("what is the duty on Chinese electric vehicles?").lead().statement().text())
        .contains("electric vehicles 100 percent");
  }

  @Test
  void answer_whenWasItSuspended_isTheStandingWithItsDays() {
    Verdict verdict = answer("when was the gallium ban suspended?").verdict();
    assertThat(verdict).isNotNull();
    assertThat(verdict.slot()).isEqualTo(Slot.STANDING);
  }

  @Test
  void answer_aboutPercent_isNotAboutAsManyBillions() {
    Answer.Answered answer = answer("Is the US 34 percent tariff on China in force?");
    assertThat(answer.verdict()).isNotNull();
    assertThat(answer.verdict().records())
        .extracting(CorpusRecord::id)
        .doesNotContain("2018-07-06-section-301-list-1");
  }

  @Test
  void answer_chargedNow_doesNotLeadWithWhatIsOver() {
    CorpusRecord lead = answer("what tariffs does China charge on US goods?").lead().record();
    assertThat(lead.standing().on(ShippedIndex.TODAY).map(StandingPeriod::state))
        .isNotIn(Optional.of(LegalState.SUPERSEDED), Optional.of(LegalState.RESCINDED));
  }

  @ParameterizedTest
  @CsvSource({
    "Is the US 24 percent tariff suspended?, US",
    "Are the reciprocal tariffs in force?, US",
    "美国对华24%关税暂停了吗？, US",
    "Are China's port fees on US ships suspended?, PRC",
    "Does China still charge tariffs in response to the fentanyl tariff?, PRC",
    "what tariffs does China charge on US goods?, PRC",
    "What tariffs does the US charge on Chinese goods?, US"
  })
  void answer_aboutADuty_neverShowsHowTheOtherSidesStandsFirst(String question, Side side) {
    assertThat(answer(question).statuses().stream().limit(1))
        .allMatch(status -> status.measure().side() == side);
  }

  @Test
  void answer_whoIs_leadsWithWhoItIs() {
    Snippet lead = answer("who is Li Chenggang").lead();

    assertThat(lead.statement()).isEqualTo(lead.record().statements().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "中美在马德里谈了什么, 2025-09-14-madrid-talks-meeting",
    "中美在日内瓦谈了什么, 2025-05-10-geneva-talks-meeting",
    "中美在伦敦达成了什么, 2025-06-09-london-talks-meeting"
  })
  void answer_chineseQuestionAboutAMeeting_isFromIt(String question, String meeting) {
    CorpusRecord lead = answer(question).lead().record();

    assertThat(Stream.of(lead.id(), String.valueOf(lead.meeting()))).contains(meeting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "will the affiliates rule come back in November 2026?",
        "when do the rare earth controls come back?",
        "will the truce be extended?"
      })
  void answer_howLongSomethingLasts_isNoForecast(String question) {
    assertThat(answer(question).statuses()).isNotEmpty();
  }

  @Test
  void answer_tiktokInMadrid_bothSidesFromTheMadridAccounts() {
    Answer.Answered answer = answer("did they agree on TikTok in Madrid");

    assertThat(of(answer, Side.US))
        .anyMatch(snippet -> snippet.record().id().equals("2025-09-15-madrid-us-remarks"));
    assertThat(of(answer, Side.PRC))
        .anyMatch(snippet -> snippet.record().id().equals("2025-09-15-madrid-prc-readout"));
  }

  @Test
  void answer_affiliatesRuleInForce_isProvedByThePause() {
    Answer.Answered answer = answer("is the affiliates rule in force?");
    Stream<String> proofs =
        answer.statuses().stream()
            .flatMap(status -> Stream.of(status.current(), status.before()))
            .flatMap(Stream::ofNullable)
            .map(StandingPeriod::by);

    assertThat(Stream.concat(Stream.of(answer.lead().record().id()), proofs))
        .contains(AFFILIATES_PAUSE);
  }

  @Test
  void answer_affiliatesRuleInForceToday_isNotStatedAndWasSuspended() {
    assertThat(answer("is the affiliates rule in force?").statuses())
        .filteredOn(status -> status.measure().id().equals("2025-09-29-bis-affiliates-rule"))
        .singleElement()
        .matches(status -> !status.isStated())
        .matches(s -> s.before() != null && s.before().state() == LegalState.SUSPENDED);
  }

  @Test
  void answer_connectedCarsInOctober2024_bothBlocksAreFilled() {
    Answer.Answered answer = answer("what did each side say about connected cars in Oct 2024?");

    assertThat(answer.blocks())
        .filteredOn(block -> block.side() == Side.US || block.side() == Side.PRC)
        .hasSize(2)
        .noneMatch(block -> block.snippets().isEmpty());
    assertThat(of(answer, Side.PRC))
        .anyMatch(s -> s.record().id().equals("2024-10-08-raimondo-wang-call-prc-readout"));
  }

  @Test
  void answer_connectedCarsInOctober2024_leadsWithOctober2024() {
    CorpusRecord lead =
        answer("what did each side say about connected cars in October 2024?").lead().record();

    assertThat(YearMonth.from(lead.anchorDay())).isEqualTo(YearMonth.of(2024, 10));
  }

  @Test
  void answer_galliumBan_saysUntilWhenItIsSuspended() {
    assertThat(answer("Is China's gallium ban on the US still in force?").statuses())
        .filteredOn(s -> s.measure().id().contains("mofcom-46-ban-us-gallium"))
        .singleElement()
        .matches(s -> s.current() != null && s.current().state() == LegalState.SUSPENDED);
  }

  /** The lead is the notice that pauses it, and the verdict's record is No. 62 itself. */
  @Test
  void answer_measureOfTheVerdict_isNotMissing() {
    Answer.Answered answer = answer("商务部第62号公告被暂停了吗？");

    assertThat(answer.verdict()).isNotNull();
    assertThat(answer.missing()).isEmpty();
  }

  /** What has replaced a measure says what is allowed. */
  @ParameterizedTest
  @ValueSource(strings = {"H200芯片现在能卖给中国吗？", "can H200 chips be sold to China now?"})
  void answer_isItAllowed_isNotThatItWasReplaced(String question) {
    assertThat(answer(question).verdict()).isNull();
  }

  @Test
  void answer_chineseWhen_leadsWithTheDay() {
    assertThat(answer("芬太尼关税是什么时候降到10%的？").lead().statement().text()).contains("14357", "2025");
  }

  @ParameterizedTest
  @CsvSource({
    "实体清单是什么?, 實體清單是什麼?",
    "李成钢是谁?, 李成鋼是誰?",
    "芬太尼关税是多少, 芬太尼關稅是多少",
    "稀土出口管制什么时候暂停, 稀土出口管制什麼時候暫停",
    "双方在马德里就TikTok说了什么, 雙方在馬德里就TikTok說了什麼",
    "不可靠实体清单规定什么时候施行, 不可靠實體清單規定什麼時候施行",
    "镓锗禁令还在生效吗, 鎵鍺禁令還在生效嗎"
  })
  void answer_traditionalCharacters_leadsAsInSimplified(String simplified, String traditional) {
    assertThat(answer(traditional).lead().statement())
        .isEqualTo(answer(simplified).lead().statement());
  }

  @ParameterizedTest
  @CsvSource({
    "who is Li Chengang, who is Li Chenggang",
    "is the afiliates rule in force?, is the affiliates rule in force?",
    "WHO IS LI CHENGGANG, who is Li Chenggang",
    "  what is   the Entity List ??, what is the Entity List?"
  })
  void answer_sloppyWriting_leadsWithTheSameRecord(String sloppy, String neat) {
    assertThat(answer(sloppy).lead().record().id()).isEqualTo(answer(neat).lead().record().id());
  }
}
