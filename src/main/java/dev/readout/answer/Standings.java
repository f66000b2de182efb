package dev.readout.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How measures stand, told to a question. Where there is a reader for the question, it reads the
 * lines that tell how the measures found stand, as it reads statements: the one that answers best
 * is meant. Thread-safe.
 */
final class Standings {
  /** Records among which a measure may be meant, and how far the last may be behind the first. */
  private static final int MAX_RECORDS = 8;

  private static final int MAX_OF_ANY = 16;

  private static final double MAX_BEHIND = 6;

  private static final int MAX_READ = 4;

  /** What it counts in log-odds that a title holds all that the question names. */
  private static final double NAMED_COUNTS = 8;

  /** The same that its record is one better. */
  private static final double SCORE_COUNTS = 1.2;

  /** Log-odds, by the reader, below which a standing is not what was asked for. */
  private static final double BESIDE_THE_POINT = -16;

  /** The same of a history of rates: "history of the lawsuits against the fentanyl tariff". */
  private static final double DOUBTFUL = -1;

  /**
   * Log-odds that a standing has to be ahead of the best statement to be told before it, where
   * particulars are asked: within 2, of 33 judged questions the standing answers 23, the statement
   * 31.
   */
  private static final double BETTER = 2;

  /** Log-odds that a statement is ahead of a standing beside which it alone is shown. */
  static final double MUCH_BETTER = 6.5;

  private static final Set<Slot> OF_A_PART =
      EnumSet.complementOf(EnumSet.of(Slot.STANDING, Slot.START, Slot.END, Slot.DAY));

  private static final Set<Shape> OF_THE_WHOLE = EnumSet.of(Shape.STATUS, Shape.WHEN, Shape.NOW);

  private static final double AS_WELL_NAMED = 0.2;

  private static final QuickPattern BAN =
      QuickPattern.of("\\b(?:bans?|banned|embargo|prohibit\\w*)\\b");

  private static final int LINES_REMEMBERED = 64;

  private final Generation generation;
  private final Measures measures;
  private final MeasureTitles titles;
  private final MeasureToTell told;
  private final Charges charges;

  /** What was read of the questions just asked: a line is asked for up to three times. */
  private final Cache<Line, Double> read =
      Caffeine.newBuilder().maximumSize(LINES_REMEMBERED).executor(Runnable::run).build();

  private record Line(String question, String told) {}

  Standings(Generation generation, Measures measures) {
    this.generation = generation;
    this.measures = measures;
    this.titles = new MeasureTitles(generation);
    this.told = new MeasureToTell(generation, measures);
    this.charges = new Charges(generation);
  }

