package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
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
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * The meeting asked about by another: "after Osaka, when did they meet next", "before Busan, when
 * did they last talk"; or the first or the last of two persons. Pure functions.
 */
final class NextMeeting {
  private static final String MEET =
      "(?:meet(?:s|ing|ings)?|met|s[ai]t down|talk(?:s|ed|ing)?|spoke|speak|s[ae][ew]|rounds?"
          + "|call(?:s|ed)?|summits?)\\b";

  /** "Which round came", "the city that hosted the round": before the other. */
  private static final String WHICH =
      "^\\W*(?:(?:which|what|when|where|was|were|is|city|cities|country|place|hosted|held|saw|did|came|the|next|first|took)"
          + " )*(?:rounds?|meetings?|talks|summits?|city)(?:"
          + " (?:of|talks|was|were|is|came|held|happened|took|place|that|right|just|immediately|directly|next))*"
          + " ";

  private static final QuickPattern NEXT =
      QuickPattern.of(
          WHICH
              + "(?:after|followed|following)\\b|^\\W*what (?:came|comes) (?:right |just |next"
              + " )?after\\b|\\b(?:after|following)\\b.*\\b(?:next (?:\\w+ ){0,2}?(?:one\\b|"
              + MEET
              + ")|"
              + MEET
              + " (?:\\w+ ){0,3}?(?:next|again)\\b)"
              + "|(?:之?后|以后).*(?:再次?|下一?次|下一?轮|又)[^，。？]{0,4}(?:会谈|会晤|会面|磋商|见面|通话|谈)");

  private static final QuickPattern BETWEEN = QuickPattern.of(WHICH + "between\\b");

  private static final QuickPattern LAST =
      QuickPattern.of(
          WHICH
              + "before\\b|\\b(?:before|prior to)\\b.*\\b(?:last (?:\\w+ ){0,2}?"
              + MEET
              + "|"
              + MEET
              + " (?:\\w+ ){0,2}?last\\b)");

  private static final QuickPattern FIRST =
      QuickPattern.of(
          "^(?=.*\\b(?:when|where|dates?|days?|ever)\\b|\\W*what (?:was|is) the first [^?]{3,30}"
              + " (?:of|between)\\b).*\\bfirst (?:[\\w–-]+ ){0,4}?"
              + MEET);

  /** The last of all, and not of those before another. */
  private static final QuickPattern LATEST =
      QuickPattern.of(
          "^(?!.*\\b(?:before|after|since|until|all|every|list|times|about|over|regarding|latest"
              + " on|first to last|last"
              + " (?:year|month|week))\\b)(?:.*\\b(?:last|latest|most recent) (?:time )?(?:[\\w–-]+"
              + " ){0,5}?"
              + MEET
              + "|.*\\b"
              + MEET
              + " (?:[\\w–-]+ ){0,5}?(?:last|most"
              + " recently)\\b)|(?:最[后後近]|上)一?次.*(?:[见見]|[会會]|通[话話]|[谈談])");

  /** When or where it was, and not what was said there. */
  private static final QuickPattern WHEN =
      QuickPattern.of(
          "^\\W*(?:when|where|(?:what|which) (?:day|date|city)|what (?:was|is) (?:the|their)"
              + " (?:last|latest|most recent)|(?:their|the)?"
              + " ?(?:last|latest|most recent))\\b|[几幾]|[哪]|什[么麼][时時地]|何[时時地]");

  private static final QuickPattern LEADERS =
      QuickPattern.of("\\b(?:leaders|presidents)\\b|元首|[习習]特|特[习習]|中美.{0,5}通[话話]");

  private static final QuickPattern IN_PERSON =
      QuickPattern.of(
          "\\b(?:met|meet|meetings?|s[ai]t down|saw|in person|face to"
              + " face|city|rounds?|summits?)\\b|会面|见|会晤");

  private static final QuickPattern CALL = QuickPattern.of("\\b(?:call|phone|video|virtual)\\b");

  /** What is no meeting at all, where one by video would be. */
  private static final QuickPattern BY_PHONE = QuickPattern.of("\\b(?:call|phone)\\b");

  private static final QuickPattern FACE_TO_FACE =
      QuickPattern.of("\\b(?:in person|face to face|where|city|visit\\w*)\\b|面对面|哪[里裡儿兒]|在哪");

  private static final QuickPattern OF_CALLS =
      QuickPattern.of(
          "\\b(?:first|last|latest|recent) (?:time )?(?:[\\w–-]+"
              + " ){0,6}?call(?:s|ed)?\\b|\\b(?:on|by) (?:the )?(?:tele)?phone\\b|通[话話]");

  private static final QuickPattern OF_ROUNDS = QuickPattern.of("\\brounds?\\b");

  private static final QuickPattern OFFICIALS =
      QuickPattern.of(
          "\\b(?:negotiators?|teams?|officials|ministers|envoys|trade"
              + " (?:people|chiefs?))\\b|谈判代表|团队");

  /** "What did they say in Beijing", and not what was played there. */
  private static final QuickPattern IN_A_CAPITAL =
      QuickPattern.of(
          "\\b(?:say|said|tell|told|discuss(?:ed)?|talk(?:ed)?)\\b.*\\bin"
              + " (beijing|washington)\\b(?!['’])");

