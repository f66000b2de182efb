package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.DateMention;
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

  /**
   * The one Chinese form that no client breaks over lines, and that can be copied into a question.
   */
  @Test
  void brief_chinese_isOneWordThatIsRead() {
    String brief = DateText.brief(DAY, Language.ZH);
    assertThat(brief).isEqualTo("2024/10/8");
    assertThat(DateMention.in("截至" + brief + "的税率"))
        .singleElement()
        .extracting(DateMention::first)
        .isEqualTo(DAY);
  }
}
