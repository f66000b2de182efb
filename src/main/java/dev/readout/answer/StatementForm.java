package dev.readout.answer;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a text holds that can fill a slot: days, numbers with their units, persons, places, numbers
 * of papers, reasons. Of a statement without the bracket at its end, which names its document.
 * Immutable.
 *
 * @param subject id of the first person or body that it names: who says or does what it tells; null
 *     for none
 * @param commas how many things it may list
 * @param hasSeries whether it names three or more of a kind
 */
record StatementForm(
    Named named,
    @Nullable String subject,
    boolean hasCitation,
    boolean hasReason,
    boolean hasState,
    boolean hasEnd,
    boolean hasStart,
    boolean hasChange,
    boolean isDefinition,
    int commas,
    boolean hasSeries) {

  /** What a statement is from, at its end: "(Busan meeting, 30 October 2025)". */
  private static final Pattern ATTRIBUTION =
      Pattern.compile("\\s*\\([^()]*[0-9]{4}\\)(?=[.]?\\s*$)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}0-9.&&[^\\p{IsHan}]])[0-9][0-9,]*(?:\\.[0-9]+)?(?![\\p{L}&&[^\\p{IsHan}]])|\\b(?:one|two|three|four|five|six|seven|eight"
              + "|nine|ten|eleven|twelve|dozen|hundred|half|twice|third|quarter|doubled|tripled|double)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> NUMERALS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final Pattern PERCENT =
      Pattern.compile(
          "[0-9] ?(?:%|per ?cent|percentage)|percent|百分|个点|趴", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONEY =
      Pattern.compile(
          "\\$|dollar|yuan|\\beuros?\\b|(?:billion|million|trillion)|美元(?!首)|亿元|欧元|人民币",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REASON =
      Pattern.compile(
          "\\b(?:because|since (?:it|they|the)|reasons?|on (?:the )?grounds?|citing|cited|in"
              + " response|respond\\w*|answer(?:ed|s|ing)?|retaliat\\w*|in order to|aim(?:ed|s)?"
              + " (?:at|to)|purpose|to (?:protect|curb|stop|prevent|deny|safeguard|punish|press)|on"
              + " national.security grounds|under (?:the )?(?:law|section|ieepa|article)|based"
              + " on|rest(?:s|ed) on|accus\\w+|violat\\w+|discriminat\\w+|had"
              + " (?:broken|helped|harmed|taken part)|due to|over (?:its|their|the)|authority)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE =
      Pattern.compile(
          "\\b(?:suspend\\w*|in force|in effect|took effect|takes"
              + " effect|applie[sd]|expire\\w*|rescind\\w*|revok\\w*|withdr\\w*|lift\\w*|extend\\w*|until|through|end(?:s|ed)|replac\\w*|supersed\\w*|stop\\w*|remain\\w*|still|struck"
              + " down|terminat\\w*|paus\\w*|void\\w*|repeal\\w*)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern END =
      Pattern.compile(
          "\\b(?:until|through|expire\\w*|end(?:s|ed|ing)?|runs? out|lapse\\w*|to [0-9]{1,2}"
              + " \\p{Lu}\\p{L}+ 20[0-9]{2}|for (?:one|a|another|[0-9]+)"
              + " (?:year|day|month)\\w*|[0-9]+[ -]days?|deadline|by [0-9]{1,2} \\p{Lu})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern START =
      Pattern.compile(
          "\\b(?:from [0-9]{1,2} \\p{Lu}|since [0-9]{1,2} \\p{Lu}|took effect|takes?"
              + " effect|effective|in force (?:since|from|on)|entered into force|appl(?:y|ies|ied)"
              + " (?:from|since|on|the same)|began|begins?|start\\w*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(?:raised?|lifted|cut|lowered|doubled|increased?|reduced?|fell|rose|from [0-9.]+"
              + " to|from .{3,40} to|changed|then|first|later|replaced)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITION =
      Pattern.compile(
          "^(?:\\P{L}*)(?:[^.;:]{2,90}?) (?:is|are|was|were|means?|stands? for|refers?"
              + " to|names?|covers?|lets?|allows?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ACTORS = Set.of("person", "agency", "company");

  /** Three or more of a kind: "tungsten, tellurium and bismuth". */
  private static final Pattern SERIES =
      Pattern.compile("[^,;.:]{2,60}(?:, [^,;.:]{2,60})+,? (?:and|or|&) ");

  private static final Pattern COMMA = Pattern.compile(",|;| and |、");

  /**
   * What a text names, which a question may give itself. Immutable.
   *
   * @param days first and last day of each, the same in whatever language
   * @param numbers digits without separators; written-out small numbers as digits
   * @param persons ids of terms
   * @param places ids of terms
   * @param bodies ids of terms that are agencies, companies, courts, lists
   * @param counted what its Chinese counts
   */
  record Named(
      Set<String> days,
      Set<String> numbers,
      Set<String> persons,
      Set<String> places,
      Set<String> bodies,
      boolean hasPercent,
      boolean hasMoney,
      ChineseMeasure counted) {
    Named {
      days = Set.copyOf(days);
      numbers = Set.copyOf(numbers);
      persons = Set.copyOf(persons);
      places = Set.copyOf(places);
      bodies = Set.copyOf(bodies);
    }

    /** Of a question, in whatever language. */
    static Named of(String question, Generation generation) {
      String text = ATTRIBUTION.matcher(question).replaceFirst("");
      return of(text, CitationMention.in(text), question, generation);
    }

    private static Named of(
        String text, List<CitationMention> citations, String chinese, Generation generation) {
      StringBuilder rest = new StringBuilder(text);
      Set<String> days = new HashSet<>();
      for (DateMention date : DateMention.in(text)) {
        days.add(date.first() + "/" + date.last());
        blank(rest, date.start(), date.end());
      }
      citations.forEach(citation -> blank(rest, citation.start(), citation.end()));
      List<Term> terms =
          generation.termsIn(text).stream()
              .map(generation::term)
              .flatMap(Optional::stream)
              .toList();
      return new Named(
          days,
          numbersIn(rest),
          ids(terms, Set.of("person")),
          ids(terms, Set.of("place")),
          ids(terms, Set.of("agency", "company", "forum")),
          PERCENT.matcher(rest).find(),
          MONEY.matcher(rest).find(),
          ChineseMeasure.of(chinese));
    }
  }

  static StatementForm of(Statement statement, Generation generation) {
    return of(statement.text(), Objects.requireNonNullElse(statement.zh(), ""), generation);
  }

  static StatementForm of(String statement, String chinese, Generation generation) {
    String text = ATTRIBUTION.matcher(statement).replaceFirst("");
    List<CitationMention> citations = CitationMention.in(text);
    return new StatementForm(
        Named.of(text, citations, chinese, generation),
        subject(text, generation),
        !citations.isEmpty(),
        REASON.matcher(text).find(),
        STATE.matcher(text).find(),
        END.matcher(text).find(),
        START.matcher(text).find(),
        CHANGE.matcher(text).find(),
        DEFINITION.matcher(text).find(),
        (int) COMMA.matcher(text).results().count(),
        SERIES.matcher(text).find());
  }

  private static @Nullable String subject(String text, Generation generation) {
    if (StatementOrder.isSilent(text)) {
      return null; // it tells nothing of theirs
    }
    return generation.termsIn(text).stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> ACTORS.contains(term.kind()))
        .map(Term::id)
        .findFirst()
        .orElse(null);
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

  private static Set<String> numbersIn(CharSequence text) {
    Set<String> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String number = matcher.group().toLowerCase(Locale.ROOT).replaceAll(",", "");
      int numeral = NUMERALS.indexOf(number);
      numbers.add(numeral < 0 ? number : Integer.toString(numeral));
    }
    return numbers;
  }

  /** Whether it fills the slot by something that the question does not give itself. */
  boolean fills(Slot slot, Named given) {
    return switch (slot) {
      case END ->
          hasEnd && (hasNew(named.days, given.days) || hasNew(named.numbers, given.numbers));
      case START -> hasNew(named.days, given.days) && hasStart;
      case DAY -> hasNew(named.days, given.days);
      case PERSON -> hasNew(named.persons, given.persons);
      case BODY -> hasNew(named.bodies, given.bodies);
      case AMOUNT ->
          hasNew(named.numbers, given.numbers)
              && (!given.hasPercent || named.hasPercent)
              && (!given.hasMoney || named.hasMoney)
              && named.counted.answers(given.counted);
      case PLACE -> hasNew(named.places, given.places);
      case CITATION -> hasCitation;
      case REASON -> hasReason;
      case LIST -> hasSeries && commas >= given.counted.things() - 2;
      case STANDING -> hasState;
      case DEFINITION -> isDefinition;
      case CHANGE -> hasChange;
    };
  }

  private static boolean hasNew(Set<String> held, Set<String> given) {
    return !given.containsAll(held);
  }
}