  /**
   * The measure whose standing is asked for, by the reader; the rule, where a notice that pauses it
   * was found. Empty where there is no reader for the question, or no measure is named.
   */
  Optional<Evidence> meant(QueryPlan plan, List<Ranked> ranking, LocalDate day) {
    if (!plan.hasMeaning()) {
      return Optional.empty();
    }
    Ranked first = ranking.getFirst();
    List<Ranked> near =
        ranking.stream()
            .limit(AskedStanding.isWhetherAny(plan) ? MAX_OF_ANY : MAX_RECORDS)
            .filter(one -> first.score() - one.score() <= MAX_BEHIND)
            .toList();
    Ranked best =
        near.stream().filter(one -> one.record().kind().isMeasure()).findFirst().orElse(first);
    List<Ranked> named =
        near.stream()
            .filter(one -> !one.record().anchorDay().isAfter(day))
            .filter(
                one -> !Imposer.isOfABan(plan.text()) || measures.mayBan(plan, one.record(), day))
            .filter(one -> isMeant(plan, one.evidence(), one.equals(best), day))
            .toList();
    List<Ranked> chosen =
        OfToday.asksUntilWhenStopped(plan)
            ? named.stream().filter(one -> OfToday.isStopped(one.record(), day)).toList()
            : bans(plan, named);
    List<Ranked> standing =
        inForce(plan, chosen.isEmpty() ? named : chosen, day).stream()
            .limit(MAX_READ)
            .filter(one -> OfToday.successor(one.record(), day).isEmpty())
            .toList();
    List<Ranked> candidates =
        !standing.isEmpty()
            ? standing
            : chosen.isEmpty() ? named.stream().filter(best::equals).toList() : chosen;
    return candidates.stream()
        .max(
            Comparator.comparingDouble(
                one ->
                    read(plan, one.record(), day)
                        + NAMED_COUNTS * Measures.named(plan, one.evidence())
                        + (MeasureTitles.isToTheUsAsAsked(plan, one.record()) ? NAMED_COUNTS : 0)
                        + (MeasureTitles.holdsTogether(plan, one.record()) ? NAMED_COUNTS : 0)
                        + SCORE_COUNTS * one.score()))
        .map(
            one ->
                measures.ruleBehind(
                    one.evidence(), candidates.stream().map(Ranked::evidence).toList(), plan))
        .map(
            measure ->
                near.stream()
                    .map(Ranked::evidence)
                    .filter(rule -> !rule.equals(measure) && !AskedStanding.isWhetherAny(plan))
                    .filter(rule -> chosen.isEmpty() || BAN.isIn(rule.record().title()))
                    .filter(rule -> Measures.pausesOrChanges(measure.record(), rule.record()))
                    .filter(
                        rule ->
                            hasRunOut(measure.record(), day)
                                || read(plan, rule.record(), day)
                                    >= read(plan, measure.record(), day))
                    .findFirst()
                    .orElse(measure));
  }

  /** "Is the gallium ban lifted" is of the ban, and not of the licence that is still needed. */
  private static List<Ranked> bans(QueryPlan plan, List<Ranked> measures) {
    if (!BAN.isIn(plan.text())) {
      return List.of();
    }
    double most =
        measures.stream().mapToDouble(one -> Measures.named(plan, one.evidence())).max().orElse(0);
    return measures.stream()
        .filter(one -> BAN.isIn(one.record().title()) && !Measures.eases(one.record()))
        .filter(one -> Measures.named(plan, one.evidence()) > most - AS_WELL_NAMED)
        .toList();
  }

  /**
   * Whether there is any is told by one in force: of a ban by a ban, and of goods not by what is
   * known of making them.
   */
  private List<Ranked> inForce(QueryPlan plan, List<Ranked> named, LocalDate day) {
    List<Ranked> inForce =
        named.stream()
            .filter(one -> titles.isOfTheGoods(plan, one.evidence()))
            .filter(one -> !BAN.isIn(plan.text()) || BAN.isIn(one.record().title()))
            .filter(one -> !Measures.isOfKnowHow(plan, one.record()))
            .filter(
                one ->
                    named.stream()
                        .noneMatch(
                            rule ->
                                Measures.pausesOrChanges(one.record(), rule.record())
                                    && !rule.equals(one)))
            .filter(
                one ->
                    MeasureStatus.of(one.record(), day)
                        .map(MeasureStatus::current)
                        .filter(period -> period.state() == LegalState.IN_FORCE)
                        .isPresent())
            .toList();
    return AskedStanding.isWhetherAny(plan) && !inForce.isEmpty() ? inForce : named;
  }

  private double read(QueryPlan plan, CorpusRecord measure, LocalDate day) {
    return read(plan, new Verdict(Slot.STANDING, List.of(measure), day));
  }

  private boolean isMeant(QueryPlan plan, Evidence evidence, boolean isBest, LocalDate day) {
    CorpusRecord record = evidence.record();
    return record.kind().isMeasure()
        && !endsWhatIsAsked(plan, record, day)
        && MeasureTitles.isOfTheMonth(plan, record)
        && isOfThePerson(plan, record)
        && titles.isOfTheNamed(plan, evidence)
        && !titles.isOfAThirdAlone(plan, record)
        && AskedNumbers.areIn(plan, evidence)
        && (Verdicts.isNamed(plan, evidence, isBest)
            || (isBest && measures.isOnTheThings(plan, evidence)));
  }

