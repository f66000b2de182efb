package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.PublishedDay.DateLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "October 8, 2024 | 2024-10-08",
        "FOR IMMEDIATE RELEASE: Tuesday, October 8, 2024 | 2024-10-08",
        "Released 8 October 2024, 10:30 a.m. EDT | 2024-10-08",
        "2025年9月29日 | 2025-09-29",
        "发布时间：2025年9月29日 10:30 | 2025-09-29",
        "（2025年9月29日） | 2025-09-29",
        "2025-09-29 | 2025-09-29",
        "Federal Register / Vol. 90, No. 186 / Tuesday, September 30, 2025 / Rules 47201 |"
            + " 2025-09-30",
        "WASHINGTON, October 8, 2024 – The Secretary met the Vice Premier. | 2024-10-08",
        "WASHINGTON, D.C. (October 8, 2024) — The Secretary met the Vice Premier. | 2024-10-08",
      })
  void in_dateLine_isItsDay(String line, LocalDate day) {
    assertThat(DateLine.in(List.of("A title", line))).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Effective date: October 8, 2024",
        "Embargoed until October 8, 2024",
        "The rule of October 8, 2024 takes effect at once.",
        "October 8, 2024 to October 10, 2024",
        "October 2024",
        "February 30, 2024",
        "商务部公告2025年第61号",
        ""
      })
  void in_dayOfSomethingElse_isNone(String line) {
    assertThat(DateLine.in(List.of(line))).isEmpty();
  }
}
