package dev.readout.intake.extract;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.DateMention.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line on which a paper says when it was published. A day that the text merely speaks of, takes
 * effect on or is embargoed until is no such line:
 *
 * <pre>
 * FOR IMMEDIATE RELEASE: Tuesday, October 8, 2024
 * 发布时间：2025年9月29日 10:30
 * Federal Register / Vol. 90, No. 186 / Tuesday, September 30, 2025 / Rules and Regulations
 * WASHINGTON, October 8, 2024 – The Secretary …
 * </pre>
 */
final class DateLine {
  /** A date line stands above the text, so among the first lines. */
  private static final int MAX_LINES = 25;

  private static final int MAX_CHARS = 160;
  private static final int MAX_DATELINE_CHARS = 60;

  /** What may stand beside the day. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:for )?(?:immediate )?(?:press |news )?releases?d?\\b|press statement|news|date|dated|"
              + "issued|published|posted|publication|on|"
              + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
              + "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[ap]\\.?m\\.?|e[ds]?t|"
              + "发布时间|发布日期|发稿时间|成文日期|日期|时间|發佈日期|日期|星期[一二三四五六日天]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FEDERAL_REGISTER =
      Pattern.compile(
          "Federal Register ?/ ?Vol\\. ?[0-9]+, ?No\\. ?[0-9]+", Pattern.CASE_INSENSITIVE);

  /** A place in capitals, the day, a dash, and then the text begins. */
  private static final Pattern PLACE = Pattern.compile("^[\\p{Lu}., ]{3,40}[,(–—-] ?$");

  private static final Pattern DASH = Pattern.compile("^\\)? ?(?:[–—]|--?) ?");

  private DateLine() {}

  /** The day in the first line that is a date line. */
  static Optional<LocalDate> in(List<String> lines) {
    return lines.stream().limit(MAX_LINES).map(DateLine::day).flatMap(Optional::stream).findFirst();
  }

  /** Whether the text is a day and what may stand beside it, and nothing else. */
  static boolean isAll(String text) {
    if (text.length() > MAX_CHARS) {
      return false;
    }
    List<DateMention> days = days(text);
    return days.size() == 1 && isBare(text, days.getFirst());
  }

  private static Optional<LocalDate> day(String line) {
    String beginning = line.substring(0, Math.min(line.length(), MAX_CHARS));
    List<DateMention> days = days(beginning);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    DateMention day = days.getFirst();
    String before = beginning.substring(0, day.start());
    String after = beginning.substring(day.end());
    boolean dateline =
        day.end() <= MAX_DATELINE_CHARS
            && PLACE.matcher(before).matches()
            && DASH.matcher(after).lookingAt();
    boolean states = FEDERAL_REGISTER.matcher(before).find() || dateline || isAll(line);
    return states ? Optional.ofNullable(day.first()) : Optional.empty();
  }

  private static List<DateMention> days(String text) {
    return DateMention.in(text).stream()
        .filter(date -> date.precision() == Precision.DAY && date.exists())
        .toList();
  }

  private static boolean isBare(String text, DateMention day) {
    String rest = text.substring(0, day.start()) + " " + text.substring(day.end());
    Matcher words = WORDS.matcher(rest);
    return words.replaceAll(" ").codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
