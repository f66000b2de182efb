package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a question is searched for: without the clause that only tells what it is asked upon, and
 * with the years and days that it counts from today or from a president's return. Pure functions.
 */
final class AskedText {
  /** "Now that the Supreme Court has ruled, does the duty still apply?" */
  private static final QuickPattern UPON_BEFORE =
      QuickPattern.of("^\\W*(?:now|given|seeing) that [^,?]{4,100},\\s*([^?]+)");

  /** "Does the truce hold, now that 10 November is behind us?" */
  private static final QuickPattern UPON_AFTER =
      QuickPattern.of(",?\\s*\\b(?:now|given|seeing) that [^,?]{4,100}(?=\\?|$)");

  /** "27 November was yesterday, so is the ban back?" */
  private static final QuickPattern UPON_A_DAY =
      QuickPattern.of(
          "^[^,?]{4,60}\\b(?:is|was|has|have)\\b[^,?]{2,40}, so,?"
              + " (?=(?:is|are|do|does|can|has)\\b)");

  /** "Nov 24 last year", "24 November of this year". */
  private static final QuickPattern OF_A_YEAR =
      QuickPattern.of(
          "\\b((?:[0-9]{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?"
              + AskedTime.MONTH
              + "\\b\\.?(?:\\s+[0-9]{1,2}(?:st|nd|rd|th)?)?),? (?:of )?(last|this) year\\b");

  /** Today's own date: "as of today, 28 November". */
  private static final QuickPattern AS_OF_TODAY =
      QuickPattern.of(
          "\\b(?:as of |on )?today,? (?:the )?(?<day>[0-9]{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
              + AskedTime.MONTH
              + "|"
              + AskedTime.MONTH
              + "\\s+[0-9]{1,2}(?:st|nd|rd|th)?)(?:,? (?<year>(?:19|20)[0-9]{2}))?\\b");

  static final String WHAT_ALL_PAY = "what is the current US tariff on Chinese goods";

  static final String WHAT_CHINA_CHARGES = "what tariff does China charge on US goods right now";

  static final String WHAT_BOTH_CHARGE =
      "how high is the average U.S. tariff on China and how high is China's on U.S. goods";

  /** What the files of forms use and do not define. */
  static final Map<String, String> FORM_NAMES =
      Map.of(
          "MONTH",
          AskedTime.MONTH,
          "COUNTRY",
          Destination.CHINESE_COUNTRY,
          "WHAT_ALL_PAY",
          WHAT_ALL_PAY,
          "WHAT_BOTH_CHARGE",
          WHAT_BOTH_CHARGE);

  /** "Is it still alive in 2026", where that is this year. */
  private static final QuickPattern STILL_THIS_YEAR =
      QuickPattern.of(
          "^(.*\\b(?:is|are|does|do|can)\\b.*\\b(?:still|currently)\\b.*) in"
              + " ((?:19|20)[0-9]{2})(?=\\W*$)");

  /** "What does China charge in December 2026", where that is this month. */
  private static final QuickPattern IN_THIS_MONTH =
      QuickPattern.of(
          "^(.*\\b(?:is|are|does|do|can)\\b.*) in ("
              + AskedTime.MONTH
              + ") ((?:19|20)[0-9]{2})(?=\\W*$)");

  /** Goods on their way, or who deals in them: where in the country is nothing to search for. */
  private static final QuickPattern TRADE =
      QuickPattern.of(
          "\\b(?:ship\\w*|send\\w*|sell\\w*|buy\\w*|order\\w*|import\\w*|export\\w*|parcels?|packages?"
              + "|goods|tariffs?|dut(?:y|ies)|fees?|charged?|billed|licen[cs]es?|permits?|customs|vessels?|carriers?|customers?|clients?|suppliers?|factor(?:y|ies)|plants?|warehouses?|shops?|stores?)\\b");

