package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DayOfNoYearTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource({
    "is the truce still valid after November 10, is the truce still valid after 10 November 2026",
    "is the truce valid past the 10th of January?, is the truce valid past the 10 January 2027?",
    "11月10日之后休战还有效吗, 2026年11月10日之后休战还有效吗",
    "休戰過了1月10日後還有效嗎, 休戰過了2027年1月10日後還有效嗎",
  })
  void dated_aDayNearToday_hasItsYear(String asked, String dated) {
    assertThat(DayOfNoYear.dated(asked, TODAY, _ -> true)).isEqualTo(dated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the truce still valid after 10 November 2025",
        "was the ban still in force after 4 April",
        "what did they say after 10 November",
        "does it apply after 31 February",
        "2025年11月10日之后休战还有效吗",
        "11月10日之后他们说了什么",
      })
  void dated_aYearThatIsThereOrNotMeant_isAsItWas(String asked) {
    assertThat(DayOfNoYear.dated(asked, TODAY, _ -> true)).isEqualTo(asked);
  }

  @Test
  void dated_aDayThatNoRecordNames_isAsItWas() {
    String asked = "is the truce still valid after November 10";

    assertThat(DayOfNoYear.dated(asked, TODAY, _ -> false)).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is the truce still valid after November 10 | Not known since 11 November 2026",
        "11月10日后停战还管用吗 | The Kuala Lumpur and Busan truce",
        "停战11月10日之后还有效吗 | Not known since 11 November 2026",
        "Is the H200 rule still in force after 15 January? | In force from 15 January 2026",
      })
  void answer_truceAfterItsOldEnd_isNotTheEndOfATariff(String question, String told) {
    assertThat(ANSWERS.firstLine(question)).contains(told);
  }
}
