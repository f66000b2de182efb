package dev.readout.answer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a time that nothing more is asked of, "what happened in October 2025?", or the
 * meetings of the persons named, one after another. Pure functions.
 */
final class Chronicle {
  private static final QuickPattern HAPPENED =
      QuickPattern.of(
          "\\b(?:happen(?:s|ed|ing)?|took place|went on|going on|what['’ ]?i?s"
              + " new|events|reconstruct|chronicle|(?:all|every|each)(?: of)?(?: the| their)?"
              + " (?:\\w+ )?(?:meetings?|calls?|talks)|what (?:(?:\\w+"
              + " )?(?:measures|steps|moves|actions|restrictions) )?(?:did|has|have) [^?]{2,30}"
              + " (?:do|done|take|taken|impose|imposed|announce|announced))\\b|发生了什么|大事");

  private static final QuickPattern MEETINGS =
      QuickPattern.of(
          "\\b(?:calls?|conversations?|in person|phone(?:d|"
              + " calls?)?|spoke|speak|meet(?:s|ings?)?|met|sat down|talks?|rounds?|contacts?"
              + "|encounters?|sessions?|visits?|summits?)\\b|会谈|会晤|会面|通话|见面|见[了过]");

  private static final QuickPattern IN_PERSON =
      QuickPattern.of("\\b(?:in person|face to face|in the flesh)\\b|面对面");

  /** Asks for more than one of them. */
  private static final QuickPattern SEVERAL =
      QuickPattern.of(
          "\\b(?:all|every|each|list|how often|times|when"
              + " (?:did|have)|meetings|calls)\\b|历次|日子|日期|[几哪]次|按(?:时间|顺序|先后)");

  private static final QuickPattern CALLS =
      QuickPattern.of("\\b(?:calls?|phone|video|virtual)\\b|通话");

  /** What is said of a meeting and of a call alike. */
  private static final QuickPattern SPEAKING = QuickPattern.of("\\b(?:spoke|speak|phone)\\b");

  /** What stands for a bound that has lost its name. */
  private static final QuickPattern BOUND =
      QuickPattern.of(
          "\\b(?:between|from|and|to|until) (?:the"
              + " )?\\s*(?:rounds?|talks|meeting|summit|session)\\b");

