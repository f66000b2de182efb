package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Duties, bans and words that are never to be told of the wrong goods, government or time. */
@ExtendWith(ShippedIndex.class)
final class KeyDutiesTest {
  private static final String FOUR_YEAR_REVIEW =
      " — Four-year review: higher Section 301 tariffs on Chinese EVs, chips, solar, batteries and"
          + " medical goods. Other duties may come on top: 12.5% on Chinese goods outside the"
          + " exemptions (Section 232 goods and listed goods) since 24 July 2026 (Section 301"
          + " forced-labour tariffs: 12.5 percent on China from 24 July 2026).";

  private final Answerer answerer;

  KeyDutiesTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));
    assertThat(answer instanceof Answer.Answered).as("answered: %s", question).isTrue();
    return (Answer.Answered) answer;
  }

  private Verdict verdict(String question) {
    return Objects.requireNonNull(answer(question).verdict(), question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is the tariff on EV batteries from China? | 25% on Chinese EV lithium-ion batteries"
            + " since 27 September 2024",
        "what is the tariff on Chinese semiconductors? | 50% on Chinese semiconductors since 1"
            + " January 2025"
      })
  void answer_rateOfGoods_isThatOfTheseGoodsByTheMeasureThatChargesIt(
      String question, String rate) {
    assertThat(VerdictText.of(verdict(question), Language.EN)).isEqualTo(rate + FOUR_YEAR_REVIEW);
  }

  @Test
  void answer_lawIsNamed_tellsWhatItCharges() {
    assertThat(VerdictText.of(verdict("Section 301 tariff on Chinese steel"), Language.EN))
        .startsWith("25% on Chinese steel and aluminium products since 27 September 2024")
        .contains("50% on steel")
        .doesNotContain("12.5%");
  }

  @Test
  void answer_goodsChargedByTwoMeasures_namesTheOther() {
    assertThat(VerdictText.of(verdict("US tariff on Chinese steel"), Language.EN))
        .startsWith("50% on steel products since 4 June 2025")
        .contains(
            "Other duties may come on top: 25% on Chinese steel and aluminium products since 27"
                + " September 2024")
        .doesNotContain("12.5%"); // not charged on what is charged for security
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What tariff does a Chinese-made EV pay coming into the US right now, all in? | 25% on"
            + " passenger cars and light trucks since 3 April 2025",
        "What is the tariff on Chinese electric cars right now? | 25% on passenger cars and light"
            + " trucks since 3 April 2025",
        "what is the 301 tariff on Chinese aluminum | 50% on aluminium products since 6 April"
            + " 2026",
        "what is the tariff on Chinese steel cranes | 50% on steel products since 6 April 2026",
        "What tariff do Chinese cars pay? | 25% on car parts since 3 May 2025"
      })
  void answer_goodsChargedForSecurity_areToldThatAndNotTheDutyThatTheyDoNotPay(
      String question, String duty) {
    assertThat(VerdictText.of(verdict(question), Language.EN))
        .contains(duty)
        .doesNotContain("12.5%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"What do EV parts from China pay in tariffs?", "duty on parts for Chinese EVs?"})
  void answer_partsOfGoods_areToldNeitherWhatTheseNorWhatTheOthersPay(String question) {
    assertThat(VerdictText.of(verdict(question), Language.EN))
        .endsWith("Other duties may come on top.");
  }

  @Test
  void answer_goodsOfAKindThatIsChargedAsAWhole_nameThat() {
    assertThat(
            VerdictText.of(
                verdict("How much duty is there on Chinese legacy chips and when does it go up?"),
                Language.EN))
        .startsWith("0% on Chinese semiconductors of 18 tariff subheadings")
        .contains("on top: 50% on Chinese semiconductors since 1 January 2025");
  }

  @Test
  void answer_goodsOfTheSameKindByAnotherName_areNotAmongThem() {
    assertThat(VerdictText.of(verdict("tariff on Chinese solar wafers"), Language.EN))
        .contains("15% on solar ingots, wafers")
        .doesNotContain("solar cells since");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tariff on ship-to-shore cranes from China | Chinese ship-to-shore cranes and chassis,"
            + " extra duty: 0% until 9 November 2026, not known since",
        "tariff on Chinese solar cells | 15% on solar ingots, wafers, cells and modules from 4"
            + " December 2026 on",
        "tariff on Chinese upholstered furniture | 30% on upholstered wooden furniture from 1"
            + " January 2027 on"
      })
  void answer_dutyWasPausedOrIsToCome_isTold(String question, String duty) {
    assertThat(VerdictText.of(verdict(question), Language.EN)).contains(duty);
  }

  @Test
  void answer_banOnAmericaWhosePauseRanOut_isToldAndNotTheLicence() {
    Answer told =
        answerer.answer(
            Ask.that("Can China export gallium to the US now?").asOf("2026-11-29").question());

    assertThat(
            VerdictText.of(Objects.requireNonNull(((Answer.Answered) told).verdict()), Language.EN))
        .startsWith("Not known since 28 November 2026 — China bans gallium");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What does the European Union charge on Chinese steel?",
        "墨西哥对中国钢铁加征多少关税",
        "How far did sales of Chinese EVs fall after the tariffs?",
        "What is the growth rate of Chinese EVs?"
      })
  void answer_rateOfAnotherCountryOrNoDuty_isNoRateThatIsRecorded(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));

    assertThat(
            answer instanceof Answer.Answered answered
                && answered.verdict() != null
                && answered.verdict().slot() == Slot.AMOUNT)
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "are drones from China banned, 2025-12-22-fcc-covered-list-drones",
    "is Micron banned in China, 2023-05-21-cac-micron-ciio",
    "are US ships still charged in Chinese ports, 2025-10-10-prc-special-port-fees",
    "are Chinese ships still charged in American ports,"
        + " 2025-04-17-section-301-shipbuilding-port-fees"
  })
  void answer_aboutWhatIsKeptOut_isOfWhoeverKeepsItOut(String question, String measure) {
    assertThat(verdict(question).records().getFirst().id()).isEqualTo(measure);
  }

  @Test
  void answer_aboutABan_isNotWhatWasOncePlanned() {
    Verdict verdict = answer("are Chinese drones banned?").verdict();

    assertThat(verdict == null || verdict.records().getFirst().id().contains("fcc")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "what is China's tariff on US soybeans?, still",
    "how high are Chinese tariffs on US soybeans, 10 percent",
    "中国现在对美国商品加征多少关税, the other 10 points stayed in force",
    "中国对美国大豆的关税是多少, still face China's 10 percent tariff"
  })
  void answer_whatIsChargedToday_doesNotLeadWithWhatWasOnce(String question, String told) {
    assertThat(answer(question).lead().statement().text()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "how much is the section 301 forced labor tariff, 12.5% on Chinese goods",
    "are there tariffs on chinese drones, 100% on drones over 25 kilograms",
    "how much is the fentanyl tariff, Rescinded from 20 February 2026"
  })
  void answer_howMuchADutyIs_isTheRateRecordedOrThatItIsOver(String question, String opening) {
    assertThat(VerdictText.of(verdict(question), Language.EN)).startsWith(opening);
  }

  @Test
  void answer_areTheyInEffect_isNotThatTheOrderEndingThemIs() {
    Answer.Answered answer = answer("are the IEEPA tariffs still in effect?");

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().statement().text()).contains("no longer in effect");
  }

  @ParameterizedTest
  @CsvSource({
    "what connected vehicle rule applies to Chinese cars?,"
        + " 2025-01-16-connected-vehicles-final-rule",
    "when is Trump visiting China?, 2026-05-14-beijing-summit-meeting",
    "Who went to Trump's second inauguration on behalf of Xi?," + " 2025-01-17-xi-trump-call",
    "How long was ZTE supposed to be cut off in 2018?, 2018-04-15-zte-denial-order",
    "Why did Washington cite Fujian Jinhua as a danger?, 2018-10-29-fujian-jinhua-entity-list"
  })
  void answer_aboutMoreThanHowItStands_leadsWithWhatTellsIt(String question, String record) {
    Answer.Answered answer = answer(question);

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().record().id()).startsWith(record);
  }

  @Test
  void answer_whoWentForOneSide_isThoseOfThatSide() {
    assertThat(VerdictText.of(verdict("who went to Stockholm for the US"), Language.EN))
        .isEqualTo(
            "Recorded as taking part for the United States: Scott Bessent, Jamieson Greer"
                + " — Stockholm round, 28–29 July 2025.");
  }

  @Test
  void answer_whoWasThereAfterAMeeting_isNotWhoWasAtIt() {
    assertThat(
            answer("Who led the American side in the first round after the Buenos Aires truce?")
                .verdict())
        .isNull();
  }

  @Test
  void answer_whatSomebodySaid_leadsWithWhatTheySay() {
    assertThat(answer("what did Trump say about Taiwan?").lead().statement().text())
        .startsWith("Trump ");
  }

  @Test
  void answer_rounds_areToldFromTheFirstOn() {
    Answer.Answered answer = answer("list all rounds of talks");

    assertThat(answer.lead().statement().text()).startsWith("Round 1 of the talks: Geneva");
  }

  @Test
  void answer_timeOfWhichNothingIsFound_isNotAnsweredWithAnother() {
    Answer answer =
        answerer.answer(
            Ask.plainly("what did Washington say about Section 301 in September 2026?"));

    assertThat(answer).isInstanceOf(Answer.Declined.class);
    assertThat(((Answer.Declined) answer).missing())
        .extracting(Missing::what)
        .contains("September 2026");
  }

  @Test
  void answer_whatWasAgreed_doesNotShowWhatAnAccountLeavesOut() {
    List<String> shown =
        answer("what did they agree in Beijing in May 2026?").snippets().stream()
            .map(snippet -> snippet.statement().text())
            .limit(Composer.MAX_SHOWN)
            .toList();

    assertThat(shown).noneMatch(text -> text.contains("says nothing"));
  }
}
