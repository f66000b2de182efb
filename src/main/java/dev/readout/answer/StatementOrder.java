package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the statements of an answer are taken: the best first, but where the question
 * asks for a time (what ends, what is next, what is the latest, what happened when), for accounts
 * side by side, or where fields have answered. Without state.
 */
final class StatementOrder {
  /** Where the latest is asked for, statements as near as this are put in order of time. */
  static final double AS_GOOD = 2;

  /** The same where it is asked when something ends. */
  static final double AS_GOOD_AN_END = 4;

  /** The same where it is asked what was agreed. */
  static final double AS_GOOD_A_RESULT = 5;

  /** The same where it is asked what comes next. */
  static final double AS_GOOD_A_PLAN = 8;

  /** So far ahead the best leads, whatever rule there is, but for those of what holds today. */
  private static final double MUCH_BETTER = 3;

  /** Past every day, counted from 1970. */
  static final long DAYS_OF_ALL_TIME = 1_000_000;

  /** What an account does not say: it seldom answers, but where accounts are compared. */
  private static final QuickPattern SILENT =
      QuickPattern.of(
          "\\b(?:did|does|do) not (?:mention|name|repeat|speak|contain|give|single out|list|set"
              + " out)\\b|\\b(?:names?|gives?|gave|mentions?) no\\b|\\bnot"
              + " (?:mentioned|named|discussed)\\b|\\bsays nothing\\b");

  private static final QuickPattern OF_MENTION =
      QuickPattern.of(
          "\\b(?:mention|name|list|say|said|tell|includ|contain|refer|confirm|repeat)\\w*\\b");

  private static final QuickPattern EXEMPT =
      QuickPattern.of(
          "\\b(?:exempt\\w*|exceptions?|exclu(?:ded|sions?)|spared|carve-?outs?|carved"
              + " out|(?:does|do|did|are|is|were) not"
              + " (?:apply|cover(?:ed)?|pay|reach|caught|subject))\\b");

  /** "When did it end": when it first did, and not the end announced last. */
  private static final QuickPattern PAST = QuickPattern.of("\\bdid\\b");

  private static final QuickPattern ASKS_WHAT_WAS_AGREED =
      QuickPattern.of(
          "\\b(?:agree(?:[ds]|ment)?|promis(?:ed?|es)|commit(?:ted|ments?)?)\\b|达成|商定|共识");

  private static final QuickPattern AGREED =
      QuickPattern.of(
          "\\b(?:agreed (?:to|on|that)|reached|consensus|framework|outcomes?|deliverables)\\b");

  /**
   * Places of the question's tokens that name where something was, and of those that name a matter:
   * neither a place, nor who spoke or where they meet.
   */
  record Named(List<Integer> places, List<Integer> matters) {
    static final Named NOTHING = new Named(List.of(), List.of());

    private static final Set<String> SPEAKERS = Set.of("person", "agency", "forum", "event");

    static Named in(QueryPlan plan, Generation generation) {
      return new Named(
          of(plan, generation, term -> term.kind().equals("place")),
          of(
              plan,
              generation,
              term ->
                  !term.isVocabulary()
                      && !term.kind().equals("place")
                      && !SPEAKERS.contains(term.kind())));
    }

