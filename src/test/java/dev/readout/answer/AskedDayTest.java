package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Was the rule in force on 1 October 2025? | is the rule in force now | 2025-10-01",
        "On 1 October 2025, was the rule in force? | is the rule in force now | 2025-10-01",
        "did the fentanyl tariff apply in March 2025 | does the fentanyl tariff apply now |"
            + " 2025-03-31",
        "what was the fentanyl tariff on June 1st, 2025? | what is the fentanyl tariff now |"
            + " 2025-06-01",
        "Were the port fees suspended in December 2025 | are the port fees suspended now |"
            + " 2025-12-31",
        "Is the ban on hold as of today, 18 November 2026? | Is the ban on hold now | 2026-11-18",
        "Is the ban on hold as of today (18 November 2026)? | Is the ban on hold now | 2026-11-18",
        "will the truce still hold on 15 January 2027? | will the truce still hold now |"
            + " 2026-11-24",
        "Was X on the Entity List on 1 April 2026? | is X on the Entity List now | 2026-04-01",
        "Was it in force on 2 May 2025, and did the test apply? | is it in force now | 2025-05-02",
        "fentanyl tariff in december 2025 | what is the fentanyl tariff now | 2025-12-01",
        "section 232 steel rate on 1 may 2025 | what is the section 232 steel tariff now"
            + " | 2025-05-01",
        "chinese tariff on american goods 1 may 2025 | what is the chinese tariff on american"
            + " goods now | 2025-05-01",
        "what rate did they pay on 7 april 2025 from the reciprocal order"
            + " | what rate does they pay from the reciprocal order now | 2025-04-07",
        "2025年10月1日该规则有效吗？ | 现在该规则有效吗？ | 2025-10-01",
        "截至2026年11月20日，还暂停吗？ | 现在还暂停吗？ | 2026-11-20"
      })
  void in_standingOrRateOfADay_isThatOfNowOnThatDay(String question, String text, LocalDate day) {
    assertThat(AskedDay.in(question, TODAY))
        .hasValueSatisfying(
            asked -> {
              assertThat(asked.text()).isEqualTo(text);
              assertThat(asked.day()).isEqualTo(day);
              assertThat(question).contains(asked.written());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Was the ban announced on 9 October 2025?", // the day names the ban
        "Is the rule of 29 September 2025 in force?",
        "Was it in force between 1 May 2025 and 1 June 2025?",
        "Was it in force in 2025?", // a year is no day
        "Was it in force on 30 February 2025?",
        "What was said in Geneva on 12 May 2025?",
        "Is the rule in force?",
        "timeline of tariff increases in May 2025",
        "tariff cut on 10 November 2025",
        "2025年10月1日谈了什么？"
      })
  void in_anyOtherQuestion_isNone(String question) {
    assertThat(AskedDay.in(question, TODAY)).isEmpty();
  }
}
