package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.DateMention.Precision;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateMentionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-10-08",
        "2024-10-8",
        "8 October 2024",
        "08 OCTOBER 2024",
        "8th October 2024",
        "8th of October 2024",
        "8 October, 2024",
        "8 Oct 2024",
        "8 Oct. 2024",
        "October 8, 2024",
        "October 8 2024",
        "October 8th, 2024",
        "Oct. 8, 2024",
        "2024年10月8日",
        "2024年10月8号",
        "2024年10月8號",
        "2024 年 10 月 8 日",
      })
  void in_dayInAnyForm_isThatDay(String written) {
    LocalDate day = LocalDate.of(2024, 10, 8);

    assertThat(DateMention.in(written))
        .containsExactly(new DateMention(0, written.length(), Precision.DAY, day, day));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02",
        "February 2024",
        "february 2024",
        "Feb 2024",
        "Feb. 2024",
        "February, 2024",
        "February of 2024",
        "2024年2月",
        "2024年02月",
        "2024 年 2 月",
      })
  void in_monthInAnyForm_spansFirstToLastDay(String written) {
    assertThat(DateMention.in(written))
        .containsExactly(
            new DateMention(
                0,
                written.length(),
                Precision.MONTH,
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 2, 29)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "2024年", "2024 年"})
  void in_yearInAnyForm_spansTheYear(String written) {
    assertThat(DateMention.in(written))
        .containsExactly(
            new DateMention(
                0,
                written.length(),
                Precision.YEAR,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31)));
  }

  @ParameterizedTest
  @CsvSource({
    "January 2025, 1",
    "Jan 2025, 1",
    "February 2025, 2",
    "March 2025, 3",
    "Mar 2025, 3",
    "April 2025, 4",
    "Apr 2025, 4",
    "May 2025, 5",
    "June 2025, 6",
    "Jun 2025, 6",
    "July 2025, 7",
    "Jul 2025, 7",
    "August 2025, 8",
    "Aug 2025, 8",
    "September 2025, 9",
    "Sept 2025, 9",
    "Sep 2025, 9",
    "October 2025, 10",
    "November 2025, 11",
    "Nov 2025, 11",
    "December 2025, 12",
    "Dec 2025, 12",
  })
  void in_monthByName_isThatMonth(String written, int month) {
    assertThat(DateMention.in(written))
        .extracting(DateMention::first)
        .containsExactly(LocalDate.of(2025, month, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"APRIL 2025", "JUNE 2025", "JULY 2025"})
  @DefaultLocale("tr-TR")
  void in_capitalsUnderTurkishLocale_areMonths(String written) {
    assertThat(DateMention.in(written)).singleElement().matches(DateMention::exists);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30 February 2024",
        "February 29, 2023",
        "31 April 2025",
        "0 May 2025",
        "May 45, 2025",
        "2024-02-30",
        "2024-13-01",
        "2024-00",
        "2023年2月29日",
        "2024年13月",
      })
  void in_dayThatTheCalendarLacks_isFoundButDoesNotExist(String written) {
    assertThat(DateMention.in(written))
        .singleElement()
        .satisfies(mention -> assertThat(mention.exists()).isFalse())
        .satisfies(mention -> assertThat(mention.first()).isNull())
        .satisfies(mention -> assertThat(mention.last()).isNull());
  }

  @Test
  void in_29FebruaryOfLeapYear_exists() {
    assertThat(DateMention.in("29 February 2024"))
        .singleElement()
        .extracting(DateMention::first)
        .isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no date at all",
        "90 FR 15625",
        "2024 FR 12",
        "347 billion dollars",
        "Executive Order 14105",
        "15 CFR 734.9",
        "docket BIS-2024-0005",
        "document 2024-04382",
        "RIN 0694-AJ56",
        "1,990 companies",
        "2,024,000 tonnes",
        "2024,000",
        "$2000",
        "2000%",
        "2000 percent",
        "2000亿美元",
        "2000多家",
        "2024.5",
        "1.2024",
        "FY2024",
        "2024A",
        "12024",
        "20245",
        "1969",
        "2100",
        "October",
        "8 October",
        "10月8日",
        "Section 301",
        "301条款",
        "may 5",
      })
  void in_numbersThatAreNoDates_findsNothing(String text) {
    assertThat(DateMention.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in 2024, both sides met",
        "in 2024.",
        "(2024)",
        "in 2024; later",
        "2024's talks",
        "“2024”",
        "in 2024?",
        "于2024年，双方",
      })
  void in_yearBeforePunctuation_isFound(String text) {
    assertThat(DateMention.in(text))
        .extracting(DateMention::first)
        .containsExactly(LocalDate.of(2024, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No. 18 of April 2025", "Announcement 46 of April 2025"})
  void in_numberOfAPaper_isNoDay(String text) {
    assertThat(DateMention.in(text))
        .singleElement()
        .extracting(DateMention::precision)
        .isEqualTo(Precision.MONTH);
  }

  @Test
  void in_severalDates_areInOrderOfPlace() {
    assertThat(DateMention.in("2019, then May 2020, then 2021-03-04 and 2022年"))
        .extracting(DateMention::precision)
        .containsExactly(Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.YEAR);
  }

  @Test
  void in_dateInsideText_knowsItsPlace() {
    String text = "On 8 October 2024 BIS replied";

    DateMention mention = DateMention.in(text).getFirst();

    assertThat(text.substring(mention.start(), mention.end())).isEqualTo("8 October 2024");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 and 7 April 2017 | 2017-04-07 | 2017-04-07",
        "6-7 April 2017     | 2017-04-07 | 2017-04-07",
        "6–7 April 2017     | 2017-04-07 | 2017-04-07",
        "April and May 2017 | 2017-05-01 | 2017-05-31",
      })
  void in_rangeThatSharesItsYear_isItsCompleteEnd(String text, LocalDate first, LocalDate last) {
    assertThat(DateMention.in(text))
        .singleElement()
        .satisfies(mention -> assertThat(mention.first()).isEqualTo(first))
        .satisfies(mention -> assertThat(mention.last()).isEqualTo(last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from 2018 to 2020", "2018–2020", "2018 - 2020", "2018年至2020年", "2018-2020"})
  void in_rangeOfYears_isBothEnds(String text) {
    assertThat(DateMention.in(text))
        .extracting(DateMention::first)
        .isEqualTo(List.of(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 1, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the 2018-19 trade war", "2018-20"})
  void in_rangeOfYearsCutShort_isItsFirstYear(String text) {
    assertThat(DateMention.in(text))
        .extracting(DateMention::last)
        .containsExactly(LocalDate.of(2018, 12, 31));
  }

  @Test
  void in_tenThousandSpacesInsideADate_ends() {
    String text = ("1 " + " ".repeat(100) + "2024 ").repeat(100);

    assertThat(DateMention.in(text)).hasSize(100);
  }
}
