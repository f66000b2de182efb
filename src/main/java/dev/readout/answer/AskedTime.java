package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.QuickPattern;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a question asks about, and whether the days written are only its ends. Immutable.
 *
 * @param first its first day; null where it is open
 * @param last its last day; null where it is open
 */
record AskedTime(@Nullable LocalDate first, @Nullable LocalDate last, boolean isRange) {
  private static final QuickPattern SEASON =
      QuickPattern.of(
          "\\b(?:(spring|summer|autumn|fall) and )?(spring|summer|autumn|fall|winter)(?: of)?"
              + " ((?:19|20)[0-9]{2})\\b"
              + "|\\blast (spring|summer|autumn|fall|winter)\\b");
  private static final QuickPattern RELATIVE =
      QuickPattern.of("\\b(last|this) (year|month)\\b(?! of\\b)|(去年|今年|上个月|本月|上個月)");

  /** Days of the next season's first month that still are of "late summer": none ends sharply. */
  private static final int INTO_THE_NEXT = 10;

  private static final List<String> PARTS = List.of("early", "mid", "late");

  private static final int DAYS_OF_A_THIRD = 10;

  /** "At the start of 2024", "late 2024". */
  private static final QuickPattern PART_OF =
      QuickPattern.of("\\b(?:(early(?: in)?|(?:start|beginning) of)|late(?: in)?|end of) $");

  private static final int MONTHS_OF_A_PART = 4;

  private static final String PART = "(?:(early|mid|late)[ -])?";

  /** "The duty from spring 2025" is the one of that time. */
  private static final QuickPattern SINCE =
      QuickPattern.of(
          "\\b(?:since|after)\\s*(?:the )?"
              + PART
              + "$|\\bfrom (?:the |its )?(?:first|start|beginning)\\b[^,.?]{0,20} (?:in|of) $"
              + "|(?:自|从|從)\\s*$");

  /** "From the 2024 law to the closing": an end without a date. */
  private static final QuickPattern FROM_WHAT_IS_OF =
      QuickPattern.of("\\bfrom\\s*(?:the |its |their )?(?:\\w+(?:['’]s)? ){0,2}$");

  private static final QuickPattern TO_WHAT_HAS_NO_DATE =
      QuickPattern.of("^[^,.;?]{3,40} (?:to|until|through) (?:the |its |\\w)");

  private static final QuickPattern SINCE_AFTER =
      QuickPattern.of(
          "^\\s*(?:以来|之后|以后|以來|之後|以後|onwards?\\b|on(?=\\s*(?:[,;.?!]|$))"
              + "|and (?:after|later|since|beyond|onwards?)\\b"
              + "|(?:[-–—]\\s*|(?:un)?till? |to )(?:now|today|date|the present)\\b)");
  private static final QuickPattern BEFORE =
      QuickPattern.of("\\b(?:before|prior to|ahead of)\\s*(?:the )?$");
  private static final QuickPattern BEFORE_AFTER = QuickPattern.of("^\\s*(?:之前|以前|前)");
  private static final QuickPattern ALL_OF =
      QuickPattern.of(
          "\\b(?:during|throughout|(?:in|over) the course of|over)\\s*(?:the )?(?:year )?$");
  private static final QuickPattern BETWEEN =
      QuickPattern.of("\\b(?:between|from)\\s*(?:the )?" + PART + "$|(?:从|自)\\s*$");
  private static final Pattern TO =
      pattern("\\s*(?:to|until|till|through|and|[-–—~]|至|到|和|与)\\s*(?:the )?" + PART);
  private static final QuickPattern AND = QuickPattern.of("\\s*(?:and|和|与)\\s*(?:the )?");
  private static final QuickPattern UNTIL =
      QuickPattern.of("\\b(?:until|up to|by|till)\\s*(?:the )?(?:end of )?$|(?:截至|到)\\s*$");

  static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  /** "May to September 2025", "10 May and 15 June 2025": the year of the second is the first's. */
  private static final Pattern YEAR_BEHIND =
      pattern(
          "\\b((?:[0-9]{1,2}\\s+)?"
              + MONTH
              + "(?:\\s+[0-9]{1,2})?)(?=(?:\\s*,\\s*"
              + MONTH
              + ")*,?\\s*(?:to|until|till|through|and|[-–—])\\s*(?:the )?"
              + "(?:(?:early|mid|late)[ -])?(?:[0-9]{1,2}\\s+)?"
              + MONTH
              + "(?:\\s+[0-9]{1,2})?,?\\s+((?:19|20)[0-9]{2})\\b)");

  private static final QuickPattern LACKS_YEAR = new QuickPattern(YEAR_BEHIND);

  /** "2025年5月至9月": the year of the first is the second's. */
  private static final QuickPattern YEAR_BEFORE =
      QuickPattern.of(
          "((?:19|20)[0-9]{2}年)([0-9]{1,2}月(?:[0-9]{1,2}[日号])?[至到和与、—–-])(?=[0-9]{1,2}月)");

