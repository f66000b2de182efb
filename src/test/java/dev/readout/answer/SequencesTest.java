package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timelines and comparisons of the shipped records, with the models on. */
final class SequencesTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  private static List<String> shown(String question) {
    return ANSWERS.answered(question).snippets().stream()
        .map(snippet -> snippet.statement().text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "After Osaka, when did the negotiators meet next?|Shanghai",
        "After the Phase One call in August 2020, when did officials talk again?|26 May 2021",
        "how long after Woodside did it take until Biden and Xi talked to each other again|2 April"
            + " 2024",
        "Before Busan, when did Trump and Xi last meet in person?|Osaka",
        "when did the first round of Bessent and He Lifeng take place|Geneva"
      })
  void answer_meetingAskedForByAnother_leads(String question, String told) {
    assertThat(shown(question).getFirst()).contains(told);
  }

  @Test
  void answer_everyMeetingInPerson_isWithoutCalls() {
    List<String> steps = shown("list every time Trump and Xi met in person, from Florida 2017 on");

    assertThat(steps).hasSize(7).noneMatch(step -> step.contains("by phone"));
    assertThat(steps.getFirst()).contains("Mar-a-Lago");
    assertThat(steps.getLast()).contains("September 2026");
  }

  @Test
  void answer_meetingsFromFirstToLast_areAListByDate() {
    assertThat(shown("Tai and Wang Wentao, all their face to face meetings from first to last"))
        .satisfiesExactly(
            first -> assertThat(first).contains("Bangkok"),
            second -> assertThat(second).contains("Detroit"),
            third -> assertThat(third).contains("Abu Dhabi"));
  }

  @Test
  void answer_whatHappenedBetweenTwoRounds_isMoreThanMeetings() {
    assertThat(shown("What happened between the Madrid round and the Kuala Lumpur round?"))
        .anyMatch(step -> step.contains("Announcement No. 61"));
  }

  @Test
  void answer_sagaOfOneRecord_isInItsOrder() {
    assertThat(shown("TikTok saga from the 2024 law until the new company existed, with dates"))
        .hasSizeGreaterThan(2)
        .satisfies(step -> assertThat(step).contains("April 2024"), atIndex(0));
  }

  @Test
  void answer_whatOneSaidAndTheOther_isOneLineOfEach() {
    List<String> told =
        shown("how did Bessent rate the weekend in Geneva and what did He Lifeng make of it");

    assertThat(told.getFirst()).contains("Bessent");
    assertThat(told.get(1)).contains("He Lifeng");
  }

  @Test
  void answer_ordinaryWordsBetweenQuotationMarks_areNoCondition() {
    assertThat(shown("Greer's first video chat with He Lifeng: was it \"at your request\"?"))
        .anyMatch(line -> line.contains("at the U.S. side's request"));
  }

  @Test
  void answer_meetingsBetweenTwoMeetings_areNeitherOfThese() {
    assertThat(shown("when did Bessent and He Lifeng meet between Busan and the Beijing summit?"))
        .noneMatch(step -> step.contains("30 October 2025"))
        .anyMatch(step -> step.contains("Davos"));
  }

  @Test
  void answer_changesOfOneMineral_areNotThoseOfAll() {
    assertThat(shown("graphite: how have China's export rules on it changed?"))
        .allMatch(step -> step.contains("graphite"));
  }

  @Test
  void answer_howLongAMeasureRan_hasItsFirstAndLastDay() {
    assertThat(shown("for how many weeks did ships have to pay the US port fees?"))
        .anyMatch(step -> step.contains("14 October 2025"))
        .anyMatch(step -> step.contains("10 November 2025"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Give me the history of the fentanyl duty on China from start to finish",
        "how did the fentanyl tariff move over time"
      })
  void answer_historyOfADuty_isItsRecordedSteps(String question) {
    List<String> steps = shown(question);

    assertThat(steps).hasSize(5);
    assertThat(steps.get(0)).contains("4 February 2025");
    assertThat(steps.get(1)).contains("20 percent", "4 March 2025");
    assertThat(steps.get(2)).contains("10 percent", "10 November 2025");
    assertThat(steps.get(3)).contains("20 February 2026", "Supreme Court");
    assertThat(steps.get(4)).contains("24 February 2026");
  }

  @Test
  void answer_historyUntilADay_hasNothingLater() {
    LocalDate until = LocalDate.of(2025, 6, 30);
    Question question =
        new Question(
            "history of the fentanyl duty on China",
            null,
            null,
            null,
            null,
            until,
            null,
            Question.MAX_BUDGET_CHARS);

    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer ->
                assertThat(answer.snippets())
                    .hasSizeGreaterThan(1)
                    .allMatch(one -> !one.record().anchorDay().isAfter(until)));
  }

  @Test
  void answer_historyOfADutyByItsFigure_hasEveryRate() {
    assertThat(shown("timeline of China's 34 percent tariff"))
        .anyMatch(step -> step.contains("34 percent") && step.contains("4 April 2025"))
        .anyMatch(step -> step.contains("from 34 to 84 percent"))
        .anyMatch(step -> step.contains("from 84 to 125 percent"))
        .anyMatch(step -> step.contains("10 November 2025"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history of the affiliates rule | September 2025 | 10 November 2025",
        "Walk me through the steps by which the connected-vehicle rule came about."
            + " | 1 March 2024 | 14 January 2025",
        "Walk me through how the tariff truce was prolonged step by step since spring 2025."
            + " | 12 May 2025 | September 2026",
        "timeline of tariff increases 2025 | 1 February 2025 | July 2025",
        "Give me a timeline of US chip export controls against China from 2022 on."
            + " | 7 October 2022 | January 2026",
        "Walk me through the tariff rounds of the first trade war, from the opening shot in"
            + " mid-2018 to early 2020. | 6 July 2018 | 14 February 2020",
        "all rounds of negotiation since trump came back, in order | Round 1 | Round 8",
        "chronology of us chip controls on china up to the end of 2023 | May 2019 | October 2023",
        "what happened between Madrid and Kuala Lumpur | Madrid | Kuala Lumpur",
        "when did Bessent and He Lifeng meet | 21 February 2025 | September 2026",
        "timeline of Trump Xi meetings | Mar-a-Lago | September 2026",
        "按时间捋一下2026年习近平和特朗普通话、见面的日子 | 4 February 2026 | September 2026",
        "History of Phase One from the Oval Office announcement on"
            + " | 10 and 11 October 2019 | 2025",
        "timeline of the court fight over the IEEPA tariffs | 28 May 2025 | 20 February 2026"
      })
  void answer_history_isFromItsFirstStepToItsLast(String question, String first, String last) {
    List<String> steps = shown(question);

    assertThat(steps.getFirst()).contains(first);
    assertThat(steps.getLast()).contains(last);
  }

  @ParameterizedTest
  @CsvSource({
    "what restrictions did the US impose in 2024, US, 2024",
    "what measures did China take in April 2025, PRC, 2025",
    "chronology of US measures in 2026, US, 2026"
  })
  void answer_whatAGovernmentDidInATime_isItsMeasuresInOrder(String question, Side side, int year) {
    List<CorpusRecord> records =
        ANSWERS.answered(question).snippets().stream().map(Snippet::record).toList();

    assertThat(records)
        .hasSizeGreaterThan(2)
        .allMatch(record -> record.side() == side && record.anchorDay().getYear() == year)
        .isSortedAccordingTo(Comparator.comparing(CorpusRecord::anchorDay));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"when did trump and xi last meet", "what happened to the H20 in July 2025"})
  void answer_somethingElseThanATime_isNoChronicle(String question) {
    assertThat(shown(question)).hasSizeLessThan(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Which came earlier, the licence duty for gallium or the Micron decision?"
            + " | 21 May 2023 | 3 July 2023",
        "Which came first, Huawei on the Entity List or the ZTE export ban?"
            + " | 15 April 2018 | May 2019"
      })
  void answer_whichOfTwoCameFirst_isTheEarlierAndThenTheLater(
      String question, String first, String second) {
    assertThat(shown(question).get(0)).contains(first);
    assertThat(shown(question).get(1)).contains(second);
  }

  @Test
  void answer_whichGovernmentWasFirst_isNotTakenForTwoThings() {
    assertThat(
            shown(
                    "Who went to 84 percent first in April 2025, Washington or Beijing, and on what"
                        + " days?")
                .get(0))
        .contains("84 percent");
  }

  @Test
  void answer_timelineThatOneStatementTells_hasIt() {
    assertThat(
            shown(
                "dates of the phone calls between Trump and Xi between the rounds, june 2025"
                    + " onwards"))
        .anyMatch(
            text -> text.contains("5 June, 19 September and 24 November 2025 and 4 February 2026"));
  }

  @Test
  void answer_twoMeetingsCompared_tellsWhatCameOfEach() {
    assertThat(shown("compare Busan and Geneva").get(0)).contains("one-year truce");
    assertThat(shown("compare Busan and Geneva").get(1)).contains("90 days of much lower tariffs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How does the Chinese unreliable entity list differ from its export control list?"
            + " | is MOFCOM's list of foreign companies | may then not send them dual-use items",
        "whats the difference between mofcom announcement 70 and announcement 72 from nov 2025"
            + " | Announcement No. 70 | Announcement No. 72",
        "Could someone explain the difference between the Entity List and the Unreliable Entity"
            + " List? | Commerce Department's list | MOFCOM's list",
        "Detroit 2023 - what bothered Tai and what bothered Wang?"
            + " | Tai criticised | Wang raised",
        "first meeting of Yellen with He Lifeng: Treasury's description against Xinhua's"
            + " | China voiced concern | Yellen raised concerns",
        "section 889 vs section 5949 - which chinese companies are hit by each one?"
            + " | five companies of section 889 | Section 5949 of the defence act",
        "Is SMIC's entity listing as strict as Huawei's? | 10 nanometres | listed Huawei companies",
        "Anti-Foreign Sanctions Law vs Blocking Rules in China, difference?"
            + " | countermeasure list | stop Chinese persons"
      })
  void answer_twoCompared_hasOneOfEachFirst(String question, String first, String second) {
    assertThat(shown(question).subList(0, 2))
        .anyMatch(text -> text.contains(first))
        .anyMatch(text -> text.contains(second));
  }

  @Test
  void answer_oneOrTwoSentences_areNotTwoThings() {
    assertThat(shown("Meaning of the COINS Act in one or two sentences?").getFirst())
        .contains("COINS Act");
  }

  @Test
  void answer_whichIsFirst_isNotToldByTheProposalThatWasReplaced() {
    assertThat(shown("connected cars: does the software ban or the hardware ban kick in first?"))
        .noneMatch(text -> text.contains("proposed"));
  }
}
