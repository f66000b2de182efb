package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChineseNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三百亿 | 30 billion",
        "300亿 | 30 billion",
        "12.5亿 | 1.25 billion",
        "1200万 | 12 million",
        "1,200万 | 12 million",
        "两千亿 | 200 billion",
        "2万亿 | 2 trillion",
        "十五 | 15",
        "一百二十八 | 128",
        "五万 | 50,000",
        "一千零五十 | 1,050",
        "三十多万 | 300,000",
      })
  void english_number_isOfTheSameValue(String chinese, String english) {
    assertThat(ChineseNumber.NUMBER.matcher(chinese).lookingAt()).isTrue();
    assertThat(ChineseNumber.english(chinese)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({"九月十日, September 10", "十二月份, December", "十一月三日, November 3", "二月, February"})
  void day_inWords_isMonthAndDay(String chinese, String english) {
    Matcher day = ChineseNumber.DAY.matcher(chinese);
    assertThat(day.lookingAt()).isTrue();
    assertThat(ChineseNumber.day(day)).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"十三月", "零月"})
  void day_ofNoMonth_isEmpty(String chinese) {
    Matcher day = ChineseNumber.DAY.matcher(chinese);
    assertThat(day.lookingAt()).isTrue();
    assertThat(ChineseNumber.day(day)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"三", "2026", "一些", "统一", "1.2.3亿", "2026..9万"})
  void number_ofOneSignOrDigitsAloneOrNotWellWritten_isNone(String chinese) {
    assertThat(ChineseNumber.NUMBER.matcher(chinese).lookingAt()).isFalse();
  }
}