  private AskedTime(@Nullable LocalDate first, @Nullable LocalDate last) {
    this(first, last, false);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** With a year for each of two dates of which one alone has it. */
  static String withYears(String text) {
    String behind = LACKS_YEAR.isIn(text) ? YEAR_BEHIND.matcher(text).replaceAll("$1 $2") : text;
    return text.indexOf('年') < 0 ? behind : YEAR_BEFORE.replaceAll(behind, "$1$2$1");
  }

  static AskedTime in(String text, LocalDate today) {
    MatchResult season = SEASON.first(text);
    if (season != null) {
      AskedTime named = seasonSpan(season, today);
      String before = text.substring(0, season.start());
      String after = text.substring(season.end());
      boolean isLast = !DateMention.in(before).isEmpty();
      AskedTime range =
          isLast || !DateMention.in(after).isEmpty()
              ? in(before + (isLast ? named.last() : named.first()) + after, today)
              : named;
      return range.isRange() ? range : openSpan(before, after, named.first(), named.last());
    }
    List<DateMention> dates = DateMention.in(text).stream().filter(DateMention::exists).toList();
    if (dates.isEmpty()) {
      CountedDays counted = CountedDays.in(text, today);
      if (counted != null) {
        return new AskedTime(counted.first(), counted.last());
      }
      MatchResult relative = RELATIVE.first(text);
      return relative != null ? relativeSpan(relative.group(), today) : new AskedTime(null, null);
    }
    LocalDate first =
        dates.stream()
            .map(DateMention::first)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    LocalDate last =
        dates.stream()
            .map(DateMention::last)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return dates.size() > 1
        ? ofTwo(text, dates.getFirst(), dates.get(1), new AskedTime(first, last))
        : openSpan(
            text.substring(0, dates.getFirst().start()),
            text.substring(dates.getFirst().end()),
            first,
            last);
  }

  /** "From May to September 2025", "between 10 May and 15 June": a time, not two days. */
  private static AskedTime ofTwo(String text, DateMention from, DateMention to, AskedTime span) {
    MatchResult before = BETWEEN.first(text.substring(0, from.start()));
    Matcher between = TO.matcher(text.substring(from.end(), Math.max(from.end(), to.start())));
    return between.matches() && (before != null || !AND.isWhole(between.group()))
        ? new AskedTime(
            later(span.first(), from, before == null ? null : before.group(1)),
            earlier(span.last(), to, between.group(1)),
            true)
        : span;
  }

  /** "From mid May": not from its first day on. */
  private static @Nullable LocalDate later(
      @Nullable LocalDate first, DateMention month, @Nullable String part) {
    return first == null || part == null || month.precision() != DateMention.Precision.MONTH
        ? first
        : first.withDayOfMonth(1 + DAYS_OF_A_THIRD * PARTS.indexOf(lower(part)));
  }

  /** "To early July": not to its last day. */
  private static @Nullable LocalDate earlier(
      @Nullable LocalDate last, DateMention month, @Nullable String part) {
    return last == null
            || part == null
            || lower(part).equals(PARTS.getLast())
            || month.precision() != DateMention.Precision.MONTH
        ? last
        : last.withDayOfMonth(DAYS_OF_A_THIRD * (1 + PARTS.indexOf(lower(part))));
  }

  private static String lower(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  /** One time, and whether a word before or after it opens the span on one end. */
  private static AskedTime openSpan(
      String before, String after, @Nullable LocalDate first, @Nullable LocalDate last) {
    if (SINCE.isIn(before)
        || SINCE_AFTER.isIn(after)
        || (FROM_WHAT_IS_OF.isIn(before) && TO_WHAT_HAS_NO_DATE.isIn(after))) {
      return new AskedTime(first, null, true);
    }
    if ((BEFORE.isIn(before) || BEFORE_AFTER.isIn(after)) && first != null) {
      return new AskedTime(null, first.minusDays(1), true);
    }
    if (UNTIL.isIn(before)) {
      return new AskedTime(null, last, true);
    }
    MatchResult part = PART_OF.first(before);
    if (first != null
        && last != null
        && first.plusYears(1).isEqual(last.plusDays(1))
        && part != null) {
      return partOf(first, part.group(1) != null);
    }
    return new AskedTime(first, last, ALL_OF.isIn(before));
  }

  /** The first or last months of the year. */
  private static AskedTime partOf(LocalDate first, boolean isStart) {
    LocalDate start = isStart ? first : first.plusMonths(12 - MONTHS_OF_A_PART);
    return new AskedTime(start, start.plusMonths(MONTHS_OF_A_PART).minusDays(1), true);
  }

  private static AskedTime seasonSpan(MatchResult season, LocalDate today) {
    String name = season.group(2) != null ? season.group(2) : season.group(4);
    int year =
        season.group(3) != null ? Integer.parseInt(season.group(3)) : lastYearOf(name, today);
    String from = season.group(1) != null ? season.group(1) : name;
    LocalDate first = LocalDate.of(year, firstMonth(from), 1);
    LocalDate end =
        LocalDate.of(year, firstMonth(name), 1).plusMonths(3).plusDays(INTO_THE_NEXT - 1);
    // The winter of 2025 began in December 2024; "autumn and winter 2024" goes on into 2025.
    boolean beganBefore =
        season.group(3) != null && season.group(1) == null && name.equalsIgnoreCase("winter");
    return beganBefore
        ? new AskedTime(first.minusYears(1), end.minusYears(1))
        : new AskedTime(first, end);
  }

  private static int firstMonth(String season) {
    return switch (season.toLowerCase(Locale.ROOT)) {
      case "spring" -> 3;
      case "summer" -> 6;
      case "autumn", "fall" -> 9;
      default -> 12;
    };
  }

  /** The year in which the last such season that is over began. */
  private static int lastYearOf(String season, LocalDate today) {
    int year = today.getYear();
    while (LocalDate.of(year, firstMonth(season), 1).plusMonths(3).isAfter(today)) {
      year--;
    }
    return year;
  }

  private static AskedTime relativeSpan(String words, LocalDate today) {
    String lower = words.toLowerCase(Locale.ROOT);
    boolean last = lower.startsWith("last") || lower.startsWith("去") || lower.startsWith("上");
    if (lower.endsWith("year") || lower.endsWith("年")) {
      int year = today.getYear() - (last ? 1 : 0);
      return new AskedTime(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    LocalDate month = today.withDayOfMonth(1).minusMonths(last ? 1 : 0);
    return new AskedTime(month, month.plusMonths(1).minusDays(1));
  }
}
