package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two came first, what came of each of two meetings, and which step of a rate it was. */
final class WhichFirstTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did busan come before or after kuala lumpur? | 2025-10-25-kuala-lumpur-talks-meeting",
        "Did Geneva come before London? | 2025-05-10-geneva-talks-meeting",
        "Madrid before or after Stockholm | 2025-07-28-stockholm-talks-meeting",
        "which came first EO 14357 or EO 14358 | 2025-11-04-eo-14357",
        "锑和石墨哪个先管 | 2023-10-20-mofcom-graphite",
      })
  void answer_whichOfTwoCameFirst_isTheEarlier(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "was the truce extended before the midterms | 2026-09-24-truce-extended",
        "SMIC or YMTC first on the entity list | 2020-12-18-smic-dji-entity-list",
        "EWG or CIWG first | 2023-10-24-economic-working-group-first-meeting",
        "Is the fentanyl tariff gone after the Supreme Court ruling? | Rescinded from 20 February"
            + " 2026",
        "Were the EDA letters withdrawn after London? | Rescinded from 2 July 2025",
        "Did the gallium controls come before or after the chip controls? |"
            + " 2023-07-03-mofcom-23-gallium-germanium",
      })
  void answer_aThingWithNoDayOfItsOwn_isNotSetBesideAnother(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "London vs Madrid: what came out | about 20 hours of talks both sides announced a"
            + " framework",
        "how do the Geneva and London results differ | The result of the Geneva talks",
        "compare the outcomes of Busan and Washington | The main results of the Busan meeting",
      })
  void answer_whatCameOfTwoMeetings_isTheResultOfEach(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when did the fentanyl tariff go from 20 to 10 | 10 percent from 10 November 2025",
        "how many entities came on the list in dec 2024 | added 140 entities",
        "when did the drone rules of china begin | In effect from 1 September 2023",
        "docket number of the h200 rule | docket 260112-0028",
      })
  void answer_theStepTheCountTheOwner_isTheOneAskedFor(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }
}
