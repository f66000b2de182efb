package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
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
  private static final double AS_GOOD = 2;

  /** The same where it is asked when something ends. */
  static final double AS_GOOD_AN_END = 4;

  /** The same where it is asked what was agreed. */
  static final double AS_GOOD_A_RESULT = 5;

  /** The same where it is asked what comes next. */
  static final double AS_GOOD_A_PLAN = 8;

  /** Past every day, counted from 1970. */
  static final long DAYS_OF_ALL_TIME = 1_000_000;

  private static final int MAX_DAYS_OF_AN_END = 3;

  static final Pattern AN_END =
      Pattern.compile(
          "\\b(?:end(?:s|ed|ing)?|until|through|expir\\w+|laps\\w+|extend\\w*|runs? out|ran"
              + " out)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What an account does not say: it seldom answers, but where accounts are compared. */
  private static final QuickPattern SILENT =
      QuickPattern.of(
          "\\b(?:did|does|do) not (?:mention|name|repeat|speak|contain|give|single out|list|set"
              + " out)\\b|\\b(?:names?|gives?|gave|mentions?) no\\b|\\bnot"
              + " (?:mentioned|named)\\b|\\bsays nothing\\b");

  /** "When did it end": when it first did, and not the end announced last. */
  private static final Pattern PAST = Pattern.compile("\\bdid\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS_WHAT_WAS_AGREED =
      Pattern.compile("\\bagree(?:[ds]|ment)?\\b|达成|商定|共识", Pattern.CASE_INSENSITIVE);

  private static final Pattern AGREED =
      Pattern.compile(
          "\\b(?:agreed (?:to|on|that)|reached|consensus|framework|outcomes?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXACT_WORDS =
      Pattern.compile(
          "\\b(?:exact(?:ly)? (?:words?|say|said)|quote[ds]?|verbatim|literally|wording|phrase)\\b"
              + "|原话|原文",
          Pattern.CASE_INSENSITIVE);

  private StatementOrder() {}

  /**
   * The statements in the order in which they are taken.
   *
   * @param plan the question
   * @param places its tokens that name a place
   * @param asOf the day from which on something is still ahead
   */
  static List<Statements.Ranked> of(
      QueryPlan plan,
      List<Integer> places,
      Reading reading,
      List<Statements.Ranked> ranked,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    return reading.asks(Shape.SEQUENCE)
        ? oneOfEach(events(reading, ranked))
        : wholeFirst(
            plan,
            reading,
            meetingsFirst(
                places,
                Openings.first(
                    plan, inOrder(plan, places, reading, ranked, verdict, asOf), reading),
                reading));
  }

  /**
   * Best first; where the latest is asked for, of the best the newest; where fields have answered,
   * what proves them.
   */
  private static List<Statements.Ranked> inOrder(
      QueryPlan plan,
      List<Integer> places,
      Reading reading,
      List<Statements.Ranked> ranked,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    List<Statements.Ranked> order = new ArrayList<>(ranked);
    double best = ranked.getFirst().score();
    Statements.Ranked rule = OfToday.successor(plan, reading, ranked, asOf);
    Optional<ToLongFunction<Statements.Ranked>> last = LastOfAKind.asked(plan, ranked);
    if (verdict != null) {
      // What proves it first: of a paused rule, the notice that pauses it.
      List<CorpusRecord> proofs = verdict.records().reversed();
      order.sort(
          Comparator.comparingInt(
                  (Statements.Ranked one) ->
                      proofs.contains(one.record()) ? proofs.indexOf(one.record()) : proofs.size())
              .thenComparingInt(
                  one ->
                      verdict.slot() != Slot.AMOUNT && proofs.contains(one.record())
                          ? one.ordinal()
                          : 0));
    } else if (ChineseOrder.isOfOneThing(plan, reading)) {
      order = ChineseOrder.ofOneThing(plan, ranked);
    } else if (Composer.asksBoth(reading, order.getFirst().record())) {
      order =
          asksWhatWasAgreed(plan)
              ? first(ranked, best - AS_GOOD_A_RESULT, one -> agrees(one) ? 1 : 0)
              : accountsFirst(plan, places, reading, ranked);
    } else if (reading.asks(Shape.NEXT)) {
      order = Planned.first(plan, reading, ranked, asOf);
    } else if (last.isPresent()) {
      order = first(ranked, best - AS_GOOD_A_PLAN, last.get());
    } else if (reading.asks(Shape.LATEST)) {
      order = first(ranked, best - AS_GOOD, newestOfTold(plan, reading));
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
    } else if ((reading.asks(Shape.NOW) || Verdicts.asksIfAllowed(plan))
        && OfToday.isOver(order.getFirst().record(), asOf)) {
      order =
          first(ranked, best - AS_GOOD_AN_END, one -> OfToday.isOver(one.record(), asOf) ? 0 : 1);
    } else if (reading.asks(Shape.NOW)) {
      order =
          first(
              ranked,
              best - (ChineseLead.asksWhatWasBought(plan) ? AS_GOOD_AN_END : AS_GOOD),
              newestOfTold(plan, reading));
    } else if (reading.asks(Slot.END) && !reading.hasSpan() && !PAST.matcher(plan.text()).find()) {
      order = first(ranked, best - AS_GOOD_AN_END, StatementOrder::lastDay);
    } else if (OfToday.asksOfAVisit(plan, reading)) {
      order = first(ranked, best - AS_GOOD_AN_END, one -> one.record().anchorDay().toEpochDay());
    } else if (rule != null) {
      order = first(ranked, best - AS_GOOD_A_RESULT, one -> one.equals(rule) ? 1 : 0);
    } else if (isSilent(order.getFirst())) {
      Statements.Ranked silent = order.getFirst();
      order =
          first(
              ranked,
              best - AS_GOOD,
              one -> !isSilent(one) && Composer.namedBy(plan, silent).allMatch(one::holds) ? 1 : 0);
    } else {
      order = ChineseOrder.of(plan, reading, ranked);
    }
    return order;
  }

  /** What tells most of what is asked; of that the newest. */
  private static ToLongFunction<Statements.Ranked> newestOfTold(QueryPlan plan, Reading reading) {
    ToLongFunction<Statements.Ranked> told = ChineseLead.told(plan, reading);
    return one ->
        isSilent(one)
            ? Long.MIN_VALUE
            : told.applyAsLong(one) * DAYS_OF_ALL_TIME + one.record().anchorDay().toEpochDay();
  }

  static boolean asksWhatWasAgreed(QueryPlan plan) {
    return ASKS_WHAT_WAS_AGREED.matcher(plan.text()).find();
  }

  /** A few words of a quotation do not lead where something else comes near, unless asked for. */
  private static List<Statements.Ranked> wholeFirst(
      QueryPlan plan, Reading reading, List<Statements.Ranked> order) {
    Statements.Ranked lead = order.getFirst();
    if (!isFragment(lead) || reading.asks(Shape.SPEECH) || asksForExactWords(plan)) {
      return order;
    }
    return order.stream()
        .filter(one -> !isFragment(one) && lead.score() - one.score() <= AS_GOOD_AN_END)
        .min(Comparator.comparing(one -> !one.record().equals(lead.record())))
        .map(
            whole ->
                Stream.concat(Stream.of(whole), order.stream().filter(one -> !one.equals(whole)))
                    .toList())
        .orElse(order);
  }

  static boolean asksForExactWords(QueryPlan plan) {
    return EXACT_WORDS.matcher(plan.text()).find();
  }

  /** Whether it is a few words of a quotation, of which no one can tell who says what of whom. */
  private static boolean isFragment(Statements.Ranked one) {
    String text = one.statement().text();
    return one.statement().voice() == Voice.VERBATIM && !Character.isUpperCase(text.charAt(0));
  }

  private static boolean isSilent(Statements.Ranked one) {
    return isSilent(one.statement().text());
  }

  /** Whether it tells what an account does not say. */
  static boolean isSilent(String text) {
    return SILENT.isIn(text);
  }

  private static boolean agrees(Statements.Ranked one) {
    String text = StatementForm.withoutAttribution(one.statement().text());
    return AGREED.matcher(text).find()
        || (one.record().kind() == Kind.MEETING && Outcomes.isResult(text));
  }

  /**
   * Both governments' accounts of the meeting at the place named, where there are both; entries
   * that explain a word last, unless nothing else comes near.
   */
  private static List<Statements.Ranked> accountsFirst(
      QueryPlan plan, List<Integer> places, Reading reading, List<Statements.Ranked> ranked) {
    Set<String> meetings = meetingsAt(plan, places, ranked);
    Predicate<Statements.Ranked> isAccount = one -> meetings.contains(meeting(one.record()));
    Predicate<Statements.Ranked> isEntry = one -> one.record().kind() == Kind.GLOSSARY;
    boolean isOfBoth =
        ranked.stream()
            .filter(isAccount)
            .map(one -> one.record().side())
            .collect(toSet())
            .containsAll(Set.of(Side.US, Side.PRC));
    double least = ranked.getFirst().score() - AS_GOOD_AN_END;
    boolean isOfWords = ranked.stream().filter(one -> one.score() >= least).allMatch(isEntry);
    return ranked.stream()
        .sorted(
            Comparator.comparing((Statements.Ranked one) -> isOfBoth && !isAccount.test(one))
                .thenComparing(one -> !isOfWords && isEntry.test(one))
                .thenComparing(
                    one ->
                        ChineseLead.asksWhatWasSaid(plan, reading)
                            && ChineseLead.setsTheScene(one)))
        .toList();
  }

  /** The meetings held at the place, where the question names but one; by the titles of records. */
  private static Set<String> meetingsAt(
      QueryPlan plan, List<Integer> places, List<Statements.Ranked> ranked) {
    if (places.size() != 1) {
      return Set.of();
    }
    QueryToken place = plan.tokens().get(places.getFirst());
    List<Integer> words =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).isWithin(place))
            .boxed()
            .toList();
    return ranked.stream()
        .filter(one -> words.stream().anyMatch(word -> one.evidence().inTitle()[word]))
        .map(Statements.Ranked::record)
        .filter(record -> record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
        .map(StatementOrder::meeting)
        .collect(toSet());
  }

  static String meeting(CorpusRecord record) {
    return Objects.requireNonNullElse(record.meeting(), record.id());
  }

  /** Where two meetings are compared, the best of each first. */
  private static List<Statements.Ranked> meetingsFirst(
      List<Integer> places, List<Statements.Ranked> order, Reading reading) {
    if (!reading.asks(Shape.COMPARISON) || reading.side() != null || places.size() < 2) {
      return order;
    }
    Stream<Statements.Ranked> each =
        places.stream()
            .flatMap(
                place ->
                    order.stream()
                        .filter(one -> one.evidence().inTitle()[place])
                        .filter(
                            one ->
                                places.stream()
                                    .filter(other -> !other.equals(place))
                                    .noneMatch(one::holds))
                        .limit(1));
    return Stream.concat(each, order.stream()).distinct().toList();
  }

  /** Of the statements about as good as the best, those first that have most of something. */
  static List<Statements.Ranked> first(
      List<Statements.Ranked> ranked, double least, ToLongFunction<Statements.Ranked> most) {
    Predicate<Statements.Ranked> asGood = one -> one.score() >= least;
    Stream<Statements.Ranked> first =
        ranked.stream().filter(asGood).sorted(Comparator.comparingLong(most).reversed());
    return Stream.concat(first, ranked.stream().filter(asGood.negate())).toList();
  }

  /** Those first that name a day, of the time asked about where there is one. */
  private static List<Statements.Ranked> events(Reading reading, List<Statements.Ranked> ranked) {
    Map<Boolean, List<Statements.Ranked>> byTime =
        ranked.stream().collect(partitioningBy(one -> days(one).anyMatch(reading::spans)));
    List<Statements.Ranked> ofTheTime = requireNonNull(byTime.get(true));
    return reading.hasSpan() && !ofTheTime.isEmpty()
        ? ofTheTime
        : Stream.concat(ofTheTime.stream(), requireNonNull(byTime.get(false)).stream()).toList();
  }

  /** The best of each record first, unless a compiled history leads. */
  private static List<Statements.Ranked> oneOfEach(List<Statements.Ranked> events) {
    Set<CorpusRecord> told = new HashSet<>();
    Map<Boolean, List<Statements.Ranked>> byNews =
        events.stream().collect(partitioningBy(one -> told.add(one.record())));
    return events.getFirst().record().kind() == Kind.EXPLAINER
        ? events
        : Stream.of(true, false)
            .flatMap(first -> requireNonNull(byNews.get(first)).stream())
            .toList();
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

  /**
   * The last day of a statement that tells of an end: of several ends, the one announced last. None
   * of a statement that lists many days, which are of many things.
   */
  private static long lastDay(Statements.Ranked one) {
    String text = one.statement().text();
    List<LocalDate> days =
        DateMention.in(text).stream().map(DateMention::last).filter(Objects::nonNull).toList();
    return days.size() <= MAX_DAYS_OF_AN_END && AN_END.matcher(text).find()
        ? days.stream().mapToLong(LocalDate::toEpochDay).max().orElse(Long.MIN_VALUE)
        : Long.MIN_VALUE;
  }
}
