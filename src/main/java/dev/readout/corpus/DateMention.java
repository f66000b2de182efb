package dev.readout.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, month or year from 1970 to 2099 in an English or Chinese text, and the first and last day
 * meant, inclusive, null for one that does not exist, as 30 February. Immutable.
 */
public record DateMention(
    int start, int end, Precision precision, @Nullable LocalDate first, @Nullable LocalDate last) {

  /** How much of a date is written. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  private static final int YEAR_CHARS = 4;
  private static final String MONTH_NAME =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          + "|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String YEAR = "((?:19[7-9]|20[0-9])[0-9])";
  private static final String DAY = "([0-9]{1,2})(?:st|nd|rd|th)?";
  private static final String APART = "(?<![0-9A-Za-z,.$-])";

  /** "No. 46 of December 2024", "Announcement 18 of April 2025". */
  private static final String NO_NUMBER =
      "(?<!\\b(?:nos?\\.?|announcements?|orders?|notices?|decrees?|proclamations?) ?)";

  /** What a number stands before that counts something, and is no year: "2000亿美元". */
  private static final String COUNTED =
      "[0-9A-Za-z%％-]|[,.][0-9]|\\s*(?:(?:FR|percent)\\b|[多余餘]?[亿億家万萬个個吨噸元倍]|美元|[种種项項架辆輛艘])";

  /** In order of preference: where two forms meet, the first found in this order holds. */
  private static final List<Form> FORMS =
      List.of(
          form("-", "(?<![0-9-])" + YEAR + "-([0-9]{1,2})-([0-9]{1,2})(?![0-9-])", 1, 2, 3),
          form("/", "(?<![0-9/])" + YEAR + "/([0-9]{1,2})/([0-9]{1,2})(?![0-9/])", 1, 2, 3),
          form(
              "年",
              "(?<![0-9])" + YEAR + "\\s*年\\s*([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*[日号號]",
              1,
              2,
              3),
          form("年", "(?<![0-9])" + YEAR + "\\s*年\\s*([0-9]{1,2})\\s*月", 1, 2, 0),
          form("年", "(?<![0-9])" + YEAR + "\\s*年", 1, 0, 0),
          form(
              "",
              "(?i)"
                  + NO_NUMBER
                  + "\\b"
                  + DAY
                  + "\\s+(?:of\\s+)?"
                  + MONTH_NAME
                  + ",?\\s+"
                  + YEAR
                  + "\\b",
              3,
              2,
              1),
          form("", "(?i)\\b" + MONTH_NAME + "\\s+" + DAY + ",?\\s+" + YEAR + "\\b", 3, 1, 2),
          form("", "(?i)\\b" + MONTH_NAME + ",?\\s+(?:of\\s+)?" + YEAR + "\\b", 2, 1, 0),
          // 2018-19
          form("-", "(?<![0-9-])" + YEAR + "(?=-(?:1[3-9]|[2-9][0-9])(?![0-9-]))", 1, 0, 0),
          form("-", "(?<![0-9-])" + YEAR + "-([0-9]{2})(?![0-9-])", 1, 2, 0),
          form("-", APART + YEAR + "(?=-" + YEAR + "(?![0-9A-Za-z-]))", 1, 0, 0),
          form("-", "(?<=" + APART + YEAR + "-)" + YEAR + "(?![0-9A-Za-z-])", 2, 0, 0),
          form(
              "",
              "(?:" + APART + "|(?<=\\b(?i:early|mid|late)-))" + YEAR + "(?!" + COUNTED + ")",
              1,
              0,
              0));

  private static final List<String> MONTHS =
      List.of("jan feb mar apr may jun jul aug sep oct nov dec".split(" ", -1));

  /**
   * A way of writing a date, with what all so written have in them, which is quicker to look for;
   * and the groups of year, month and day, 0 for none.
   */
  private record Form(String sign, QuickPattern pattern, int year, int month, int day) {}

  /** In the texts that were read lately, mostly statements, some 500 bytes each. */
  private static final KeptTexts<List<DateMention>> FOUND =
      new KeptTexts<>(1 << 11, 1_000, DateMention::find);

  private static Form form(String sign, String pattern, int year, int month, int day) {
    Pattern whole = Pattern.compile(pattern);
    Pattern beginning = pattern.contains("(?<=") ? Pattern.compile(YEAR) : whole;
    return new Form(sign, new QuickPattern(whole, beginning), year, month, day);
  }

  /** Every date written in the text, in order of place. */
  public static List<DateMention> in(String text) {
    return holdsYear(text) ? FOUND.of(text) : List.of();
  }

  private static List<DateMention> find(String text) {
    List<DateMention> found = new ArrayList<>();
    boolean[] taken = new boolean[text.length()];
    for (Form form : FORMS) {
      if (!text.contains(form.sign())) {
        continue;
      }
      for (MatchResult match : form.pattern().in(text)) {
        if (!taken[match.start()] && !taken[match.end() - 1]) {
          Arrays.fill(taken, match.start(), match.end(), true);
          found.add(mention(form, match));
        }
      }
    }
    found.sort(Comparator.comparingInt(DateMention::start));
    return List.copyOf(found);
  }

  /** All dates are written with a year, so most texts need no closer look. */
  private static boolean holdsYear(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
      if (digits == YEAR_CHARS) {
        return true;
      }
    }
    return false;
  }

  private static DateMention mention(Form form, MatchResult match) {
    int year = Integer.parseInt(match.group(form.year()));
    Precision precision =
        form.day() > 0 ? Precision.DAY : form.month() > 0 ? Precision.MONTH : Precision.YEAR;
    try {
      LocalDate first;
      LocalDate last;
      if (precision == Precision.YEAR) {
        first = LocalDate.of(year, 1, 1);
        last = LocalDate.of(year, 12, 31);
      } else {
        YearMonth month = YearMonth.of(year, month(match.group(form.month())));
        first =
            form.day() > 0
                ? month.atDay(Integer.parseInt(match.group(form.day())))
                : month.atDay(1);
        last = form.day() > 0 ? first : month.atEndOfMonth();
      }
      return new DateMention(match.start(), match.end(), precision, first, last);
    } catch (DateTimeException e) {
      return new DateMention(match.start(), match.end(), precision, null, null);
    }
  }

  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    return MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  /** Whether the calendar has such a day. */
  public boolean exists() {
    return first != null;
  }
}
