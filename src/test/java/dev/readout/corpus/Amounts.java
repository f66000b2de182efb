package dev.readout.corpus;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The amounts of a question, and those of a text that it may name, as plain numbers. Pure
 * functions.
 */
final class Amounts {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "([0-9][0-9,]*(?:\\.[0-9]+)?)(?:[\\s-]?(thousand|million|billion|trillion|万|亿))?");
  private static final Map<String, Long> UNITS =
      Map.of(
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "trillion", 1_000_000_000_000L,
          "万", 10_000L,
          "亿", 100_000_000L);

  private Amounts() {}

  static Set<String> asked(String text) {
    Set<String> amounts = new HashSet<>();
    Matcher matcher = AMOUNT.matcher(text);
    while (matcher.find()) {
      amounts.add(value(matcher, true));
    }
    return amounts;
  }

  /** As a question may write them: scaled, as they stand, and cut to the whole; months too. */
  static Set<String> told(String text) {
    Set<String> amounts = new HashSet<>();
    Matcher matcher = AMOUNT.matcher(text);
    while (matcher.find()) {
      for (boolean scaled : new boolean[] {true, false}) {
        amounts.add(value(matcher, scaled));
      }
      amounts.add(whole(matcher));
    }
    for (Month month : Month.values()) {
      if (text.contains(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
        amounts.add(Integer.toString(month.getValue()));
      }
    }
    return amounts;
  }

  private static String value(Matcher matcher, boolean scaled) {
    BigDecimal value = new BigDecimal(matcher.group(1).replace(",", ""));
    String unit = requireNonNullElse(matcher.group(2), "");
    return value
        .multiply(BigDecimal.valueOf(scaled ? UNITS.getOrDefault(unit, 1L) : 1L))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The amount cut to its whole part, in its unit. */
  private static String whole(Matcher matcher) {
    BigDecimal value = new BigDecimal(matcher.group(1).replace(",", ""));
    String unit = requireNonNullElse(matcher.group(2), "");
    return new BigDecimal(value.toBigInteger())
        .multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L)))
        .stripTrailingZeros()
        .toPlainString();
  }
}
