package dev.readout.index;

import dev.readout.corpus.DateMention;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Dates as index terms of three lengths ({@code 2024}, {@code 2024-10}, {@code 2024-10-08}), so
 * that a month meets its days.
 */
final class DateTokens {
  private static final int YEAR_CHARS = 4;
  private static final int MONTH_CHARS = 7;

  private DateTokens() {}

  /** All the terms under which the dates of a text are found. */
  static Set<String> indexed(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    for (DateMention mention : DateMention.in(text)) {
      for (int chars : List.of(YEAR_CHARS, MONTH_CHARS, MONTH_CHARS + 3)) {
        if (chars <= asked(mention).length()) {
          tokens.add(asked(mention).substring(0, chars));
        }
      }
    }
    return tokens;
  }

  /** All the terms under which one day is found. */
  static Set<String> indexed(LocalDate day) {
    return Set.of(
        day.toString(),
        day.toString().substring(0, MONTH_CHARS),
        day.toString().substring(0, YEAR_CHARS));
  }

  /** The one term, as long as the mention is precise; empty for a day that does not exist. */
  static String asked(DateMention mention) {
    LocalDate first = mention.first();
    if (first == null) {
      return "";
    }
    return switch (mention.precision()) {
      case YEAR -> first.toString().substring(0, YEAR_CHARS);
      case MONTH -> first.toString().substring(0, MONTH_CHARS);
      case DAY -> first.toString();
    };
  }
}
