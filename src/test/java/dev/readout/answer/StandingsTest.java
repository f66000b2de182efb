package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which measure's standing answers a question, by the reader and the shipped records. */
final class StandingsTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  private static Answer.Answered answer(String question) {
    return ANSWERS.answered(question);
  }

  private static Optional<Verdict> verdict(String question) {
    return Optional.ofNullable(answer(question).verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "are rare earths still restricted | 2025-04-04-mofcom-18-seven-rare-earths",
        "is the section 122 tariff still in force | 2026-02-20-section-122-surcharge",
        "does the truce still hold | 2025-10-30-kuala-lumpur-busan-truce",
        "is the h200 allowed in china | 2026-01-13-bis-h200-rule",
        "can I export germanium to the us | 2023-07-03-mofcom-23-gallium-germanium",
        "are chinese cars banned in the us | 2025-01-16-connected-vehicles-final-rule",
        "are drones from China banned | 2025-12-22-fcc-covered-list-drones",
        "can nvidia sell the h20 to china | 2025-04-15-h20-license-requirement",
        "what's the status of the Google probe | 2025-02-04-samr-google",
        "Do Chinese-built ships have to pay the USTR port fees at the moment?"
            + " | 2025-04-17-section-301-shipbuilding-port-fees",
        "is there an overcapacity tariff on china | 2026-03-11-section-301-excess-capacity",
        "Does the US-China truce still hold, now that 10 November is behind us?"
            + " | 2025-10-30-kuala-lumpur-busan-truce",
        "is the BIS 50% ownership rule biting right now or is it still on ice?"
            + " | 2025-09-29-bis-affiliates-rule",
        "What happened to Commerce's idea of an ICTS rule against Chinese drones? did it ever come"
            + " out? | 2025-01-03-icts-drones-anprm-withdrawn",
        "Does the floor price on imported polysilicon apply as of today, 24 November?"
            + " | 2026-08-06-section-232-polysilicon",
        "where does the SAMR case against Nvidia over Mellanox stand"
            + " | 2024-12-09-samr-nvidia-antitrust",
        "Have the mutual tariff reductions on toys and corn kicked in?"
            + " | 2026-09-27-30-for-30-lists",
        "holmium and erbium - licence needed right now or not?"
            + " | 2025-10-09-mofcom-57-five-more-rare-earths",
        "Do Synopsys and Cadence still need a licence to sell chip design software to China?"
            + " | 2025-05-23-bis-eda-letters",
        "are chinese ships paying us port fees at the moment"
            + " | 2025-04-17-section-301-shipbuilding-port-fees",
        "what does China charge on US goods now? | 2025-04-04-prc-34-percent-tariff",
        "27 November was yesterday, so is the gallium ban on US customers back?"
            + " | 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony"
      })
  void answer_howAMeasureStands_isOfTheOneMeant(String question, String record) {
    Verdict verdict = verdict(question).orElseThrow();

    assertThat(verdict.slot()).isEqualTo(Slot.STANDING);
    assertThat(verdict.records().getFirst().id()).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Was the affiliates rule in force on 1 October 2025?"
            + " | In force from 29 September 2025 to 9 November 2025",
        "was the affiliates rule suspended in January 2026"
            + " | Suspended from 10 November 2025 to 9 November 2026",
        "Is the affiliates rule in force as of today, 20 November 2026?"
            + " | Not known since 10 November 2026",
        "what was the fentanyl tariff on 1 June 2025?"
            + " | 20% on all Chinese goods from 4 March 2025 to 9 November 2025.",
        "what was China's tariff on US goods on 20 April 2025"
            + " | 125% on all US goods from 12 April 2025 to 13 May 2025",
        "芬太尼关税在2025年6月1日是多少？ | 20% on all Chinese goods from 4 March 2025"
      })
  void answer_dayThatTheQuestionNames_isThatOfTheStanding(String question, String text) {
    assertThat(VerdictText.of(verdict(question).orElseThrow(), Language.EN)).startsWith(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history of the fentanyl tariff on china pls, every rate from start to end"
            + " | All Chinese goods: 10% from 4 February 2025; 20% from 4 March 2025; 10% from 10"
            + " November 2025; 0% from 24 February 2026",
        "walk me through China's tariff on all US goods in 2025, rate by rate | All US goods: 84%"
            + " from 10 April 2025; 125% from 12 April 2025; 10% from 14 May 2025 to 10 November"
            + " 2026", // extended twice
        "When did the aluminium 232 rate move and to what each time? | Aluminium products: 10% from"
            + " 23 March 2018; 25% from 12 March 2025; 50% from 4 June 2025"
      })
  void answer_howADutyChanged_isToldByItsRates(String question, String text) {
    Verdict verdict = verdict(question).orElseThrow();

    assertThat(VerdictText.of(verdict, Language.EN)).startsWith(text);
    assertThat(VerdictText.of(verdict, Language.ZH)).contains("起");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how did China answer the fentanyl tariff step by step",
        "how have soybean tariffs changed since 2018", // of several goods, and from 2025 on
        "history of section 301 tariffs",
        "history of the lawsuits against the fentanyl tariff",
        "timeline of the court fight over the IEEPA tariffs" // two duties
      })
  void answer_whatNoOneLineOfRatesTells_isNotToldByOne(String question) {
    assertThat(verdict(question).filter(verdict -> verdict.slot() != Slot.DAY)).isEmpty();
  }

  @Test
  void answer_timeline_opensWithTheDaysOfWhatItTells() {
    Answer.Answered answer = answer("timeline of the court fight over the IEEPA tariffs");
    Verdict days = answer.verdict();

    assertThat(days).isNotNull();
    assertThat(VerdictText.of(days, Language.EN))
        .startsWith("28 May 2025: Court of International Trade: IEEPA does not authorise")
        .contains("; 20 February 2026: Supreme Court: IEEPA does not authorise tariffs");
    assertThat(answer.all()).extracting(Snippet::record).containsAll(days.records());
  }

  @Test
  void answer_statementThatAnswersFarBetter_leadsWithoutAStanding() {
    Answer.Answered answer = answer("Are American soybeans still hit by an added Chinese tariff?");

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().statement().text()).contains("still face China's 10 percent tariff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can us companies still sell to huawei",
        "h200 can nvidia sell to china now?", // the announcement was replaced by a rule
        "alibaba byd on 1260h list when",
        "is there a tariff on books",
        "did china challenge the fentanyl tariff at the wto",
        "do I need a licence to export drones from china",
        "how much revenue has the forced-labour duty brought the Treasury so far?"
      })
  void answer_titleThatHoldsNotAllThatIsAsked_tellsNoStanding(String question) {
    Answer answer = ANSWERS.to(question);

    assertThat(answer instanceof Answer.Answered answered ? answered.verdict() : null).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is the tariff on chinese medical gloves | 100% on Chinese medical gloves since 1"
            + " January 2026",
        "tariff on medical gloves this year | 100% on Chinese medical gloves since 1 January 2026",
        "wats the tarif on chinese evs comming into us | 100% on Chinese electric vehicles since 27"
            + " September 2024",
        "What does an electric car made in China pay at US customs today? | 100% on Chinese"
            + " electric vehicles since 27 September 2024",
        "is there a tariff on heavy trucks | 25% on medium- and heavy-duty trucks and parts since 1"
            + " November 2025",
        "what is the tariff on chinese chips | 50% on Chinese semiconductors since 1 January 2025"
      })
  void answer_goodsInPlainWords_payWhatIsRecorded(String question, String rate) {
    assertThat(VerdictText.of(verdict(question).orElseThrow(), Language.EN))
        .startsWith(rate + " —");
  }

  @Test
  void answer_rate_isProvenByWhatNamesItsFirstDay() {
    assertThat(answer("tariff on medical gloves now").lead().statement().text())
        .startsWith("Section 301 rates from 1 January 2026");
  }

  @Test
  void answer_whoTookPart_isAnsweredThoughLittleElseIsSure() {
    assertThat(
            VerdictText.of(verdict("who represented China in Madrid?").orElseThrow(), Language.EN))
        .contains("He Lifeng");
  }

  /** A spokesperson's rebuttal of June 2025 is no meeting. */
  @Test
  void answer_whoWentForEachSide_isToldOfTheMeeting() {
    assertThat(
            VerdictText.of(
                verdict("who went to geneva for the us and who for china").orElseThrow(),
                Language.EN))
        .contains("Scott Bessent", "He Lifeng");
  }

  @Test
  void answer_twoDocumentsSideBySide_areOfBothGovernments() {
    assertThat(
            answer("How do the White House and the Chinese list name the new dialogue?").snippets())
        .extracting(one -> one.record().side())
        .startsWith(Side.US, Side.PRC);
  }

  @Test
  void answer_whatALawIs_isWhatItDoesRatherThanHowItWasMade() {
    assertThat(answer("What exactly is the UFLPA").lead().statement().text())
        .startsWith("Goods made wholly or partly in Xinjiang");
  }

  @ParameterizedTest
  @CsvSource({
    "How much 301 is there on permanent magnets from Ningbo?,"
        + " 2024-09-13-section-301-four-year-review",
    "in which city was the seventh round of high-level trade talks in 2019,"
        + " 2019-02-24-washington-talks"
  })
  void answer_townOfGoodsOrNumberOfARound_isUnderstood(String question, String record) {
    assertThat(answer(question).lead().record().id()).isEqualTo(record);
  }

  @Test
  void answer_whoTookPartInAMonth_isNotToldOfAnotherMeeting() {
    assertThat(
            VerdictText.of(
                verdict(
                        "Who headed the US team in Beijing in January 2019, the first meeting after"
                            + " the Argentina truce?")
                    .orElseThrow(),
                Language.EN))
        .contains("Jeffrey Gerrish")
        .doesNotContain("Trump");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Can I still send a 30 dollar dress from Guangzhou to a customer in Texas duty free?"
            + " | no duty-free entry for small parcels",
        "Where abroad was the lawyer who became Beijing's trade negotiator in April 2025 educated?"
            + " | the economics of law in Hamburg",
        "What did Liu He tell the Chinese press after the May 2018 talks in Washington?"
            + " | not to fight a trade war",
        "When Wang Wentao calls trade the ballast of the relationship, what does he mean?"
            + " | keeps a ship steady",
        "What had the Hanwha subsidiaries done to end up sanctioned by China?"
            + " | had helped the US Section 301 investigation",
        "what is the latest on rare earths? | White House fact sheet of 25 September 2026",
        "what did Xi say to Trump in Busan | Xi said",
        "what did Bessent tell reporters in Madrid | Bessent said",
        "how many tons of soybeans did China promise | 12 million tons of soybeans by the end of"
            + " 2025",
        "what did Janet Yellen say in Beijing | Yellen's press conference, 9 July 2023",
        "explain the affiliates rule like I'm five | any foreign company owned 50 percent or more",
        "latest on chip export controls | would not touch export controls on advanced chips",
        "latest on the truce | the legal notices for the truce extension",
        "latest on the board of trade | Greer's remarks of 2 October 2026",
        "when does the truce end? | 10 January 2027: new end of the Kuala Lumpur arrangement",
        "Soybeans: what tonnage did Washington say China would take in 2026? | 25 million"
      })
  void answer_anythingElse_leadsWithWhatIsAsked(String question, String lead) {
    assertThat(answer(question).lead().statement().text()).contains(lead);
  }

  @ParameterizedTest
  @CsvSource({
    "import duty on Chinese EVs, 2024-09-13-section-301-four-year-review",
    "latest on port fees, 2025-04-17-section-301-shipbuilding-port-fees",
    "any news on the affiliates rule?, 2025-09-29-bis-affiliates-rule",
    "latest on TikTok, 2025-12-18-tiktok-joint-venture",
    "latest on the excess capacity 301 case, 2026-03-11-section-301-excess-capacity"
  })
  void answer_latestOfOneMeasureOrImportDuty_opensWithTheMeasure(String question, String measure) {
    assertThat(verdict(question).orElseThrow().records().getFirst().id()).isEqualTo(measure);
  }

  @Test
  void answer_latestOfWhatTheLastMonthsLeaveOut_isToldOfBefore() {
    assertThat(verdict("latest on steel tariffs").orElseThrow().records().getFirst().id())
        .isEqualTo("2026-04-02-section-232-metals-restructured");
  }

  @Test
  void answer_chargeThatIsPaused_opensWithItsStanding() {
    assertThat(verdict("how much are china's port fees").orElseThrow().records().getFirst().id())
        .isEqualTo("2025-10-10-prc-special-port-fees");
  }

  @Test
  void answer_whatWasBought_isNotToldByAPromise() {
    assertThat(answer("how many soybeans has china bought this year").lead().statement().text())
        .contains("had bought more than half");
  }

  @ParameterizedTest
  @CsvSource({
    "are there still export controls on rare earths, 2025-04-04-mofcom-18-seven-rare-earths",
    "are there still graphite export licences, 2023-10-20-mofcom-graphite",
    "is there still a ban on gallium exports,"
        + " 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony",
    "is there a US port fee on Chinese ships, 2025-04-17-section-301-shipbuilding-port-fees",
    "is there a Chinese port fee on US ships, 2025-10-10-prc-special-port-fees"
  })
  void answer_whetherThereIsAny_isToldByTheMeasureOfThatSideInForce(String question, String id) {
    assertThat(verdict(question).orElseThrow().records().getFirst().id()).isEqualTo(id);
  }

  @Test
  void answer_citationOfWhatPausesARule_isNotTheRules() {
    String asked =
        "I need the Federal Register citation for the rule that stayed the Affiliates Rule.";

    assertThat(VerdictText.of(verdict(asked).orElseThrow(), Language.EN)).contains("90 FR 50857");
  }

  @ParameterizedTest
  @CsvSource({
    "who is the us commerce secretary, 2025-02-21-who-is-howard-lutnick",
    "when did trump and xi last meet, 2026-09-24-washington-summit-meeting",
    "what happened in london, 2025-06-09-london-talks-meeting",
    "what did Trump and Xi settle when they met in Busan?, 2025-10-30-busan-summit-meeting",
    "why did the Supreme Court strike down the tariffs,"
        + " 2026-02-20-supreme-court-learning-resources",
    "how high did the tariffs get in 2025, 2025-04-09-eo-14266-125-percent",
    "y did china kick out micron chips, 2023-05-21-cac-micron-ciio",
    "did china buy the 12 million tons of soybeans, 2026-09-21-explainer-soybean-purchases",
    "how many soybeans has china bought this year, 2026-09-21-explainer-soybean-purchases"
  })
  void answer_plainQuestion_isLedByItsRecord(String question, String record) {
    assertThat(answer(question).lead().record().id()).isEqualTo(record);
    assertThat(answer(question).verdict()).isNull();
  }
}
