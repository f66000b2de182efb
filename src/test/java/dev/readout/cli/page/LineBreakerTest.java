package dev.readout.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineBreakerTest {

  @Test
  void lines_english_endAtSpaces() {
    assertThat(LineBreaker.lines("one two three four", 9))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void lines_chinese_countTwoColumnsACharacter() {
    assertThat(LineBreaker.lines("中美双方经贸团队", 8)).containsExactly("中美双方", "经贸团队");
  }

  @Test
  void lines_chineseFullStop_neverBeginsALine() {
    assertThat(LineBreaker.lines("中美双方。经贸", 8)).containsExactly("中美双", "方。经贸");
  }

  @Test
  void lines_addressLongerThanALine_staysWhole() {
    String address = "https://example.org/a/very-long/address?with=a-query";
    assertThat(LineBreaker.lines("see " + address + " there", 20))
        .containsExactly("see", address, "there");
  }

  @Test
  void lines_partsOfASource_endWithTheSeparator() {
    assertThat(LineBreaker.lines("Commerce · published", 10))
        .containsExactly("Commerce ·", "published");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 10 May 2025 the two sides met in Geneva (日内瓦) for talks.",
        "商务部新闻发言人就中美日内瓦经贸会谈联合声明发表谈话，指出双方同意大幅降低关税。"
      })
  void lines_joined_areTheText(String text) {
    assertThat(String.join("", LineBreaker.lines(text, 16)).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
    assertThat(LineBreaker.lines(text, 16)).allMatch(line -> DisplayWidth.of(line) <= 16);
  }
}
