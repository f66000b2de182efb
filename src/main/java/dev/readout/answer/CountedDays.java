package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * The first and last day, inclusive, of a time that a question counts from today: yesterday, on
 * Friday, last week, in the past three months. Immutable.
 */
record CountedDays(LocalDate first, LocalDate last) {
  /** "A crane landing next week": what is charged on it is asked, and not what happens then. */
  private static final String NOT_OF_GOODS =
      "(?<!\\b(?:landing|arriving|calling|entering|shipping|leaving) .{0,30})";

  /** Days and weeks counted from today; "today" itself only of what somebody did. */
  private static final QuickPattern ENGLISH =
      QuickPattern.of(
          "(?<!\\b(?:run|ran|runs) out |\\bexpired? |\\blapsed? |\\bended |\\bover"
              + " )\\b(?<yesterday>yesterday)\\b|"
              + NOT_OF_GOODS
              + "\\b(?<tomorrow>tomorrow)\\b|\\b(?<lastweek>(?<!['’]s"
              + " )(?:last|past) week)\\b(?! of\\b)|\\b(?<thisweek>this"
              + " week)\\b|"
              + NOT_OF_GOODS
              + "\\b(?<nextweek>next week)\\b|\\b(?:on|last)"
              + " (?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\\b(?!,? [0-9])"
              + "|\\bdid\\b.*\\b(?<today>today)\\b|\\b(?:in|over|within|during) the (?:last|past)"
              + " (?:(?<count>[0-9]{1,2}|two|three|four|five|six|few|couple of)"
              + " (?=\\w+s\\b)|(?!\\w+s\\b))(?<unit>day|week|month|year)s?\\b(?!"
              + " (?:of|before|prior|until)\\b)");

  /** "暂停昨天就到头了": what holds now is asked, and not what was then. */
  private static final String RAN_OUT = "[^，。；？]{0,6}(?:到头|到期|期满|届满|结束|截止|失效)";

  private static final QuickPattern CHINESE =
      QuickPattern.of(
          "(?<yesterday>昨[天日](?!"
              + RAN_OUT
              + "))|(?<tomorrow>明天)|(?<lastweek>上周(?![一二三四五六日天])|上星期|上週)"
              + "|(?<thisweek>本周|这周|本週|這週)|(?<nextweek>下周|下星期|下週)"
              + "|(?:上?周|上?星期|上?週)(?<weekday>[一二三四五六日天])|(?<today>今天).*(?:说|宣布|表示|公布|回应|說)"
              + "|(?:最近|过去|過去)(?<count>[0-9]{1,2}|[一二两兩三四五六])(?<unit>[天周週年]|[个個](?:月|星期)|星期)(?:之?[内內里裡]|以来|以來)?");

  /** Numbers in words: a few are three. */
  private static final List<String> COUNTS =
      List.of("one一", "two二两兩couple of", "three三few", "four四", "five五", "six六");

  private static final QuickPattern COUNTING = QuickPattern.of("\\bthe (?:last|past)\\b|最近|过去|過去");

  private static final Set<String> MONTHS = Set.of("month", "year", "个月", "個月", "年");

  private static final List<String> WEEKDAYS =
      List.of("mon一", "tues二", "wednes三", "thurs四", "fri五", "satur六", "sun日天");

  /** The day or week, if it is counted from today; null if not. */
  static @Nullable CountedDays in(String text, LocalDate today) {
    QuickPattern pattern = Language.of(text) == Language.EN ? ENGLISH : CHINESE;
    MatchResult counted = pattern.first(text);
    if (counted == null) {
      return null;
    }
    String unit = counted.group("unit");
    if (unit != null) {
      int count = count(counted.group("count"));
      LocalDate first =
          switch (unit.toLowerCase(Locale.ROOT)) {
            case "day", "天" -> today.minusDays(count);
            case "week", "周", "週", "星期", "个星期", "個星期" -> today.minusWeeks(count);
            case "month", "个月", "個月" -> today.minusMonths(count);
            default -> today.minusYears(count);
          };
      return new CountedDays(first, today);
    }
    String weekday = counted.group("weekday");
    if (weekday != null) {
      int number = 1;
      while (!WEEKDAYS.get(number - 1).contains(weekday.toLowerCase(Locale.ROOT))) {
        number++;
      }
      LocalDate day = today.with(TemporalAdjusters.previous(DayOfWeek.of(number)));
      return new CountedDays(day, day);
    }
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (counted.group("lastweek") != null) {
      return new CountedDays(monday.minusWeeks(1), monday.minusDays(1));
    }
    if (counted.group("thisweek") != null) {
      return new CountedDays(monday, monday.plusDays(6));
    }
    if (counted.group("nextweek") != null) {
      return new CountedDays(monday.plusWeeks(1), monday.plusDays(13));
    }
    int days = counted.group("yesterday") != null ? -1 : counted.group("tomorrow") != null ? 1 : 0;
    return new CountedDays(today.plusDays(days), today.plusDays(days));
  }

  private static int count(@Nullable String written) {
    if (written == null) {
      return 1;
    }
    for (int i = 0; i < COUNTS.size(); i++) {
      if (COUNTS.get(i).contains(written.toLowerCase(Locale.ROOT))) {
        return i + 1;
      }
    }
    return Integer.parseInt(written);
  }

  /**
   * The text with the day from which it counts, or of months the month, "since August 2026", where
   * something is known since: it is looked for by that, and not by the words. Itself where it
   * counts none.
   */
  static String asSince(String text, LocalDate today, @Nullable LocalDate known) {
    if (!COUNTING.isIn(text)) {
      return text;
    }
    Language language = Language.of(text);
    MatchResult counted = (language == Language.EN ? ENGLISH : CHINESE).first(text);
    CountedDays days = in(text, today);
    if (counted == null
        || counted.group("unit") == null
        || days == null
        || known == null
        || days.first().isAfter(known)
        || !DateMention.in(text).isEmpty()) {
      return text;
    }
    boolean isOfMonths =
        MONTHS.contains(counted.group("unit").toLowerCase(Locale.ROOT))
            && days.first().isBefore(today.minusMonths(1));
    String day =
        isOfMonths
            ? DateText.of(YearMonth.from(days.first()), language)
            : DateText.of(days.first(), language);
    return text.substring(0, counted.start())
        + (language == Language.EN ? "since " + day : "自" + day + "以来")
        + text.substring(counted.end());
  }
}
