package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The meeting asked about by another: "after Osaka, when did they meet next", "before Busan, when
 * did they last talk"; or the first of two persons. Pure functions.
 */
final class NextMeeting {
  private static final String MEET =
      "(?:meet(?:s|ing|ings)?|met|s[ai]t down|talk(?:s|ed|ing)?|spoke|speak|s[ae][ew]|rounds?"
          + "|calls?|summits?)\\b";

  private static final Pattern NEXT =
      pattern(
          "\\b(?:after|following)\\b.*\\b(?:next (?:\\w+ ){0,2}?(?:one\\b|"
              + MEET
              + ")|"
              + MEET
              + " (?:\\w+ ){0,3}?(?:next|again)\\b)"
              + "|(?:之?后|以后).*(?:再次?|下一?次|下一?轮|又)[^，。？]{0,4}(?:会谈|会晤|会面|磋商|见面|通话|谈)");

  private static final Pattern LAST =
      pattern(
          "\\b(?:before|prior to)\\b.*\\b(?:last (?:\\w+ ){0,2}?"
              + MEET
              + "|"
              + MEET
              + " (?:\\w+ ){0,2}?last\\b)");

  private static final Pattern FIRST =
      pattern("^(?=.*\\b(?:when|where|dates?|days?)\\b).*\\bfirst (?:[\\w–-]+ ){0,4}?" + MEET);

  private static final Pattern IN_PERSON =
      pattern(
          "\\b(?:met|meet|s[ai]t down|saw|in person|face to"
              + " face|city|rounds?|summits?)\\b|会面|见面|会晤");

  private static final Pattern CALL = pattern("\\b(?:call|phone|video|virtual)\\b");

  private static final Pattern FIRST_CALL = pattern("\\bfirst (?:[\\w–-]+ ){0,4}?calls?\\b");

  private static final Pattern OFFICIALS =
      pattern(
          "\\b(?:negotiators?|teams?|officials|ministers|envoys|trade"
              + " (?:people|chiefs?))\\b|谈判代表|团队");

  /** "What did they say in Beijing", and not what was played there. */
  private static final Pattern IN_A_CAPITAL =
      pattern(
          "\\b(?:say|said|tell|told|discuss(?:ed)?|talk(?:ed)?)\\b.*\\bin"
              + " (beijing|washington)\\b(?!['’])");

  private static final Pattern THEY =
      pattern("\\b(?:they|the two(?! (?:sides|countries)))\\b|他们|两人");

  /** Before its talks and after them: arrival, press conferences, fact sheets. */
  private static final int DAYS_OF_A_VISIT = 4;

  /** Whose meetings are not those of officials. */
  private static final String LEADER = "Xi Jinping";

