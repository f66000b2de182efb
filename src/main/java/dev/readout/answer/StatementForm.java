package dev.readout.answer;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text holds that can fill a slot: days, numbers with their units, persons, places, numbers
 * of papers, reasons. Of a statement without the bracket at its end, which names its document. Each
 * is looked for when it is first asked about, since a question asks about few of them. Thread-safe;
 * what it holds never changes.
 */
final class StatementForm {

  /** What a statement is from, at its end: "(Busan meeting, 30 October 2025)". */
  private static final QuickPattern ATTRIBUTION =
      QuickPattern.exactly("\\s*\\([^()]*[0-9]{4}\\)(?=[.]?\\s*$)");

  // What a match may begin with is looked at first: of most places it rules out all the rest.
  private static final QuickPattern NUMBER =
      QuickPattern.of(
          "(?=[0-9])(?<![\\p{L}0-9.&&[^\\p{IsHan}]])[0-9][0-9,]*(?:\\.[0-9]+)?(?![\\p{L}&&[^\\p{IsHan}]])|(?=[otfsendhq])\\b(?:one|two|three|four|five|six|seven|eight"
              + "|nine|ten|eleven|twelve|dozen|hundred|half|twice|third|quarter|doubled|tripled|double)\\b");

  private static final List<String> NUMERALS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** So many things that are asked for by their number. */
  static final Pattern SO_MANY =
      Pattern.compile(
          "\\b(?:which|what|the|all|name|list)(?: of)?(?: the)?"
              + " (three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String PERCENT_WORDS = "[0-9] ?(?:%|per ?cent|percentage)|percent|百分|个点|趴";
  private static final QuickPattern SHARE =
      QuickPattern.of("\\b(?:share|proportion|percentage|fraction|ratio|relative to)\\b");
  private static final Set<String> ACTORS = Set.of("person", "agency", "company");

  /** A capital that is no government. */
  private static final QuickPattern IN_A_CAPITAL =
      QuickPattern.exactly(
          "\\b(?:in|at|to|from|visit\\w*|reach\\w*|,) (?:Washington|Beijing)\\b|:"
              + " (?:Washington|Beijing),");

  /** "On TikTok, Xi said": whose words they are comes behind it. */
  private static final QuickPattern OPENING =
      QuickPattern.exactly("^(?:On|About|As to|Of|For)(?: [^\\s,;]+){1,4}, ");

  private static final QuickPattern COMMA = QuickPattern.exactly(",|;| and |、");

  /** Words that a statement has or lacks. */
  private enum Mark {
    REASON(
        1,
        "\\b(?:because|since (?:it|they|the)|reasons?|on (?:the )?grounds?|citing|cited|in"
            + " response|respond\\w*|answer(?:ed|s|ing)?|retaliat\\w*|in order to|aim(?:ed|s)?"
            + " (?:at|to)|purpose|to (?:protect|curb|stop|prevent|deny|safeguard|punish|press)|on"
            + " national.security grounds|under (?:the )?(?:law|section|ieepa|article)|based"
            + " on|rest(?:s|ed) on|accus\\w+|violat\\w+|discriminat\\w+|had"
            + " (?:broken|failed|helped|harmed|taken part)|pos(?:e|es|ed|ing)|risks?|due to|over"
            + " (?:its|their|the)|authority)\\b"),
    STATE(
        4,
        "\\b(?:suspend\\w*|in force|in effect|took effect|takes"
            + " effect|applie[sd]|expire\\w*|rescind\\w*|revok\\w*|withdr\\w*|lift\\w*|extend\\w*|until|through|end(?:s|ed)|replac\\w*|supersed\\w*|stop\\w*|remain\\w*|still|struck"
            + " down|terminat\\w*|paus\\w*|void\\w*|repeal\\w*)\\b"),
    END(
        16,
        "\\b(?:until|through|expire\\w*|end(?:s|ed|ing)?|runs? out|lapse\\w*|to [0-9]{1,2}"
            + " \\p{Lu}\\p{L}+ 20[0-9]{2}|for (?:one|a|another|[0-9]+)"
            + " (?:year|day|month)\\w*|[0-9]+[ -]days?|deadline|by [0-9]{1,2} \\p{Lu})\\b"),
    START(
        64,
        "\\b(?:from [0-9]{1,2} \\p{Lu}|since [0-9]{1,2} \\p{Lu}|took effect|takes?"
            + " effect|effective|in force (?:since|from|on)|entered into force|appl(?:y|ies|ied)"
            + " (?:from|since|on|the same)|began|begins?|start\\w*)"),
    CHANGE(
        256,
        "\\b(?:raised?|lifted|cut|lowered|doubled|increased?|reduced?|fell|rose|from [0-9.]+"
            + " to|from .{3,40} to|changed|then|first|later|replaced)\\b"),
    DEFINITION(
        1024,
        "^(?:\\P{L}*)(?:[^.;:]{2,90}?) (?:is|are|was|were|means?|stands? for|refers?"
            + " to|names?|covers?|lets?|allows?)\\b"),

    /** Three or more of a kind: "tungsten, tellurium and bismuth". */
    SERIES(
        4096,
        "(?-i)[^,;.:]{2,60}(?:, [^,;.:]{2,60})+,? (?:and|or|&) |; [^;]{3,};"
            + " |\\bfirst\\b.*\\bsecond\\b.*\\bthird\\b"),
    PERCENT(16_384, PERCENT_WORDS),
    MONEY(
        65_536,
        "(?=[$dyebmt美亿欧人])(?:\\$|dollar|yuan|\\beuros?\\b|(?:billion|million|trillion)|美元(?!首)|亿元|欧元|人民币)"),
    FRACTION(
        262_144,
        PERCENT_WORDS
            + "|\\b(?:half|thirds?|quarters?)\\b|\\bof (?:the |its |all )?[0-9]|\\b[0-9]+ of"
            + " (?:the|its|all)\\b");

    /** The first of its two bits. */
    private final int bit;

    private final Pattern pattern;

    Mark(int bit, String pattern) {
      this.bit = bit;
      this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
  }

  /**
   * Its figures.
   *
   * @param days first and last day of each, the same in whatever language
   * @param numbers digits without separators; written-out small numbers as digits
   */
  private record Figures(Set<String> days, Set<String> numbers, boolean hasCitation) {
    static Figures of(String text) {
      if (text.chars().noneMatch(Character::isDigit)) {
        return new Figures(Set.of(), StatementForm.numbers(text), false);
      }
      StringBuilder rest = new StringBuilder(text);
      Set<String> days = new HashSet<>();
      for (DateMention date : DateMention.in(text)) {
        days.add(date.first() + "/" + date.last());
        blank(rest, date.start(), date.end());
      }
      List<CitationMention> citations = CitationMention.in(text);
      citations.forEach(citation -> blank(rest, citation.start(), citation.end()));
      return new Figures(
          Set.copyOf(days), StatementForm.numbers(rest.toString()), !citations.isEmpty());
    }
  }

  /**
   * Ids of the terms that it names.
   *
   * @param towns places that are neither of the two countries, nor capitals for governments
   * @param bodies agencies, companies, courts, lists
   * @param subject the first of the persons and bodies, who says or does what it tells
   */
  private record Named(
      Set<String> persons,
      Set<String> towns,
      Set<String> bodies,
      Set<String> companies,
      Optional<String> subject) {
    static Named in(String text, Generation generation) {
      List<Term> terms = terms(text, generation).toList();
      boolean isInACapital = IN_A_CAPITAL.isIn(text);
      return new Named(
          ids(terms, Set.of("person")),
          ids(
              terms.stream()
                  .filter(term -> !Composer.COUNTRIES.contains(term.id()))
                  .filter(term -> isInACapital || !Composer.CAPITALS.contains(term.id()))
                  .toList(),
              Set.of("place")),
          ids(terms, Set.of("agency", "company", "forum")),
          ids(terms, Set.of("company")),
          StatementOrder.isSilent(text) // it tells nothing of theirs
              ? Optional.empty()
              : terms(OPENING.replaceFirst(text, ""), generation)
                  .filter(term -> ACTORS.contains(term.kind()))
                  .map(Term::id)
                  .findFirst());
    }
  }

  private static Stream<Term> terms(String text, Generation generation) {
    return generation.termsIn(text).stream().flatMap(id -> generation.term(id).stream());
  }

  private final String text;
  private final String chinese;
  private volatile @Nullable Figures figures;
  private volatile @Nullable Named named;
  private volatile @Nullable List<DateMention> times;
  private volatile @Nullable ChineseForm inChinese;

  /** For each mark, a bit that it has been looked for, and one that it is there. */
  private volatile int marks;

  private StatementForm(String text, String chinese) {
    this.text = withoutAttribution(text);
    this.chinese = chinese;
  }

  /** A statement without the bracket at its end. */
  static String withoutAttribution(String text) {
    return text.indexOf('(') < 0 ? text : ATTRIBUTION.replaceFirst(text, "");
  }

  static StatementForm of(Statement statement) {
    return new StatementForm(statement.text(), Objects.requireNonNullElse(statement.zh(), ""));
  }

  /** Of a question, in whatever language. */
  static StatementForm of(String question) {
    return new StatementForm(question, question);
  }

  /** Whether it, or its record, is of the time asked about. */
  boolean isOfTheTime(CorpusRecord record, Reading reading) {
    return reading.spans(record)
        || (reading.hasAYearIn(text)
            && times().stream()
                .filter(day -> day.precision() != DateMention.Precision.YEAR || reading.isLong())
                .anyMatch(reading::touches));
  }

  private List<DateMention> times() {
    List<DateMention> known = times;
    if (known == null) {
      known = DateMention.in(AskedTime.withYears(text));
      times = known;
    }
    return known;
  }

  private Figures figures() {
    Figures known = figures;
    if (known == null) {
      known = Figures.of(text);
      figures = known;
    }
    return known;
  }

  private Named named(Generation generation) {
    Named known = named;
    if (known == null) {
      known = Named.in(text, generation);
      named = known;
    }
    return known;
  }

  private ChineseForm inChinese() {
    ChineseForm known = inChinese;
    if (known == null) {
      known = ChineseForm.of(chinese);
      inChinese = known;
    }
    return known;
  }

  private boolean has(Mark mark) {
    int isThere = mark.bit << 1;
    int known = marks;
    if ((known & mark.bit) == 0) {
      known |= mark.bit | (mark.pattern.matcher(text).find() ? isThere : 0);
      marks = known;
    }
    return (known & isThere) != 0;
  }

  private static Set<String> ids(List<Term> terms, Set<String> kinds) {
    return terms.stream()
        .filter(term -> kinds.contains(term.kind()))
        .map(Term::id)
        .collect(Collectors.toSet());
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }

  private static Set<String> numbers(String text) {
    return NUMBER.in(text).stream()
        .map(match -> match.group().toLowerCase(Locale.ROOT).replace(",", ""))
        .map(
            number -> {
              int numeral = NUMERALS.indexOf(number);
              return numeral < 0 ? number : Integer.toString(numeral);
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Id of the first person or body that it names: who says or does what it tells. */
  Optional<String> subject(Generation generation) {
    return named(generation).subject();
  }

  /**
   * Whether it fills the slot by something that the question does not give itself.
   *
   * @param generation any whose terms are those that it is kept for
   */
  boolean fills(Slot slot, StatementForm question, Generation generation) {
    return switch (slot) {
      case END -> has(Mark.END) && (hasNewDay(question) || hasNewNumber(question));
      case START -> has(Mark.START) && hasNewDay(question);
      case DAY -> hasNewDay(question);
      case PERSON -> hasNew(Named::persons, question, generation);
      case BODY ->
          hasNew(
              question.inChinese().asksForCompany() ? Named::companies : Named::bodies,
              question,
              generation);
      case AMOUNT ->
          hasNewNumber(question)
              && (!question.has(Mark.PERCENT) || has(Mark.PERCENT))
              && (!SHARE.isIn(question.text) || has(Mark.FRACTION))
              && (!question.has(Mark.MONEY) || has(Mark.MONEY))
              && (!areChinese(question)
                  || inChinese().counted().answers(question.inChinese().counted()));
      case PLACE ->
          hasNew(Named::towns, question, generation)
              || (question.inChinese().hasBuilding() && inChinese().hasBuilding());
      case CITATION -> figures().hasCitation;
      case REASON ->
          (areChinese(question) && !question.inChinese().asksBasis())
              ? inChinese().hasReason()
              : has(Mark.REASON);
      case LIST -> lists(question);
      case STANDING -> has(Mark.STATE);
      case DEFINITION -> has(Mark.DEFINITION);
      case CHANGE -> has(Mark.CHANGE);
    };
  }

  private boolean areChinese(StatementForm question) {
    return question.inChinese().isWritten() && inChinese().isWritten();
  }

  private boolean lists(StatementForm question) {
    ChineseMeasure asked = question.inChinese().counted();
    return (areChinese(question) && asked.things() > 0)
        ? inChinese().listed() >= asked.things() - 1 && inChinese().counted().answers(asked)
        : text.contains(", ")
            && has(Mark.SERIES)
            && COMMA.in(text).stream().count() >= Math.max(asked.things(), things(question)) - 2;
  }

  /** How many things a question says it wants, "which six announcements"; 0 where it does not. */
  private static int things(StatementForm question) {
    Matcher asked = SO_MANY.matcher(question.text);
    return asked.find() ? NUMERALS.indexOf(asked.group(1).toLowerCase(Locale.ROOT)) : 0;
  }

  /** In Chinese, where a day or month is asked for, one that is named so exactly. */
  private boolean hasNewDay(StatementForm question) {
    Set<String> days = figures().days;
    return hasNew(
        question.inChinese().isWritten()
            ? days.stream()
                .filter(day -> lasts(day) <= question.inChinese().daysAsked())
                .collect(Collectors.toSet())
            : days,
        question.figures().days);
  }

  /** How many days, the first and last included; 1 where either is not known. */
  private static long lasts(String days) {
    String[] ends = days.split("/", 2);
    return ends[0].equals(ends[1]) || days.contains("null")
        ? 1
        : ChronoUnit.DAYS.between(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])) + 1;
  }

  private boolean hasNewNumber(StatementForm question) {
    return hasNew(figures().numbers, question.figures().numbers);
  }

  private boolean hasNew(
      Function<Named, Set<String>> ids, StatementForm question, Generation generation) {
    return hasNew(ids.apply(named(generation)), ids.apply(question.named(generation)));
  }

  private static boolean hasNew(Set<String> held, Set<String> given) {
    return !given.containsAll(held);
  }
}
