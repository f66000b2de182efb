package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class DateTextTest {
  private static final LocalDate DAY = LocalDate.of(2024, 10, 8);

  @Test
  void of_english_namesTheMonth() {
    assertThat(DateText.of(DAY, Language.EN)).isEqualTo("8 October 2024");
  }

  @Test
  void of_chinese_hasNoLeadingZeros() {
    assertThat(DateText.of(DAY, Language.ZH)).isEqualTo("2024年10月8日");
    assertThat(DateText.of(DAY, Language.ZH_TW)).isEqualTo("2024年10月8日");
  }
}
