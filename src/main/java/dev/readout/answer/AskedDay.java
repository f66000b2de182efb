package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.DateMention.Precision;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of how a measure stood, or what was charged, on a day or in a month: "Was the
 * Affiliates Rule in force on 1 October 2025?" Immutable.
 *
 * @param text the same question of now
 * @param day the day, or the last of the month; today for one to come, since nothing is known of it
 * @param written the day or month as the question has it
 */
record AskedDay(String text, LocalDate day, String written) {
  private static final QuickPattern HOW_IT_STOOD =
      QuickPattern.of(
          "\\b(?:in (?:force|effect|place)|effective|appl(?:y|ies|ied|icable)|valid|active|alive|on"
              + " (?:hold|pause)|suspended|paused|frozen|banned|binding|still|running|charged?|stands?|stood|status|on"
              + " (?:\\S+ ){0,4}list)\\b");

  private static final QuickPattern WHAT_IT_CHARGED =
      QuickPattern.of(
          "\\b(?:what|how"
              + " (?:much|high)|which)\\b(?:(?!\\b(?:when|why|about|because)\\b).)*\\b(?:tariffs?|dut(?:y|ies)|rates?|surcharge|fees?)\\b");

  /** "Steel tariff in May 2025", "fentanyl tariff rate on 1 December 2025, percent". */
  private static final Pattern CHARGE =
      pattern(
          "^(?!.*\\b(?:wh\\w+|how|did|do|does|is|are|was|were|has|have|had|will|can|if|cut|raised?|timeline"
              + "|history|changes?|news|propos\\w*|threat\\w*|plan\\w*|average|announce\\w*|deadline|exclusions?|ruling|effective|start|end)\\b)\\W*(?<charge>.*\\b(?:tariffs?|dut(?:y|ies)|rates?|surcharge|list"
              + " (?:[1-3]|4[ab]))\\b[^,?]*?)[\\s,]*(?:\\b(?:on|in|during|by|as of)(?:"
              + " the)?)?\\s*$");

  /** "The section 232 steel rate". */
  private static final QuickPattern RATE_ALONE =
      QuickPattern.of("^((?!.*\\b(?:tariffs?|dut(?:y|ies)|surcharge|list)\\b).*\\b)rates?\\b");

  private static final QuickPattern BEHIND_A_CHARGE =
      QuickPattern.of("\\W*(?:percent(?:age)?|%|rate|level|please)?\\W*");

  /** "On 7 April 2025 from the reciprocal order". */
  private static final QuickPattern UNDER = QuickPattern.of("\\s+(?:from|under)\\b[^?]*\\W*");

  /** "Why were they put on the list on 8 October 2025": that day it was done. */
  private static final QuickPattern PUT_ON_IT =
      QuickPattern.of(
          "\\b(?:retaliat|respon)|\\b(?:put|added?|placed?|listed|went|go|land(?:ed)?|why|who|which|how"
              + " many)\\b.*\\blist\\b");

  private static final QuickPattern STOOD_IN_CHINESE =
      QuickPattern.exactly("有效|生效|[暂暫]停|[执執]行|[适適]用|[还還仍]在|在[实實]施|是多少|多少[%％]|多高|[还還]算[数數]");

  /** Before a day at the end, or anywhere where it is "as of" it. */
  private static final Pattern ON =
      pattern("(?<before>[\\w'’]*)[,(]?\\s*\\b(?:on|in|during|by|back in)(?: the)?\\s+$");

  private static final QuickPattern AS_OF =
      QuickPattern.of("[,(]?\\s*\\b(?:as (?:of|at)|today|right now)(?: today)?,?\\s*\\(?\\s*$");

  /** A day that something was done on names it: "the ban announced on 9 October 2025". */
  private static final QuickPattern DONE =
      QuickPattern.of(
          "^(?!suspended|paused|banned|appli|charged|restricted|controlled|required|allowed)"
              + "(?:\\w+ed|set|made|put|cut|out|met|of)$");

  /** "My goods entered on 1 June 2025, what was the duty?" */
  private static final QuickPattern ENTERED =
      QuickPattern.of(
          "^(?!\\W*(?:wh|how|is|are|do))(?<clause>[^,?]*\\b(?:enter|arriv|ship|import|clear|land|load|sail|order)\\w*\\b[^,?]*)"
              + " (?:on|in) $");

  private static final QuickPattern AT_THE_BEGINNING =
      QuickPattern.of("^\\W*(?:as (?:of|at)|on|in|back in) $");

