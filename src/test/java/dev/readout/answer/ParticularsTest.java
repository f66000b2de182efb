package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When two spoke, how long, at whose wish, if they met, and who they are. */
final class ParticularsTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when did bessent and he lifeng talk in december 2025 |"
            + " 2025-12-05-bessent-he-video-call-meeting: He Lifeng spoke by video",
        "when did tai and liu he speak in october 2021 | 2021-10-08-tai-liu-he-call",
        "when did biden ring xi in april 2024 | 2024-04-02-biden-xi-call",
        "what day was the liu he lighthizer mnuchin call in may 2020 | 2020-05-08-phase-one-call",
        "how long did the biden xi call in april 2024 last | an hour and three quarters",
        "how long was the trump xi call of 5 june 2025 | an hour and a half",
        "how long did the Madrid talks last | 14 and 15 September 2025",
        "马德里会谈谈了多久 | 14 and 15 September 2025",
        "who wanted the call in june 2025 | at Trump's request",
        "2025年6月习特通话是谁提出的 | at Trump's request",
        "did washington ask for the geneva talks | asking to talk",
        "did trump meet xi in 2025 | 2025-10-30-busan-summit-meeting: Trump and Xi met",
        "where did the second economic working group meet | San Francisco",
      })
  void answer_whenHowLongAtWhoseWish_isOfThatMeeting(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Did Trump and Xi meet in September 2026? | second meeting of the two presidents",
        "Has Perdue met Wang Wentao? | Wang Wentao met the U.S. ambassador to China",
        "Did Xi ask for caution on Taiwan arms sales in the February 2026 call? | Taiwan",
        "How long was the first Biden Xi call? | about two hours on 10 February 2021",
        "How long was the Tourism Leadership Summit? | from 21 to 23 May 2024",
        "How long was the deal from the Busan meeting supposed to run? | 10 November 2026",
        "Did Trump raise the tariff on steel to 50 percent? | 50 percent from 4 June 2025",
      })
  void answer_somethingElseOfAMeeting_isToldAsBefore(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how long did Biden and Xi meet in Bali",
        "how many hours did the two sides talk in Geneva 2025?",
        "duration of the november 2025 trump xi call",
        "who called whom in february 2026 trump or xi",
        "who proposed the london talks",
        "did raimondo meet xi in 2023",
        "did yellen meet xi",
      })
  void answer_untoldOfThatMeeting_isNotToldByAnother(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who is liao min | Vice Finance Minister Liao Min",
        "who's he yadong | MOFCOM spokesperson He Yadong",
        "who is david perdue | the U.S. ambassador to China, David Perdue",
        "who is matthew axelrod | Matthew Axelrod, the Commerce Department's assistant secretary",
        "what's Brent Neiman's job | Assistant Secretary Brent Neiman",
        "廖岷是谁 | Vice Finance Minister Liao Min",
        "who is marisa lago | Marisa Lago was U.S. Under Secretary",
      })
  void answer_whoSomebodyIs_isToldByTheOffice(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did treasury mention hacking in january 2025 | The Treasury said Yellen expressed serious"
            + " concern",
        "did xinhua mention fentanyl in its account of the january 2025 call | does not name the"
            + " trade balance, fentanyl",
        "did xi bring up taiwan in november 2025 | Xi set out China's view that Taiwan",
      })
  void answer_ifItWasMentioned_isOfThatSide(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did Xi mention soybeans in the november 2025 call",
        "did Trump mention Nvidia chips in the november 2025 call post?",
        "did the New York talks touch on Taiwan?",
        "did the white house fact sheet of may 2026 mention nvidia",
      })
  void answer_notMentioned_isNotToldByWhatWas(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who is china's commerce minister | Wang Wentao has been China's Minister of Commerce",
        "who runs MOFCOM | Wang Wentao heads the Ministry of Commerce",
        "who is the treasury secretary | Scott Bessent is the U.S. Secretary of the Treasury",
        "who chaired the 7th EWG | Jay Shambaugh; for China: Liao Min",
        "who chaired for the us at the fifth EWG | Fifth Economic Working Group meeting",
        "Who headed USTR before Greer? | Katherine Tai headed it",
        "who heads the us treasury | Scott Bessent is the U.S. Secretary of the Treasury",
        "芬太尼的关税哪天停收 | Rescinded from 20 February 2026",
        "华为为什么被列 | 2019-05-16-huawei-entity-list",
        "US crude into China add'l duty | 10% on US crude oil",
        "does the h200 rule cover reexports from singapore | presumption of denial",
        "did Biden and Xi talk in 2023 | Biden and Xi met on 15 November 2023",
      })
  void answer_whoHoldsAnOfficeOrChaired_isOfThatBody(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who headed BIS in 2023",
        "who was the ambassador of china in washington in 2024",
        "who was treasury secretary in 2019",
        "who will lead the US team at the next AI dialogue",
        "did trump and xi talk in 2022",
        "Were the tariff exclusions extended past November 2026?",
      })
  void answer_anOfficeOrATalkThatIsNotRecorded_isNoOthers(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }
}
