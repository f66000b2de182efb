package dev.readout.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "tariff, 6",
    "实体清单, 8",
    "實體清單, 8",
    "（50%）, 7",
    "'。', 2",
    "“quoted”, 8",
    "e\u0301, 1",
    "a\u200Bb, 2",
    "😀, 2",
    "'', 0"
  })
  void of_text_countsColumnsOfATerminal(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }
}
