package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeededTextTest {
  @ParameterizedTest
  @CsvSource({
    "\\btariffs?\\b, is the duty due, is the Tariff due",
    "(?:is|are) exempt(?:ed)?, is it exceptional, they are exempt",
    "(?:toy|couch)e?s? from, toys of China, couch from China",
    "停收|取消, 什么时候开始, 什么时候取消",
    "(?<!not )gradually|(?=soon), at once, gradually",
  })
  void mayBeIn_onlyWhereAStringIs(String regex, String without, String with) {
    NeededText needed = NeededText.of(Pattern.compile(regex));

    assertThat(needed).isNotNull();
    assertThat(needed.mayBeIn(without)).isFalse();
    assertThat(needed.mayBeIn(with)).isTrue();
    assertThat(needed.mayBeIn("x".repeat(2_001))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x?",
        "[0-9]{2}",
        "tariff|",
        "(?:tariff)*",
        "\\Qtariff\\E",
        "^$",
        "(?!tariff)"
      })
  void of_nothingNeeded_isNull(String regex) {
    assertThat(NeededText.of(Pattern.compile(regex))).isNull();
  }
}