  private static final QuickPattern IN_A_PLACE =
      QuickPattern.exactly("\\b(from|in|into|to|at) ((?:[A-Z][a-z]+ ?){1,3})(?<! )");

  /** What comes from a town is goods. */
  private static final QuickPattern FROM_A_PLACE = QuickPattern.exactly("\\bfrom [A-Z]");

  /** "我在深圳做出口的，": who asks, and from where. */
  private static final QuickPattern OF_THE_ASKER =
      QuickPattern.of("^(?:我|咱|本人|(?:i|we|i['’]m|i am|my|our)\\b)[^,，?？]{2,60}[,，]\\s*(?=.)");

  /** "Hello, I am a student from Poland: …" */
  private static final QuickPattern WHO_ASKS =
      QuickPattern.of("^(?:[^?:]{0,30}, )?(?:i am|i['’]m|we are|we['’]re) [^?:]{2,90}: (?=\\w)");

  /** What is asked of is named in the clause alone: "X was acquitted, so is it off the list?" */
  private static final QuickPattern REFERS =
      QuickPattern.of(
          "\\b(?:is|are|do|does|did|can|has|have|was|were|will) (?:it|they|this|that|these|those|he"
              + "|she)\\b");

  private static final QuickPattern WHERE_HE_WORKS =
      QuickPattern.exactly("在\\p{IsHan}{2,4}?(?=做|[开開]|[办辦]|出口|[进進]口|生[产產]|[经經][营營]|[卖賣])");

  private static final Pattern CHINESE_CLAUSE = Pattern.compile("(?<=[，；])");

  private static final QuickPattern NO_DIGITS = QuickPattern.exactly("[^0-9]+");

  private AskedText() {}

  /**
   * The question as it is searched for; itself where nothing is to be changed.
   *
   * @param today the day that "last year" is counted from
   */
  static String of(String question, Generation generation, LocalDate today) {
    String text =
        AS_OF_TODAY.replaceAll(
            RoundNames.asNamed(
                PersonNames.asTold(TypedText.writtenOut(question), generation), generation, today),
            match ->
                Stream.of(today, today.minusDays(1), today.plusDays(1))
                        .anyMatch(day -> isOn(day, match))
                    ? "today"
                    : match.group());
    text =
        STILL_THIS_YEAR.replaceFirst(
            text,
            match ->
                match.group(2).equals(String.valueOf(today.getYear()))
                    ? match.group(1)
                    : match.group());
    text =
        IN_THIS_MONTH.replaceFirst(
            text,
            match ->
                isOfMonth(today, match.group(2))
                        && match.group(3).equals(String.valueOf(today.getYear()))
                    ? match.group(1) + " now"
                    : match.group());
    text =
        CountedDays.asSince(
            TypedText.inWordsLookedFor(
                DayOfNoYear.dated(text, today, day -> isRecorded(day, generation)), today),
            today,
            generation.info().reachesTo());
    text =
        OF_A_YEAR.replaceAll(
            text, match -> match.group(1) + " " + year(match.group(2), Year.of(today.getYear())));
    return withoutClause(withoutCounterpart(text), generation);
  }

  /** Whether any record names the day. */
  private static boolean isRecorded(LocalDate day, Generation generation) {
    return generation.plan(day.toString()).tokens().stream().allMatch(QueryToken::known);
  }

  /**
   * Without the clauses that only set off the last, which alone asks: "去年那通电话，北京版本主打台湾，川普的版本主打什么"
   * is about the other government's version, told in the same words.
   */
  private static String withoutCounterpart(String text) {
    List<String> clauses = CHINESE_CLAUSE.splitAsStream(text).toList();
    if (clauses.size() == 1) {
      return text;
    }
    List<String> read = clauses.stream().map(Language::simplified).toList();
    Side asked = AskedSide.in(read.getLast());
    return asked == null || read.stream().limit(read.size() - 1).anyMatch(QuestionParts::asks)
        ? text
        : IntStream.range(0, clauses.size())
            .filter(
                i ->
                    i == 0
                        || i == clauses.size() - 1
                        || AskedSide.in(read.get(i)) == null
                        || AskedSide.in(read.get(i)) == asked
                        || !sharesAWord(read.get(i), read.getLast()))
            .mapToObj(clauses::get)
            .collect(joining());
  }

