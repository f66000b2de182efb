package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A part that does not stand as the whole does, and the first day rather than how it stands now.
 */
final class ToldApartTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "are approved drone models banned | models already approved can still be sold and flown",
        "are routers already approved banned | models approved before may still be sold and used",
        "are blue UAS drones banned by FCC | for drones on the Blue UAS list",
        "is LNG licence suspension rule alive | USTR dropped a rule",
        "is list 4b in force | suspended before it began",
        "are annex III drone components taxed now | from 9 February 2027",
        "are exclusions from 301 still valid | 178 product exclusions",
        "are consumer drones still under temporary control | lifted the temporary consumer"
            + " controls",
        "when was the micron check started | opened on 31 March 2023",
        "when did Qualcomm close the autotalks deal | closed in June 2025",
      })
  void answer_partToldApart_isNoVerdictOfTheWhole(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is the affiliates rule for subsidiaries in force | Not known since 10 November 2026",
        "are chinese drones banned by the FCC | In force from 22 December 2025",
        "are gallium exports to the US banned | China bans gallium",
        "has bis extended the affiliates pause in the federal register | Not known since",
        "is the 24 points still suspended | the other 24 have been suspended",
        "since when do temu packages get taxed | In force from 2 May 2025",
      })
  void answer_whole_isStillTheVerdict(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when did the farm duties start | In effect from 10 March 2025; rescinded from 10 November"
            + " 2025",
        "when did china's 34 percent start, hour and day | In effect from 10 April 2025",
        "when was the gallium ban on the US announced | on 3 December 2024",
      })
  void answer_firstDay_isNotThatOfItsEnd(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what rate does Japan pay on cars | 15 percent for the EU, Japan and Korea",
        "what does Britain pay on drones | those of the United Kingdom 10 percent",
        "what does Taiwan pay on solar wafers under proclamation 11052 | Korea, Switzerland,"
            + " Liechtenstein and Taiwan pay 15 percent",
        "what average tariff did trump claim after busan | from 57 to 47 percent",
      })
  void answer_whatAThirdCountryPays_isToldByItsRate(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what tariff does Mexico pay on cars",
        "what does the EU pay on timber",
      })
  void answer_rateOfACountryThatNoneTells_isNearestAtMost(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drone rules timeline us only | 3 January 2025: Commerce's plan",
        "china's measures on drones over time | 2023-07-31-china-drone-export-controls",
      })
  void answer_measuresOfOneSide_areHersAlone(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }
}