  private NextMeeting() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The reading as of the day of the meeting that is asked about, where there is one. */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation) {
    Matcher capital = IN_A_CAPITAL.matcher(plan.text());
    boolean isOfAVisit = capital.find() && !reading.hasSpan();
    int around = isOfAVisit ? DAYS_OF_A_VISIT : 0;
    return (isOfAVisit
            ? ofAVisitor(capital.group(1), plan, generation)
            : asked(reading, plan, generation))
        .map(CorpusRecord::anchorDay)
        .map(day -> withoutNext(reading).between(day.minusDays(around), day.plusDays(around)))
        .orElse(reading);
  }

  private static Optional<CorpusRecord> asked(
      Reading reading, QueryPlan plan, Generation generation) {
    boolean isNext = NEXT.matcher(plan.text()).find();
    if (isNext || LAST.matcher(plan.text()).find()) {
      return named(reading, plan, generation)
          .flatMap(other -> beside(other, isNext, plan, generation));
    }
    Set<Term> both = FIRST.matcher(plan.text()).find() ? both(plan, generation) : Set.of();
    return !both.isEmpty()
        ? meetings(generation)
            .filter(reading::spans)
            .filter(fits(both, plan, generation))
            .min(Comparator.comparing(CorpusRecord::anchorDay))
        : Optional.empty();
  }

  /** "What did Trump say in Beijing": the last meeting there of him who has to travel to it. */
  private static Optional<CorpusRecord> ofAVisitor(
      String capital, QueryPlan plan, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    Side host = capital.equalsIgnoreCase("beijing") ? Side.PRC : Side.US;
    return persons.stream().allMatch(person -> person.side() == host)
        ? Optional.empty()
        : meetings(generation)
            .filter(fits(persons, plan, generation))
            .filter(
                one ->
                    one.title().toLowerCase(Locale.ROOT).contains(capital.toLowerCase(Locale.ROOT)))
            .max(Comparator.comparing(CorpusRecord::anchorDay));
  }

  /** Whether the reading is as of the days around a meeting in the other's capital. */
  static boolean isOfAVisit(QueryPlan plan, Reading reading) {
    return reading.isRange()
        && reading.first() != null
        && reading.first().plusDays(2 * DAYS_OF_A_VISIT).equals(reading.last())
        && IN_A_CAPITAL.matcher(plan.text()).find();
  }

  /** The meeting of that day; none where the reading is as of none. */
  static Optional<CorpusRecord> of(QueryPlan plan, Reading reading, Generation generation) {
    LocalDate day = reading.first();
    boolean isOfADay = reading.isRange() && day != null && day.equals(reading.last());
    return isOfADay && Stream.of(NEXT, LAST, FIRST).anyMatch(one -> one.matcher(plan.text()).find())
        ? meetings(generation)
            .filter(one -> one.anchorDay().equals(day))
            .filter(fits(both(plan, generation), plan, generation))
            .findFirst()
        : Optional.empty();
  }

  /** The persons named, where they are of both sides. */
  private static Set<Term> both(QueryPlan plan, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    return Chronicle.sides(persons).size() > 1 ? persons : Set.of();
  }

  /** The statements with how that meeting's record opens first. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    List<Statements.Ranked> ranked = statements.ranked();
    return of(plan, reading, generation)
        .flatMap(
            meeting ->
                ranked.stream()
                    .filter(one -> one.record().equals(meeting) && one.ordinal() == 0)
                    .findFirst())
        .map(one -> one.plus(Math.max(0, ranked.getFirst().score() - one.score())))
        .map(one -> statements.withFirst(List.of(one)));
  }

  private static Reading withoutNext(Reading reading) {
    Set<Shape> shapes = new HashSet<>(reading.shapes());
    shapes.removeAll(Set.of(Shape.NEXT, Shape.LATEST, Shape.TIMELINE));
    return new Reading(
        reading.language(), shapes, reading.slots(), reading.side(), null, null, false);
  }

  /** The meeting named: by its place, or by a time and who was there. */
  private static Optional<CorpusRecord> named(
      Reading reading, QueryPlan plan, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    return reading.first() == null || reading.last() == null
        ? SinceMeeting.named(plan, generation)
        : meetings(generation)
            .filter(reading::spans)
            .filter(one -> Chronicle.tookPart(one, persons, generation))
            .max(Comparator.comparing(CorpusRecord::anchorDay));
  }

  /** The first behind the other, or the last before it. */
  private static Optional<CorpusRecord> beside(
      CorpusRecord other, boolean isNext, QueryPlan plan, Generation generation) {
    Set<Term> both = both(plan, generation);
    Set<Term> named =
        !both.isEmpty()
            ? both
            : THEY.matcher(plan.text()).find()
                ? Chronicle.present(other, generation).collect(toSet())
                : Set.of();
    Comparator<CorpusRecord> byDay = Comparator.comparing(CorpusRecord::anchorDay);
    Stream<CorpusRecord> fitting = meetings(generation).filter(fits(named, plan, generation));
    return isNext
        ? fitting.filter(one -> one.anchorDay().isAfter(other.anchorDay())).min(byDay)
        : fitting.filter(one -> one.anchorDay().isBefore(other.anchorDay())).max(byDay);
  }

  private static Predicate<CorpusRecord> fits(
      Set<Term> persons, QueryPlan plan, Generation generation) {
    boolean isInPerson = IN_PERSON.matcher(plan.text()).find();
    boolean isACall = FIRST_CALL.matcher(plan.text()).find();
    boolean isOfOfficials = OFFICIALS.matcher(plan.text()).find();
    return one ->
        (!isACall || CALL.matcher(one.title()).find())
            && !(isInPerson && CALL.matcher(one.title()).find())
            && !(isOfOfficials && one.participants().stream().limit(2).anyMatch(LEADER::equals))
            && Chronicle.tookPart(one, persons, generation);
  }

  private static Stream<CorpusRecord> meetings(Generation generation) {
    return generation.records().filter(record -> record.kind() == Kind.MEETING);
  }
}