    /** Places of the names that are of such a kind, and no government. */
    static List<Integer> of(QueryPlan plan, Generation generation, Predicate<Term> kind) {
      List<QueryToken> tokens = plan.tokens();
      return IntStream.range(0, tokens.size())
          .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM)
          .filter(i -> generation.term(tokens.get(i).text()).filter(kind).isPresent())
          .filter(i -> !Composer.isGovernment(plan, tokens.get(i)))
          .boxed()
          .toList();
    }
  }

  private StatementOrder() {}

  /**
   * The statements in the order in which they are taken.
   *
   * @param plan the question
   * @param named what it names
   * @param asOf the day from which on something is still ahead
   */
  static List<Statements.Ranked> of(
      QueryPlan plan,
      Named named,
      Reading reading,
      List<Statements.Ranked> ranked,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    List<Statements.Ranked> order = byRule(plan, named, reading, ranked, verdict, asOf);
    Statements.Ranked best = ranked.getFirst();
    boolean isOfAnyDay =
        plan.hasMeaning()
            && reading.language() == Language.EN
            && !reading.asks(Slot.END)
            && !reading.asks(Shape.DEFINITION)
            && !OfToday.asksForASuccessor(plan)
            && !OfToday.asksIfKept(plan)
            && !LastOfAKind.asksWhatWasBought(plan)
            && !AskedDeed.isOthers(plan, best)
            && Stream.of(Shape.NEXT, Shape.LATEST, Shape.NOW).noneMatch(reading::asks);
    return verdict == null && isOfAnyDay && best.score() - order.getFirst().score() > MUCH_BETTER
        ? Stream.concat(Stream.of(best), order.stream()).distinct().toList()
        : order;
  }

  private static List<Statements.Ranked> byRule(
      QueryPlan plan,
      Named named,
      Reading reading,
      List<Statements.Ranked> ranked,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    return reading.asks(Shape.SEQUENCE) || (verdict != null && verdict.isOfLists())
        ? ranked
        : Fragments.last(
            plan,
            reading,
            timelyFirst(
                reading,
                verdict,
                meetingsFirst(
                    plan,
                    named.places(),
                    reading.asks(Shape.COMPARISON)
                        ? inOrder(plan, named, reading, ranked, verdict, asOf)
                        : Openings.first(
                            plan, inOrder(plan, named, reading, ranked, verdict, asOf), reading),
                    reading)));
  }

  /** What is of another time than the one asked about does not lead where another comes near. */
  private static List<Statements.Ranked> timelyFirst(
      Reading reading, @Nullable Verdict verdict, List<Statements.Ranked> order) {
    Statements.Ranked lead = order.getFirst();
    return verdict != null || !reading.isRange() || isOfTheTime(lead, reading)
        ? order
        : first(order, lead.score() - AS_GOOD_AN_END, one -> isOfTheTime(one, reading) ? 1 : 0);
  }

  /** Whether a statement, or its record, is of the time asked about. */
  static boolean isOfTheTime(Statements.Ranked one, Reading reading) {
    return StatementForm.of(one.statement()).isOfTheTime(one.record(), reading);
  }

  /**
   * Best first; where the latest is asked for, of the best the newest; where fields have answered,
   * what proves them.
   */
  private static List<Statements.Ranked> inOrder(
      QueryPlan plan,
      Named named,
      Reading reading,
      List<Statements.Ranked> ranked,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    List<Statements.Ranked> order = new ArrayList<>(ranked);
    double best = ranked.getFirst().score();
    Statements.Ranked rule = OfToday.successor(plan, reading, ranked, asOf);
    Optional<AskedDeed> deed = AskedDeed.in(plan);
    Optional<ToLongFunction<Statements.Ranked>> last =
        LastOfAKind.asked(plan, named.matters(), ranked);
    if (verdict != null) {
      order = Proofs.first(plan, reading, ranked, verdict, named);
    } else if (ChineseOrder.isOfOneThing(plan, reading)) {
      order = ChineseOrder.ofOneThing(plan, ranked);
    } else if (Composer.asksBoth(reading, order.getFirst().record())) {
      order =
          asksWhatWasAgreed(plan)
              ? first(ranked, best - AS_GOOD_A_RESULT, one -> agrees(one) ? 1 : 0)
              : Accounts.first(plan, named, reading, ranked);
    } else if (reading.asks(Shape.NEXT)) {
      order = Planned.first(plan, reading, ranked, asOf);
    } else if (last.isPresent()) {
      order = first(ranked, best - AS_GOOD_A_PLAN, last.get());
    } else if (reading.asks(Shape.LATEST)) {
      order = Newest.first(plan, reading, ranked, asOf);
    } else if (OfToday.isAsked(plan, reading) && OfToday.isBygone(order.getFirst(), asOf)) {
      order =
          first(
              ranked,
              best - AS_GOOD_A_PLAN,
              one -> OfToday.isBygone(one, asOf) ? 0 : one.filled() > 0 ? 2 : 1);
    } else if (ChineseLead.isOfToday(plan, reading)
        && ChineseLead.isBygone(order.getFirst(), asOf)) {
      order =
          first(
              ranked,
              best - AS_GOOD_A_PLAN,
              one ->
                  ChineseLead.isBygone(one, asOf)
                      ? 0
                      : 1 + ChineseLead.told(plan, reading).applyAsLong(one));
    } else if ((reading.asks(Shape.NOW)
            || AskedStanding.isOfPermission(plan)
            || OfToday.asksWhatStands(plan, reading)
            || OfToday.asksWhatIsDone(plan))
        && OfToday.isOfThePast(order.getFirst().record(), asOf)) {
      order =
          first(
              ranked,
              best - AS_GOOD_A_RESULT,
              one -> OfToday.isOfThePast(one.record(), asOf) ? 0 : 1);
    } else if (reading.asks(Shape.NOW) && !AskedStanding.isOfPermission(plan)) {
      ToLongFunction<Statements.Ranked> newest = Newest.ofTold(plan, reading);
      order =
          first(
              ranked,
              best - (ChineseLead.asksWhatWasBought(plan) ? AS_GOOD_AN_END : AS_GOOD),
              one -> OfToday.tellsOfThen(one, asOf) ? Long.MIN_VALUE : newest.applyAsLong(one));
    } else if (reading.asks(Slot.END) && !reading.hasSpan() && !PAST.isIn(plan.text())) {
      order = first(ranked, best - AS_GOOD_AN_END, LastDay::of);
    } else if (OfToday.asksOfAVisit(plan, reading)) {
      order = first(ranked, best - AS_GOOD_AN_END, one -> one.record().anchorDay().toEpochDay());
    } else if (OfToday.asksForASuccessor(plan)) {
      order = first(ranked, best - AS_GOOD_A_PLAN, one -> OfToday.tellsASuccessor(one) ? 1 : 0);
    } else if (EXEMPT.isIn(plan.text()) && !reading.asks(Shape.COMPARISON)) {
      order = first(ranked, best - AS_GOOD, one -> EXEMPT.isIn(one.statement().text()) ? 1 : 0);
    } else if (rule != null && rule.score() >= best - AS_GOOD_A_RESULT) {
      order =
          first(
              ranked,
              best - AS_GOOD_A_RESULT,
              one -> one.equals(rule) ? 2 : OfToday.isOver(one.record(), asOf) ? 0 : 1);
    } else if (Retaliation.isAsked(plan)) {
      order = first(ranked, best - AS_GOOD_AN_END, one -> Retaliation.isTold(one) ? 1 : 0);
    } else if (deed.isPresent() && deed.get().isOthers(order.getFirst())) {
      order = first(ranked, best - AS_GOOD_A_PLAN, one -> deed.get().isOthers(one) ? 0 : 1);
    } else if (isSilent(order.getFirst())) {
      Statements.Ranked silent = order.getFirst();
      boolean isOfMention = OF_MENTION.isIn(plan.text());
      order =
          first(
              ranked,
              best - (isOfMention ? AS_GOOD : AS_GOOD_AN_END),
              one ->
                  !isSilent(one)
                          && Composer.namedBy(plan, silent)
                              .allMatch(
                                  i ->
                                      one.holds(i) || (!isOfMention && one.evidence().inTitle()[i]))
                      ? 1
                      : 0);
    } else {
      order = ChineseOrder.of(plan, reading, ranked);
    }
    return reading.asks(Slot.END) ? LastDay.withCaveat(order) : order;
  }

  static boolean asksWhatWasAgreed(QueryPlan plan) {
    return ASKS_WHAT_WAS_AGREED.isIn(plan.text());
  }

  static boolean isSilent(Statements.Ranked one) {
    return isSilent(one.statement().text());
  }

  /** Whether it tells what an account does not say. */
  static boolean isSilent(String text) {
    return SILENT.isIn(text);
  }

  private static boolean agrees(Statements.Ranked one) {
    String text = StatementForm.withoutAttribution(one.statement().text());
    return AGREED.isIn(text) || (one.record().kind() == Kind.MEETING && Outcomes.isResult(text));
  }

  /** Id of the meeting that a record is or belongs to; its own id where there is none. */
  static String meeting(CorpusRecord record) {
    return Objects.requireNonNullElse(record.meeting(), record.id());
  }

  /** Where two meetings are compared, the best of each first. */
  private static List<Statements.Ranked> meetingsFirst(
      QueryPlan plan, List<Integer> places, List<Statements.Ranked> order, Reading reading) {
    if (!reading.asks(Shape.COMPARISON) || reading.side() != null || places.size() < 2) {
      return order;
    }
    Stream<Statements.Ranked> each =
        places.stream()
            .flatMap(
                place ->
                    order.stream()
                        .filter(one -> isInTitle(plan, place, one))
                        .filter(
                            one ->
                                places.stream()
                                    .filter(other -> !other.equals(place))
                                    .noneMatch(one::holds))
                        .limit(1));
    return Stream.concat(each, order.stream()).distinct().toList();
  }

  /** Whether its title names the place, be it within the name of a meeting there. */
  static boolean isInTitle(QueryPlan plan, int place, Statements.Ranked one) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).isWithin(tokens.get(place)))
        .anyMatch(i -> one.evidence().inTitle()[i]);
  }

  /** Of the statements about as good as the best, those first that have most of something. */
  static List<Statements.Ranked> first(
      List<Statements.Ranked> ranked, double least, ToLongFunction<Statements.Ranked> most) {
    Predicate<Statements.Ranked> asGood = one -> one.score() >= least;
    Stream<Statements.Ranked> first =
        ranked.stream().filter(asGood).sorted(Comparator.comparingLong(most).reversed());
    return Stream.concat(first, ranked.stream().filter(asGood.negate())).toList();
  }

  /** The days that a statement names, the first of a month; "No. 6 of 2025" is no event. */
  static Stream<LocalDate> days(Statements.Ranked one) {
    return days(one.statement().text());
  }

  static Stream<LocalDate> days(String text) {
    return DateMention.in(text).stream()
        .filter(date -> date.precision() != DateMention.Precision.YEAR)
        .map(DateMention::first)
        .filter(Objects::nonNull);
  }
}