  private static final QuickPattern FROM =
      QuickPattern.of("\\b(?:from|since|after)\\s+(?:the\\s+)?$");

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!;。？！；])\\s*(?=\\S)");

  /** What may stand around the time and the persons. */
  private static final Pattern ASKS_NO_MORE =
      Pattern.compile(
          "(?:\\W|\\b(?:what|whats|when|where|which|how|who|has|have|had|did|do|was|were|is|are|s|so|far"
              + "|all|every|each|else|in|on|at|of|by|for|from|to|and|then|with|between|since|until"
              + "|during|over|the|a|their|our|me|us|please|pls|us-china|happen(?:s|ed|ing)?|took"
              + "|take|place|went|going|events?|reconstruct|chronicle|chronology|timeline|history"
              + "|list|give|show|tell|walk|through|order|sequence|dates?|city|cities|rounds?|negotiat(?:ions?|ing)|spring|summer|autumn|fall|winter|"
              + AskedTime.MONTH
              + "|[0-9]{4}|they|sat|down|together|calls?|phone[ds]?|spoke|speak"
              + "|meet(?:s|ings?)?|met|talks?|contacts?|encounters?|sessions?|visits?|summits?|conversations?|there|ones?|war|(?:first|start)"
              + " to (?:last|end|finish)|while|see|saw|his|her|chinese|american|opposite|number|counterparts?"
              + "|weeks?|months?|days?|year|could|can|someone|you|one|after|another|step|often|many|times|do|does|done|taken?|imposed?|announced?|(?:last|this|past)(?="
              + " (?:few"
              + " )?(?:weeks?|months?|years?))|few|new|measures?|steps?|moves?|actions?|restrictions?|everything|things"
              + "|presidents?|leaders?|trade|relations|been|held|or|as|can|it|them|line|up"
              + "|date|per(?:son)?|face|places?|time|exactly|day|week|month|by|early|mid|late)\\b"
              + "|发生了什么|大事|会谈|会晤|会面|通话|见面|中美|之间|有哪些|历次|日子|日期|[哪几]次面?|[按捋梳理列]|时间|顺序|先后|一下|一[共遍]|分别|通[了过]|见[了过]|什么|时间线|[的了都在和与年月日])*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s–-]+");

  /** Of a day, where many are asked about. */
  private static final int MOST_OF_A_DAY = 2;

  /** One is no line of them. */
  private static final int LEAST_OF_MEETINGS = 2;

  private Chronicle() {}

  /** The reading as that of a timeline, where what happened in a time is asked for. */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation) {
    LocalDate end = end(reading, generation);
    boolean isOfATime = end != null && HAPPENED.isIn(plan.text());
    boolean isOfMeetings =
        SEVERAL.isIn(plan.text())
            && MEETINGS.isIn(plan.text())
            && sides(persons(plan, generation)).size() > 1;
    boolean isAsked = (isOfATime || isOfMeetings) && asksNoMore(plan, generation);
    return isAsked
        ? new Reading(
            reading.language(),
            Set.of(Shape.SEQUENCE, Shape.TIMELINE),
            Set.of(),
            null,
            reading.first(),
            end == null ? reading.last() : end,
            reading.isRange())
        : reading;
  }

  /**
   * The last day of the time asked about; of "since July" that of the sources, unless it began
   * after that, or more than a year before: of so much some steps would pass for all. Null for
   * none.
   */
  private static @Nullable LocalDate end(Reading reading, Generation generation) {
    LocalDate first = reading.first();
    LocalDate reached = generation.info().reachesTo();
    if (first == null || reading.last() != null) {
      return first == null ? null : reading.last();
    }
    boolean isOfLate =
        reached != null && !first.isAfter(reached) && first.isAfter(reached.minusYears(1));
    return isOfLate ? reached : null;
  }

  /** The records of a timeline of nothing but a time or persons, the oldest first; else none. */
  static List<CorpusRecord> of(QueryPlan plan, Reading reading, Generation generation) {
    if (!reading.asks(Shape.SEQUENCE)) {
      return List.of();
    }
    Set<Term> persons = persons(plan, generation);
    List<QueryToken> bounds = SinceMeeting.ends(plan, generation);
    boolean isOfMeetings = MEETINGS.isIn(without(bounds, plan.text()));
    boolean isOfATime =
        persons.isEmpty() && reading.first() != null && (isOfMeetings || reading.last() != null);
    if (!(isOfATime || (!persons.isEmpty() && isOfMeetings)) || !asksNoMore(plan, generation)) {
      return List.of();
    }
    boolean isOfCalls =
        CALLS.isIn(plan.text())
            && !MEETINGS.isIn(SPEAKING.replaceAll(CALLS.replaceAll(plan.text(), ""), ""));
    List<CorpusRecord> ends =
        bounds.stream()
            .flatMap(end -> SinceMeeting.lastAt(generation, end.text()).stream())
            .toList();
    boolean isInPerson = IN_PERSON.isIn(plan.text());
    @Nullable Side side = persons.isEmpty() ? side(plan) : null;
    Map<LocalDate, Integer> ofDay = new HashMap<>();
    int mostOfADay =
        reading.first() != null && reading.first().equals(reading.last())
            ? Integer.MAX_VALUE
            : MOST_OF_A_DAY;
    List<CorpusRecord> events =
        generation
            .records()
            .filter(record -> record.kind() == Kind.MEETING || (!isOfMeetings && isDone(record)))
            .filter(record -> !reading.hasSpan() || reading.spans(record))
            .filter(record -> side == null || side == record.side())
            .filter(record -> !isOfCalls || isCall(record))
            .filter(record -> !isInPerson || !isCall(record))
            .filter(record -> tookPart(record, persons, generation))
            .filter(record -> persons.isEmpty() || !ends.contains(record))
            .sorted(mostNamed(generation))
            .filter(record -> ofDay.merge(record.anchorDay(), 1, Integer::sum) <= mostOfADay)
            .limit(Sequences.MAX_STEPS)
            .sorted(Comparator.comparing(CorpusRecord::anchorDay))
            .toList();
    return events.size() < LEAST_OF_MEETINGS && !isOfATime ? List.of() : events;
  }

  /** The text without the meetings that begin and end the time, "the Madrid round". */
  private static String without(List<QueryToken> bounds, String text) {
    StringBuilder rest = new StringBuilder(text);
    bounds.reversed().forEach(one -> rest.delete(one.start(), one.end()));
    return bounds.isEmpty() ? text : BOUND.replaceAll(rest.toString(), " ");
  }

  static boolean isCall(CorpusRecord record) {
    return CALLS.isIn(record.title());
  }

  private static boolean isDone(CorpusRecord record) {
    return record.kind().isMeasure() && record.published() != null;
  }

  /** Of each side that persons are named of, one took part. */
  static boolean tookPart(CorpusRecord meeting, Set<Term> persons, Generation generation) {
    Set<Term> present = present(meeting, generation).filter(persons::contains).collect(toSet());
    return sides(present).equals(sides(persons)) && (persons.isEmpty() || !present.isEmpty());
  }

  /** Who is recorded as taking part. */
  static Stream<Term> present(CorpusRecord meeting, Generation generation) {
    return meeting.participants().stream()
        .flatMap(name -> generation.termsIn(name).stream())
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> term.kind().equals("person"));
  }

  static Set<Side> sides(Set<Term> persons) {
    return persons.stream().map(Term::side).filter(Objects::nonNull).collect(toSet());
  }

  /** Those first that most records name: the more, the more it matters. */
  static Comparator<CorpusRecord> mostNamed(Generation generation) {
    Map<String, Long> naming =
        generation
            .records()
            .flatMap(
                one ->
                    Stream.concat(one.relates().stream(), Stream.ofNullable(one.meeting()))
                        .distinct())
            .collect(groupingBy(identity(), counting()));
    return Comparator.comparingLong((CorpusRecord record) -> -naming.getOrDefault(record.id(), 0L))
        .thenComparing(CorpusRecord::id);
  }

  /** The places of the names of persons among the tokens. */
  static List<Integer> people(QueryPlan plan, Generation generation) {
    return StatementOrder.Named.of(plan, generation, term -> term.kind().equals("person"));
  }

  static Set<Term> persons(QueryPlan plan, Generation generation) {
    return plan.tokens().stream()
        .flatMap(token -> personsOf(plan, token, generation))
        .collect(toSet());
  }

  /** The one government that is named; null for none or both. */
  private static @Nullable Side side(QueryPlan plan) {
    List<Side> named = Stream.of(Side.US, Side.PRC).filter(side -> isNamed(plan, side)).toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private static boolean isNamed(QueryPlan plan, Side side) {
    return plan.termIds().contains(side == Side.US ? "united-states" : "china");
  }

  /** Whom a name names, also that of their meeting: "Trump-Xi meetings". */
  static Stream<Term> personsOf(QueryPlan plan, QueryToken token, Generation generation) {
    return token.kind() != QueryToken.Kind.TERM
        ? Stream.empty()
        : Stream.of(plan.written(token))
            .flatMap(name -> Stream.concat(Stream.of(name), BETWEEN_NAMES.splitAsStream(name)))
            .flatMap(name -> generation.termsIn(name).stream())
            .flatMap(id -> generation.term(id).stream())
            .filter(term -> term.kind().equals("person"));
  }

  /** "From Florida 2017 on": where the first of them was. */
  private static boolean isStart(QueryPlan plan, QueryToken token, Generation generation) {
    return token.kind() == QueryToken.Kind.TERM
        && generation.term(token.text()).filter(Outcomes::isWhere).isPresent()
        && FROM.isIn(plan.text().substring(0, token.start()));
  }

  /** Whether nothing is named but a time, who met, and the meetings that begin and end the time. */
  private static boolean asksNoMore(QueryPlan plan, Generation generation) {
    StringBuilder rest = new StringBuilder(plan.text());
    List<QueryToken> ends = SinceMeeting.ends(plan, generation);
    plan.tokens().stream()
        .filter(
            token ->
                token.kind() == QueryToken.Kind.DATE
                    || ends.contains(token)
                    || isStart(plan, token, generation)
                    || Composer.isGovernment(plan, token)
                    || token.text().equals(Composer.BOTH_COUNTRIES)
                    || personsOf(plan, token, generation).findAny().isPresent())
        .forEach(
            token ->
                rest.replace(token.start(), token.end(), " ".repeat(token.end() - token.start())));
    return Stream.concat(Stream.of(rest), SENTENCE.splitAsStream(rest).filter(HAPPENED::isIn))
        .anyMatch(one -> ASKS_NO_MORE.matcher(one).matches());
  }
}
