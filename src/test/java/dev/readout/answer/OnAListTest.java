package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is on a list, what was done to a company and why, by the listings of the records. */
final class OnAListTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did China do to Skydio | Countermeasure list: Skydio, since 10 October 2024",
        "what did China do to USA Rare Earth | USA Rare Earth, since 22 June 2026",
        "did the US sanction iFlytek | Entity List: iFlytek, since 9 October 2019",
        "did China blacklist PVH | Unreliable Entity List: PVH, since 4 February 2025",
        "is leidos off the chinese list | Leidos, since 4 March 2025; rescinded from 10 November"
            + " 2025",
        "is Oshkosh Defense cut off from chinese parts | Oshkosh Defense, since 22 June 2026",
        "Is ZTE still barred from US technology? | Rescinded from 13 July 2018",
        "What did the Netherlands do to Wingtech? | the Dutch government used its Goods",
        "since when has wingtech been on the US entity list | since December 2024",
        "which us list is smic on | Section 1260H list: SMIC, the records do not say how it stands."
            + " Section 5949: SMIC",
        "when was sierra nevada removed from the unreliable entity list | no longer since 12 August"
            + " 2025",
        "when did tcom come off the unreliable list | TCOM, since 4 March 2025; rescinded from 10"
            + " November 2025",
      })
  void answer_company_isToldByItsListings(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when was Intel blacklisted",
        "when was Boeing blacklisted",
        "is TSMC on the entity list",
        "what did China do to DJI",
        "did the US sanction Skydio",
        "is Oracle banned",
        "is Anduril banned",
        "is Anduril cut off by china",
        "when was ymtc delisted",
      })
  void answer_companyOfWhichNothingSuchIsTold_isNotToldByAnother(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "why was Sophgo sanctioned | for work on advanced chips",
        "why was Northrop Grumman sanctioned | answered a US arms package for Taiwan",
        "why was Skydio sanctioned | after US military aid of 567 million dollars",
        "鹏城实验室上榜理由 | The reasons given are support for China's military modernisation",
      })
  void answer_whyACompanyWasListed_isToldByTheNotice(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why was Skydio put on the unreliable entity list",
        "why was Anduril sanctioned",
      })
  void answer_whyOfAListThatGivesNone_isNotToldByAnother(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names of the ten firms of 22 june 2026 | The ten firms of 22 June 2026 are Aveox",
        "names of the five refineries | The five refineries named",
      })
  void answer_names_areThoseAskedFor(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names of the six executives sanctioned on 5 december 2024",
      })
  void answer_namesThatNoneTells_areNotThoseOfOthers(String question) {
    assertThat(ANSWERS.firstLine(question)).isIn("Declined", "Nearest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when were Inspur's subsidiaries put on the Entity List | Subsidiaries of Inspur followed"
            + " in March 2025",
        "浪潮子公司哪天进的Entity List | BIS announced on 25 March 2025",
      })
  void answer_whatACompanyOwns_isNotToldByItsOwnListing(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }
}
