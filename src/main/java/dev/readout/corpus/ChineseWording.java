package dev.readout.corpus;

import dev.readout.corpus.Statement.Voice;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the Chinese wording of a record. Pure functions. */
final class ChineseWording {
  /** A quotation's Chinese has its speaker in it: “……”——贝森特. */
  private static final QuickPattern QUOTED = QuickPattern.exactly("“.+”——\\S.*");

  private static final QuickPattern RECORD_ID =
      QuickPattern.exactly("[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]");

  private ChineseWording() {}

  static List<String> defects(Statement statement) {
    String zh = statement.zh();
    boolean quoted = statement.voice() == Voice.VERBATIM;
    if (zh == null) {
      String line = quoted ? "> zh: “……”——…" : "  zh: …";
      return List.of("needs Chinese wording: add a line '" + line + "'");
    }
    List<String> defects = new ArrayList<>();
    if (quoted && !QUOTED.isWhole(zh)) {
      defects.add("the Chinese of a quotation is '“……”——' and who said it: " + zh);
    }
    String english = quoted ? statement.text() + " " + statement.speaker() : statement.text();
    form(english, zh, defects);
    return defects;
  }

  /** Those of a field of the front matter. */
  static List<String> defects(String field, String english, @Nullable String zh) {
    if (zh == null) {
      return List.of("needs Chinese wording: add " + field + "_zh");
    }
    List<String> defects = new ArrayList<>();
    if (RECORD_ID.isIn(zh)) {
      defects.add("a reader of Chinese is shown no record id: " + zh);
    }
    if (!field.equals("title")) { // the Chinese original's own title is other words
      form(english, zh, defects);
    }
    return defects;
  }

  private static void form(String english, String zh, List<String> defects) {
    if (zh.codePoints().noneMatch(Character::isIdeographic)) {
      defects.add("no Chinese wording: " + zh);
    }
    if (zh.indexOf('"') >= 0) {
      defects.add("quotation marks in Chinese are “ and ”: " + zh);
    }
    List<String> figures = ChineseFigures.differences(english, zh);
    if (!figures.isEmpty()) {
      defects.add("the Chinese differs in " + String.join(", ", figures) + ": " + zh);
    }
  }

  /**
   * Holds Chinese wording to the figures of its English: every number, month and time of day,
   * written either way (34 billion as 340亿, 100-day as 百日, 12:01 a.m. as 0时01分, the 1980s as
   * 20世纪80年代), and no percentage beyond. Pure functions.
   */
  static final class ChineseFigures {
    private static final Map<String, Integer> ZEROS =
        Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("million", 6),
            Map.entry("billion", 9),
            Map.entry("trillion", 12),
            Map.entry("百", 2),
            Map.entry("千", 3),
            Map.entry("万", 4),
            Map.entry("十万", 5),
            Map.entry("百万", 6),
            Map.entry("千万", 7),
            Map.entry("亿", 8),
            Map.entry("十亿", 9),
            Map.entry("万亿", 12));
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String NUMBER = "([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)";

    private static final QuickPattern ENGLISH_NUMBER =
        QuickPattern.exactly(NUMBER + "(?:[ -](thousand|million|billion|trillion))?");
    private static final QuickPattern CHINESE_NUMBER =
        QuickPattern.exactly(NUMBER + "\\s*[多余]?(万亿|十亿|千万|百万|十万|万|亿|千|百)?");
    private static final QuickPattern CHINESE_WORD = QuickPattern.exactly("[" + DIGITS + "〇两十百]+");
    private static final QuickPattern DECADE = QuickPattern.exactly("([0-9]{2})世纪([0-9]0)年代");
    private static final QuickPattern TIME =
        QuickPattern.exactly("([0-9]{1,2}):([0-9]{2}) ([ap])\\.m\\.");
    private static final QuickPattern CHINESE_TIME =
        QuickPattern.exactly("([0-9]{1,2})(?:时([0-9]{2})分|:([0-9]{2}))");
    private static final QuickPattern PERCENTAGE =
        QuickPattern.exactly("([0-9]+(?:\\.[0-9]+)?)(?=%|％|个百分点)");

    private static final Map<Month, Pattern> MONTHS =
        List.of(Month.values()).stream().collect(Collectors.toMap(m -> m, ChineseFigures::chinese));
    private static final String MONTH_NAMES =
        List.of(Month.values()).stream()
            .map(ChineseFigures::english)
            .collect(Collectors.joining("|"));

    private static final QuickPattern MONTH = QuickPattern.exactly("\\b(" + MONTH_NAMES + ")\\b");

    /** Digits that are no figures of their own: a unit, an illness, and the ids of records. */
    private static final QuickPattern NO_FIGURES =
        QuickPattern.exactly("\\bcm3\\b|COVID-19|[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+");

    /** The official name of the Affiliates Rule. */
    private static final String RULE_OF_50 = "50%穿透性规则";

    private ChineseFigures() {}