  /** "Is the tariff that Trump announced charged": no measure of the government he is not of. */
  private boolean isOfThePerson(QueryPlan plan, CorpusRecord record) {
    Set<Side> sides = Chronicle.sides(Chronicle.persons(plan, generation));
    return sides.size() != 1
        || Composer.COUNTRIES.stream().anyMatch(plan.termIds()::contains)
        || !Imposer.isOthers(sides.iterator().next(), record.side());
  }

  /** Whether it was to last until a day that is past, and nothing is known of it since. */
  private static boolean hasRunOut(CorpusRecord record, LocalDate day) {
    return MeasureStatus.of(record, day).filter(status -> status.current() == null).isPresent();
  }

  /**
   * The standing of the best record, or, where yes or no is asked, of the measure meant, where its
   * line answers the question rather than the statement does, as the reader reads both; none where
   * nothing was read.
   */
  Optional<Verdict> byReading(
      QueryPlan plan, Reading reading, List<Ranked> ranking, Statements statements, LocalDate day) {
    boolean asksIf = AskedStanding.isYesOrNo(plan);
    boolean isThere = AskedStanding.isWhetherAny(plan);
    boolean isOfAPart =
        reading.slots().stream()
                .filter(slot -> slot != Slot.AMOUNT || !isThere)
                .anyMatch(OF_A_PART::contains)
            || OfToday.asksWhatIsDone(plan)
            || ToldApart.isADay(plan, reading, statements)
            || AskedStanding.isOfANewOne(plan, reading)
            || !OF_THE_WHOLE.containsAll(reading.shapes());
    if (isOfAPart || Penalties.isAsked(plan) || statements.read().isEmpty() || isOfAThird(plan)) {
      return Optional.empty();
    }
    Evidence best = ranking.getFirst().evidence();
    return (asksIf ? meant(plan, ranking, day) : Optional.<Evidence>empty())
        .or(() -> Optional.of(best))
        .map(measure -> told.inItsPlace(plan, reading, measure, day))
        .filter(measure -> Measures.named(plan, measure) > 0)
        .filter(measure -> !AskedDeed.isOthers(plan, measure.record()))
        .filter(measure -> !endsWhatIsAsked(plan, measure.record(), day))
        .filter(measure -> !AskedNumbers.nameARate(plan) || AskedNumbers.areIn(plan, measure))
        .filter(measure -> !titles.isOfAThirdAlone(plan, measure.record()))
        .filter(measure -> titles.isOfTheNamed(plan, measure))
        .filter(measure -> measure.equals(best) || titles.holdsTheNames(plan, measure))
        .filter(measure -> !isThere || MeasureTitles.holdsTheGoods(plan, measure))
        .flatMap(
            measure ->
                MeasureStatus.of(measure.record(), day)
                    .filter(status -> !leavesOpen(status) || tellsIfAllowed(plan, measure, day)))
        .map(status -> verdict(status, reading))
        .filter(verdict -> !isToldApart(plan, verdict, statements))
        .filter(verdict -> read(plan, verdict) + ahead(plan) > statements.readOfFirst().orElse(0));
  }

  private static double ahead(QueryPlan plan) {
    if (AskedStanding.isIfAllowed(plan)) {
      return MUCH_BETTER;
    }
    return Reads.isOfParticulars(plan) ? -BETTER : 0;
  }

  /** What a rule in force allows is said by its note, if its title names all that is asked. */
  private static boolean tellsIfAllowed(QueryPlan plan, Evidence measure, LocalDate day) {
    return !AskedStanding.isOfPermission(plan)
        || (measure.record().statusNote() != null
            && OfToday.successor(measure.record(), day).isEmpty()
            && Measures.named(plan, measure) >= Verdicts.MEANT_EXACTLY);
  }

  /** Whether the reader, if there is one for the question, takes a standing for an answer to it. */
  boolean isToThePoint(QueryPlan plan, Verdict verdict) {
    return !plan.hasMeaning() || read(plan, verdict) >= BESIDE_THE_POINT;
  }

