package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * "Is the truce still valid after 10 November": of a day without a year, behind which something
 * holds or not, the one that is near is meant, and it is not a mark of the papers that name it.
 * Pure functions.
 */
final class DayOfNoYear {
  private static final QuickPattern ENGLISH =
      QuickPattern.of(
          "(?<before>\\b(?:still|valid|in"
              + " (?:force|effect)|hold|holds|alive|active|appl(?:y|ies)|over)\\b[^?]*?"
              + " (?:after|past|beyond) (?:the )?)(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
              + " (?<month>"
              + AskedTime.MONTH
              + ")|(?<first>"
              + AskedTime.MONTH
              + ") (?<second>[0-9]{1,2})(?:st|nd|rd|th)?)\\b(?!,? (?:of )?[0-9]{4})");

  private static final QuickPattern CHINESE =
      QuickPattern.exactly(
          "(?<![年0-9])(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号號](?=(?:之|以|过|過)?[后後][^？?]*(?:有效|管用|算|还|還|作数|作數|生效))");

  /** Farther from today than so many days, no year is the one that is meant. */
  private static final int NEAR = 75;

  private DayOfNoYear() {}

  /**
   * The question with the year, where one is near.
   *
   * @param isRecorded whether any record names a day; of another nothing would be found
   */
  static String dated(String text, LocalDate today, Predicate<LocalDate> isRecorded) {
    String english =
        ENGLISH.replaceFirst(
            text,
            match -> {
              boolean isDayFirst = match.group("day") != null;
              String day = match.group(isDayFirst ? "day" : "second");
              String month = match.group(isDayFirst ? "month" : "first");
              return replaced(
                  match,
                  near(day, month(month).getValue(), today)
                      .filter(isRecorded)
                      .map(
                          near ->
                              match.group("before")
                                  + near.getDayOfMonth()
                                  + " "
                                  + month
                                  + " "
                                  + near.getYear()));
            });
    return CHINESE.replaceFirst(
        english,
        match ->
            replaced(
                match,
                near(match.group("day"), Integer.parseInt(match.group("month")), today)
                    .filter(isRecorded)
                    .map(near -> near.getYear() + "年" + match.group())));
  }

  private static String replaced(MatchResult match, Optional<String> dated) {
    return Matcher.quoteReplacement(dated.orElse(match.group()));
  }

  private static Optional<LocalDate> near(String day, int month, LocalDate today) {
    try {
      MonthDay named = MonthDay.of(month, Integer.parseInt(day));
      return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
          .mapToObj(named::atYear)
          .min(Comparator.comparingLong(one -> distance(one, today)))
          .filter(one -> distance(one, today) <= NEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Month month(String month) {
    String begin = month.substring(0, 3).toUpperCase(Locale.ROOT);
    return Stream.of(Month.values())
        .filter(one -> one.name().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }
}