  private static boolean sharesAWord(String one, String other) {
    return IntStream.range(0, one.length() - 2)
        .anyMatch(
            i -> Character.isIdeographic(one.charAt(i)) && other.contains(one.substring(i, i + 2)));
  }

  /**
   * Whether it is the day written. One that is no today anywhere on earth, though it is called so,
   * is the day asked about.
   */
  private static boolean isOn(LocalDate today, MatchResult written) {
    String day = written.group("day");
    return isOfMonth(today, day)
        && NO_DIGITS.replaceAll(day, "").equals(String.valueOf(today.getDayOfMonth()))
        && (written.group("year") == null
            || written.group("year").equals(String.valueOf(today.getYear())));
  }

  private static boolean isOfMonth(LocalDate today, String written) {
    String month = today.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return written.toLowerCase(Locale.ROOT).contains(month.toLowerCase(Locale.ROOT));
  }

  private static Year year(String which, Year today) {
    return which.toLowerCase(Locale.ROOT).equals("last") ? today.minusYears(1) : today;
  }

  /** Without the clause, where what is left still names something. */
  private static String withoutClause(String text, Generation generation) {
    return Stream.of(
            withoutAsker(text, generation),
            WHO_ASKS.replaceFirst(
                text,
                clause ->
                    names(clause.group(), generation).allMatch(term -> term.kind().equals("place"))
                        ? ""
                        : clause.group()),
            UPON_BEFORE.replaceFirst(text, "$1 now"),
            UPON_AFTER.replaceFirst(text, " now"),
            UPON_A_DAY.replaceFirst(text, ""))
        .filter(left -> !left.equals(text) && namesSomething(left, generation))
        .filter(left -> !REFERS.isIn(left))
        .findFirst()
        .orElse(text);
  }

  /** Without what the asker tells of himself, or of that the town where he does it. */
  private static String withoutAsker(String text, Generation generation) {
    return OF_THE_ASKER.replaceFirst(
        text,
        clause ->
            namesTowns(clause.group(), generation)
                ? ""
                : WHERE_HE_WORKS.replaceFirst(
                    clause.group(),
                    where -> namesTowns(where.group(), generation) ? "" : where.group()));
  }

  /** Whether it names a town or region of the two countries, and nothing else. */
  private static boolean namesTowns(String text, Generation generation) {
    List<Term> named = names(text, generation).toList();
    return !named.isEmpty()
        && named.stream()
            .allMatch(
                term ->
                    term.kind().equals("place")
                        && term.side() != null
                        && !Composer.COUNTRIES.contains(term.id()));
  }

  private static boolean namesSomething(String text, Generation generation) {
    return names(text, generation).anyMatch(term -> !Composer.COUNTRIES.contains(term.id()));
  }

  private static Stream<Term> names(String text, Generation generation) {
    return generation.termsIn(Language.simplified(text)).stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> !term.isVocabulary());
  }

  /**
   * A question about goods with the country for a town or region of it: "to a customer in Texas".
   * Itself where it names none.
   */
  static String ofCountries(String text, Generation generation) {
    return TRADE.isIn(text) || FROM_A_PLACE.isIn(text)
        ? IN_A_PLACE.replaceAll(
            text,
            match ->
                country(match.group(2), generation)
                    .map(country -> match.group(1) + " " + country)
                    .orElse(match.group()))
        : text;
  }

  private static Optional<String> country(String place, Generation generation) {
    return generation.termsIn(place).stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> term.kind().equals("place") && term.side() != null)
        .map(term -> term.side() == Side.US ? "the United States" : "China")
        .findFirst();
  }
}