    /** What the Chinese lacks of the English, and has beyond it; empty when they agree. */
    static List<String> differences(String english, String chinese) {
      String text = NO_FIGURES.replaceAll(english, "");
      List<String> differences = new ArrayList<>();
      times(text, chinese, differences);
      String timeless = TIME.replaceAll(text, "");
      numbers(timeless, chinese, differences);
      MONTH.in(text).stream()
          .map(match -> Month.valueOf(match.group(1).toUpperCase(Locale.ROOT)))
          .distinct()
          .filter(month -> !Objects.requireNonNull(MONTHS.get(month)).matcher(chinese).find())
          .forEach(month -> differences.add("the month " + english(month)));
      percentages(text, chinese, differences);
      return differences;
    }

    private static void times(String english, String chinese, List<String> differences) {
      Set<String> found =
          CHINESE_TIME.in(chinese).stream()
              .map(
                  match ->
                      time(
                          match.group(1), match.group(2) != null ? match.group(2) : match.group(3)))
              .collect(Collectors.toSet());
      for (MatchResult match : TIME.in(english).stream().toList()) {
        int hour = Integer.parseInt(match.group(1)) % 12 + (match.group(3).equals("p") ? 12 : 0);
        if (!found.contains(time(Integer.toString(hour), match.group(2)))) {
          differences.add(match.group());
        }
      }
    }

    private static String time(String hour, String minute) {
      return Integer.parseInt(hour) + ":" + minute;
    }

    /** A number may take the unit of another, as the first of "40 to 50 billion" does. */
    private static void numbers(String english, String chinese, List<String> differences) {
      Set<BigDecimal> found = chineseNumbers(chinese);
      List<MatchResult> numbers = ENGLISH_NUMBER.in(english).stream().toList();
      Set<String> units =
          numbers.stream().map(match -> unit(match.group(2))).collect(Collectors.toSet());
      for (MatchResult match : numbers) {
        boolean stands =
            match.group(2) != null
                ? found.contains(value(match.group(1), match.group(2)))
                : found.contains(value(match.group(1), null))
                    || units.stream().anyMatch(unit -> found.contains(value(match.group(1), unit)));
        if (!stands) {
          differences.add(match.group());
        }
      }
    }

    private static Set<BigDecimal> chineseNumbers(String text) {
      Set<BigDecimal> numbers = new HashSet<>();
      for (MatchResult match : CHINESE_NUMBER.in(text).stream().toList()) {
        numbers.add(value(match.group(1), null));
        numbers.add(value(match.group(1), match.group(2)));
      }
      for (MatchResult match : DECADE.in(text).stream().toList()) {
        int century = Integer.parseInt(match.group(1)) - 1;
        numbers.add(plain(new BigDecimal(century + match.group(2))));
      }
      CHINESE_WORD.in(text).stream().map(MatchResult::group).forEach(w -> add(w, numbers));
      return numbers;
    }

    private static void add(String word, Set<BigDecimal> numbers) {
      String digits = word.replace('〇', '零').replace('两', '二');
      if (digits.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) { // 二〇二五
        String written =
            digits
                .chars()
                .mapToObj(c -> Integer.toString(DIGITS.indexOf(c)))
                .collect(Collectors.joining());
        numbers.add(plain(new BigDecimal(written)));
        return;
      }
      int value = 0;
      int digit = 0;
      for (int i = 0; i < digits.length(); i++) {
        char c = digits.charAt(i);
        int tens = c == '十' ? 10 : c == '百' ? 100 : 0;
        value += tens * Math.max(1, digit);
        digit = tens > 0 ? 0 : DIGITS.indexOf(c);
      }
      numbers.add(plain(BigDecimal.valueOf((long) value + digit)));
    }

    private static void percentages(String english, String chinese, List<String> differences) {
      Set<BigDecimal> inEnglish =
          ENGLISH_NUMBER.in(english).stream()
              .map(match -> value(match.group(1), null))
              .collect(Collectors.toSet());
      PERCENTAGE.in(chinese.replace(RULE_OF_50, "")).stream()
          .filter(match -> !inEnglish.contains(value(match.group(1), null)))
          .forEach(match -> differences.add(match.group() + "%, which only the Chinese has"));
    }

    private static String unit(@Nullable String unit) {
      return unit == null ? "" : unit;
    }

    private static BigDecimal value(String digits, @Nullable String unit) {
      int zeros = ZEROS.getOrDefault(unit(unit), 0);
      return plain(new BigDecimal(digits.replace(",", "")).scaleByPowerOfTen(zeros));
    }

    /** Equal numbers are equal values: 3E+2 and 300 are not, by themselves. */
    private static BigDecimal plain(BigDecimal number) {
      return number.stripTrailingZeros();
    }

    private static String english(Month month) {
      return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Pattern chinese(Month month) {
      return Pattern.compile("(?<![0-9])" + month.getValue() + "(?:月|[-—–至、和])");
    }
  }
}