  private static final QuickPattern THEY =
      QuickPattern.of("\\b(?:they|the two(?! (?:sides|countries)))\\b|他们|两人");

  /** Before its talks and after them: arrival, press conferences, fact sheets. */
  private static final int DAYS_OF_A_VISIT = 4;

  /** Whose meetings are not those of officials. */
  private static final String LEADER = "Xi Jinping";

  private NextMeeting() {}

  /** The reading as of the day of the meeting that is asked about, where there is one. */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation) {
    MatchResult capital = reading.hasSpan() ? null : IN_A_CAPITAL.first(plan.text());
    int around = capital == null ? 0 : DAYS_OF_A_VISIT;
    return (capital == null
            ? asked(reading, plan, generation)
            : ofAVisitor(capital.group(1), plan, generation))
        .map(CorpusRecord::anchorDay)
        .map(day -> withoutNext(reading).between(day.minusDays(around), day.plusDays(around)))
        .orElse(reading);
  }

  private static Optional<CorpusRecord> asked(
      Reading reading, QueryPlan plan, Generation generation) {
    if (BETWEEN.isIn(plan.text())) {
      return between(plan, generation);
    }
    boolean isNext = NEXT.isIn(plan.text());
    if (isNext || LAST.isIn(plan.text())) {
      return named(reading, plan, generation)
          .flatMap(other -> beside(other, isNext, plan, generation));
    }
    boolean isFirst = FIRST.isIn(plan.text());
    Set<Term> both = both(plan, generation);
    boolean isOfLeaders =
        Chronicle.persons(plan, generation).isEmpty() && LEADERS.isIn(plan.text());
    if ((!isFirst && !LATEST.isIn(plan.text())) || (both.isEmpty() && !isOfLeaders)) {
      return Optional.empty();
    }
    Stream<CorpusRecord> theirs =
        meetings(generation)
            .filter(reading::spans)
            .filter(one -> !isOfLeaders || isOfLeaders(one))
            .filter(fits(both, plan, generation));
    Comparator<CorpusRecord> byDay = Comparator.comparing(CorpusRecord::anchorDay);
    return isFirst ? theirs.min(byDay) : theirs.max(byDay);
  }

  /** "Which round came between London and Madrid": the first behind the one, if it is before. */
  private static Optional<CorpusRecord> between(QueryPlan plan, Generation generation) {
    List<CorpusRecord> ends =
        SinceMeeting.ends(plan, generation).stream()
            .flatMap(end -> SinceMeeting.lastAt(generation, end.text()).stream())
            .toList();
    return ends.size() == 2
        ? beside(ends.getFirst(), true, plan, generation)
            .filter(one -> one.anchorDay().isBefore(ends.getLast().anchorDay()))
        : Optional.empty();
  }

  private static boolean isOfLeaders(CorpusRecord meeting) {
    return meeting.participants().stream().limit(2).anyMatch(LEADER::equals);
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
        && IN_A_CAPITAL.isIn(plan.text());
  }

  /** The meeting of that day; none where the reading is as of none. */
  static Optional<CorpusRecord> of(QueryPlan plan, Reading reading, Generation generation) {
    LocalDate day = reading.first();
    boolean isOfADay = reading.isRange() && day != null && day.equals(reading.last());
    return isOfADay && asksWhich(plan.text())
        ? meetings(generation)
            .filter(one -> one.anchorDay().equals(day))
            .filter(fits(both(plan, generation), plan, generation))
            .findFirst()
        : Optional.empty();
  }

  private static boolean asksWhich(String text) {
    return Stream.of(NEXT, LAST, FIRST, BETWEEN).anyMatch(one -> one.isIn(text))
        || (LATEST.isIn(text) && WHEN.isIn(text));
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

  private static boolean namesAPlace(QueryPlan plan, Generation generation) {
    return plan.termIds().stream()
        .flatMap(id -> generation.term(id).stream())
        .anyMatch(Outcomes::isWhere);
  }

  /** The meeting named: by its place, or by a time and who was there. */
  private static Optional<CorpusRecord> named(
      Reading reading, QueryPlan plan, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    return reading.first() == null || reading.last() == null
        ? SinceMeeting.named(plan, generation).filter(_ -> namesAPlace(plan, generation))
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
            : THEY.isIn(plan.text())
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
    boolean isInPerson = IN_PERSON.isIn(plan.text());
    boolean isACall = OF_CALLS.isIn(plan.text());
    boolean isARound = OF_ROUNDS.isIn(plan.text());
    boolean isOfOfficials = OFFICIALS.isIn(plan.text());
    boolean mayBeByVideo = LATEST.isIn(plan.text()) && !FACE_TO_FACE.isIn(plan.text());
    QuickPattern noMeeting = mayBeByVideo ? BY_PHONE : CALL;
    return one ->
        (!isACall || CALL.isIn(one.title()))
            && !(isInPerson && !isACall && noMeeting.isIn(one.title()))
            && !(isARound && !OF_ROUNDS.isIn(one.title()))
            && !(isOfOfficials && isOfLeaders(one))
            && Chronicle.tookPart(one, persons, generation);
  }

  private static Stream<CorpusRecord> meetings(Generation generation) {
    return generation.records().filter(record -> record.kind() == Kind.MEETING);
  }
}
