package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number or day of a question in Chinese as English writes it: "三百亿" as "30 billion", "1200万" as
 * "12 million", "九月十日" as "September 10". Pure functions.
 */
final class ChineseNumber {
  private static final String FIGURES = "零一二三四五六七八九";

  private static final Map<Character, Integer> ZEROS =
      Map.of('十', 1, '百', 2, '千', 3, '万', 4, '亿', 8);

  private static final String NUMERAL = "[〇零一二两三四五六七八九十]{1,3}";

  /** A number that is more than one sign of Chinese, or digits and what multiplies them. */
  static final Pattern NUMBER =
      Pattern.compile(
          "[0-9][0-9,]{0,12}(?:\\.[0-9]{1,6})?(?:[多余几]?[十百千万亿]){1,3}"
              + "|[零一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万亿]{1,12}");

  /** A month in words, with its day or without. */
  static final Pattern DAY = Pattern.compile("(" + NUMERAL + ")月(?:份|(" + NUMERAL + ")[日号])?(?!前)");

  /** "今年六月", which is read as 今年6月 is. */
  private static final QuickPattern MONTH_OF_THIS_YEAR =
      QuickPattern.exactly("(?<=今年)" + NUMERAL + "(?=月)");

  private static final List<String> MILLIONS = List.of("million", "billion", "trillion");

  private ChineseNumber() {}

  /** The text with a month of this year in digits. */
  static String withThisYearsMonthInDigits(String text) {
    return MONTH_OF_THIS_YEAR.replaceAll(text, month -> value(month.group()).toPlainString());
  }

  /** The day in English; empty for a thirteenth month. */
  static String day(MatchResult day) {
    int month = value(day.group(1)).intValue();
    return month < 1 || month > 12
        ? ""
        : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + (day.group(2) == null ? "" : " " + value(day.group(2)));
  }

  /** The number in English, with digits and, from a million on, one word. */
  static String english(String number) {
    BigDecimal value = value(number);
    for (int i = MILLIONS.size() - 1; i >= 0; i--) {
      BigDecimal units = value.movePointLeft(6 + 3 * i);
      if (units.compareTo(BigDecimal.ONE) >= 0) {
        return units.stripTrailingZeros().toPlainString() + " " + MILLIONS.get(i);
      }
    }
    return String.format(Locale.ROOT, "%,d", value.toBigInteger());
  }

  private static BigDecimal value(String number) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal part = BigDecimal.ZERO;
    StringBuilder digits = new StringBuilder();
    for (char sign : number.replace('两', '二').replace('〇', '零').toCharArray()) {
      Integer zeros = ZEROS.get(sign);
      if (zeros == null) {
        int figure = FIGURES.indexOf(sign);
        if (figure >= 0) {
          digits.append(figure);
        } else if (sign == '.' || Character.isDigit(sign)) {
          digits.append(sign);
        }
      } else {
        BigDecimal times = digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits.toString());
        if (zeros >= 4) {
          total = total.add(part).add(times).max(BigDecimal.ONE).movePointRight(zeros);
          part = BigDecimal.ZERO;
        } else {
          part = part.add(times.max(BigDecimal.ONE).movePointRight(zeros));
        }
        digits.setLength(0);
      }
    }
    return total
        .add(part)
        .add(digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits.toString()));
  }
}