  /** Whether the reader, if there is one for the question, finds the answer in recorded rates. */
  boolean isAnAnswer(QueryPlan plan, Verdict verdict) {
    return !plan.hasMeaning() || read(plan, verdict) >= DOUBTFUL;
  }

  /**
   * Whether the first statement answers so much better that no standing is to open the answer. What
   * a measure that is over or paused says never does, and whether something may be done is told by
   * how the rule stands.
   */
  boolean isBehind(QueryPlan plan, Verdict verdict, Statements statements) {
    CorpusRecord measure = verdict.records().getFirst();
    return isToldApart(plan, verdict, statements)
        || (verdict.isOfAWhole()
            && !AskedStanding.isIfAllowed(plan)
            && !statements.read().isEmpty()
            && !(!Counted.isAsked(plan)
                && MeasureStatus.of(measure, verdict.day())
                    .filter(status -> !leavesOpen(status) || OfToday.isOver(measure, verdict.day()))
                    .isPresent()
                && verdict.records().contains(statements.ranked().getFirst().record()))
            && statements.readOfFirst().orElse(0) - read(plan, verdict) > MUCH_BETTER);
  }

  private boolean isToldApart(QueryPlan plan, Verdict verdict, Statements statements) {
    return ToldApart.isTold(plan, verdict, statements, () -> read(plan, verdict), generation);
  }

  private double read(QueryPlan plan, Verdict verdict) {
    String line = VerdictText.asRead(verdict);
    Line asked = new Line(plan.text(), line);
    Double known = read.getIfPresent(asked);
    if (known != null) {
      return known;
    }
    OptionalDouble logit = generation.read(plan.text(), verdict.records().getFirst(), line);
    logit.ifPresent(value -> read.put(asked, value));
    return logit.orElse(0);
  }

  /** Whether another government is asked about than the two whose measures are recorded. */
  boolean isOfAThird(QueryPlan plan) {
    return Imposer.isAThirdAsked(
        plan,
        id ->
            generation
                .term(id)
                .filter(term -> term.kind().equals("place") && term.side() == null)
                .isPresent());
  }

  /**
   * "Are the tariffs in effect?" is not told by the standing of what ends them, nor whether any is
   * paid on goods by a duty that is over.
   */
  boolean endsWhatIsAsked(QueryPlan plan, CorpusRecord record, LocalDate day) {
    return (OfToday.isOver(record, day) && charges.isAskedIfPaid(plan))
        || (record.title().startsWith("The end of ") && !plan.text().contains("end"))
        || (!record.rates().isEmpty()
            && record.rates().stream().allMatch(rate -> rate.rate().equals("0%")));
  }

  /** In force, or replaced by what says now what is allowed. */
  static boolean leavesOpen(MeasureStatus status) {
    return status.current() != null
        && (status.current().state() == LegalState.IN_FORCE
            || status.current().state() == LegalState.SUPERSEDED);
  }

  /** Of what both agreed, what is to extend it. */
  private Stream<String> extensions(CorpusRecord measure) {
    return measure.side() != Side.JOINT
        ? Stream.empty()
        : measure.relates().stream()
            .filter(
                id ->
                    generation
                        .find(id)
                        .filter(one -> MeasureToTell.isExtendedBy(measure, one))
                        .isPresent());
  }

  Verdict verdict(MeasureStatus status, Reading reading) {
    List<CorpusRecord> records = new ArrayList<>();
    records.add(status.measure());
    Stream.concat(
            Stream.of(status.current(), status.isStated() ? null : status.before(), status.next())
                .filter(Objects::nonNull)
                .map(StandingPeriod::by),
            Stream.concat(
                status.measure().standing().unassessed().stream(), extensions(status.measure())))
        .flatMap(id -> generation.find(id).stream())
        .filter(record -> !records.contains(record))
        .distinct()
        .forEach(records::add);
    Verdict told =
        new Verdict(reading.asks(Slot.END) ? Slot.END : Slot.STANDING, records, status.day());
    return reading.asks(Slot.START) ? told.ofTheStart() : told;
  }
}