  /** The end, or a second question behind the first: ", and did the 0.1 percent test apply?" */
  private static final QuickPattern END =
      QuickPattern.of("\\)?\\W*|\\)?\\s*,? (?:and|or) (?:was|were|did|had|how|what|if|which)\\b.*");

  private static final QuickPattern END_OF_ALL = QuickPattern.exactly("\\W*$");
  private static final QuickPattern COMMA = QuickPattern.exactly("^\\s*,\\s*");

  private static final QuickPattern FROM_IN_CHINESE = QuickPattern.exactly("(?:截[至止]|在|到)?$");
  private static final Pattern AFTER_IN_CHINESE = Pattern.compile("^(?:之|以|[过過])?[后後]，?");
  private static final QuickPattern BEHIND_IN_CHINESE =
      QuickPattern.exactly("^(?:[当當那][天日时時]|[时時]候?|[为為]止|底)?[，,]?");

  private static final QuickPattern PAST = QuickPattern.of("\\b(?:was|were|did|had)\\b");
  private static final Map<String, String> PRESENT =
      Map.of("was", "is", "were", "are", "did", "does", "had", "has");

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** Empty where it names no day, or several, or asks something else. */
  static Optional<AskedDay> in(String question, LocalDate today) {
    List<DateMention> dates = DateMention.in(question);
    if (dates.size() != 1 || !dates.getFirst().exists()) {
      return Optional.empty();
    }
    DateMention date = dates.getFirst();
    LocalDate last = date.last();
    if (date.precision() == Precision.YEAR || last == null) {
      return Optional.empty();
    }
    String before = question.substring(0, date.start());
    String behind = question.substring(date.end());
    Matcher after = AFTER_IN_CHINESE.matcher(behind);
    boolean isAfter = after.find() && last.isBefore(today);
    // Of a month, its first day: what is charged from then on is told with what changed after it.
    LocalDate of =
        charge(before, behind).isPresent() ? Objects.requireNonNullElse(date.first(), last) : last;
    LocalDate day = isAfter ? of.plusDays(1) : of;
    Optional<String> text =
        Language.of(question) == Language.ZH
            ? inChinese(before, isAfter ? after.replaceFirst("") : behind)
            : inEnglish(before, behind).map(AskedDay::ofNow);
    return text.map(
        now ->
            new AskedDay(
                now,
                day.isAfter(today) ? today : day,
                question.substring(date.start(), date.end())));
  }

  private static Optional<String> inEnglish(String before, String behind) {
    String all = before + behind;
    Optional<String> charge = charge(before, behind);
    if (charge.isPresent()) {
      return charge;
    }
    if (PUT_ON_IT.isIn(all) || (!HOW_IT_STOOD.isIn(all) && !WHAT_IT_CHARGED.isIn(all))) {
      return Optional.empty();
    }
    MatchResult entered = ENTERED.first(before);
    if (entered != null && COMMA.isIn(behind)) {
      return Optional.of(entered.group("clause") + behind);
    }
    if (AT_THE_BEGINNING.isIn(before)) {
      return Optional.of(COMMA.replaceFirst(behind, ""));
    }
    MatchResult asOf = AS_OF.first(before);
    if (asOf != null) {
      return Optional.of(before.substring(0, asOf.start()) + END.replaceFirst(behind, " "));
    }
    Matcher on = ON.matcher(before);
    if (UNDER.isWhole(behind) && on.find()) {
      return Optional.of(before.substring(0, on.end("before")) + behind);
    }
    return END.isWhole(behind) && on.find() && !DONE.isIn(on.group("before"))
        ? Optional.of(before.substring(0, on.end("before")))
        : Optional.empty();
  }

  private static Optional<String> charge(String before, String behind) {
    Matcher charge = CHARGE.matcher(before);
    return charge.matches() && BEHIND_A_CHARGE.isWhole(behind)
        ? Optional.of(
            "what is the " + RATE_ALONE.replaceFirst(charge.group("charge"), "$1tariff") + "?")
        : Optional.empty();
  }

  private static Optional<String> inChinese(String before, String behind) {
    return STOOD_IN_CHINESE.isIn(before + behind)
        ? Optional.of(
            FROM_IN_CHINESE.replaceFirst(before, "")
                + "现在"
                + BEHIND_IN_CHINESE.replaceFirst(behind, ""))
        : Optional.empty();
  }

  private static String ofNow(String text) {
    String present =
        PAST.replaceFirst(
            text,
            word -> PRESENT.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group()));
    return END_OF_ALL.replaceFirst(present, " now");
  }
}
