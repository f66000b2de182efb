package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Page.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextWidthTest {
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
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void lines_english_endAtSpaces() {
    assertThat(TextWidth.lines("one two three four", 9))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void lines_chinese_countTwoColumnsACharacter() {
    assertThat(TextWidth.lines("中美双方经贸团队", 8)).containsExactly("中美双方", "经贸团队");
  }

  @Test
  void lines_chineseFullStop_neverBeginsALine() {
    assertThat(TextWidth.lines("中美双方。经贸", 8)).containsExactly("中美双", "方。经贸");
  }

  @Test
  void lines_chineseDateOrNumber_staysWhole() {
    assertThat(TextWidth.lines("双方于2025年10月30日同意暂停24个百分点", 18))
        .containsExactly("双方于", "2025年10月30日同意", "暂停24个百分点");
  }

  @Test
  void lines_addressLongerThanALine_staysWhole() {
    String address = "https://example.org/a/very-long/address?with=a-query";
    assertThat(TextWidth.lines("see " + address + " there", 20))
        .containsExactly("see", address, "there");
  }

  @Test
  void lines_partsOfASource_endWithTheSeparator() {
    assertThat(TextWidth.lines("Commerce · published", 10))
        .containsExactly("Commerce ·", "published");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 10 May 2025 the two sides met in Geneva (日内瓦) for talks.",
        "商务部新闻发言人就中美日内瓦经贸会谈联合声明发表谈话，指出双方同意大幅降低关税。"
      })
  void lines_joined_areTheText(String text) {
    assertThat(String.join("", TextWidth.lines(text, 16)).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
    assertThat(TextWidth.lines(text, 16)).allMatch(line -> TextWidth.of(line) <= 16);
  }
}
