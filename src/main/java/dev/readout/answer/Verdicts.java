package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the record whose fields fill the slot of a question, and composes the verdict from them.
 * None where the question asks for more than the record as a whole: then a statement answers.
 * Thread-safe.
 */
final class Verdicts {
  /** A record this much less likely than the best is not the one asked about. */
  private static final double MAX_BEHIND = 2.5;

  /** Meanings put records further apart. */
  private static final double MAX_BEHIND_BY_MEANING = 3.4;

  /** The same of one that has a rate for the goods named. */
  private static final double CHARGES_BEHIND = 4;

  private static final int MAX_RECORDS = 6;

  /** Share of the question that the title holds from which the record as a whole is meant. */
  private static final double NAMED = 0.3;

  /** The same of the best record. */
  private static final double NAMED_BY_THE_BEST = 0.15;

  /** The same where a day of the record could be taken for that of something in it. */
  static final double MEANT_EXACTLY = 0.6;

  private static final double STEP = 0.1;

  /** What fields of a measure can fill. */
  private static final Set<Slot> SLOTS =
      EnumSet.of(Slot.STANDING, Slot.END, Slot.START, Slot.CITATION, Slot.AMOUNT);

  /** Whether a licence is needed, on which many rules speak, is no one rule's standing. */
  private static final QuickPattern NEEDS_LICENCE =
      QuickPattern.exactly(
          "(?:用不用|要不要|需不需要|是否需要|需要|还要|还用|还得|还需).{0,6}(?:许可|批准|审批|牌照|执照)|(?:许可|牌照|执照).{0,4}(?:用不用|要不要|是否需要|还[要用得需])");

  /** "Until when could we file comments", "how long was it to last": no end of the measure now. */
  private static final QuickPattern OF_SOMETHING_ELSE =
      QuickPattern.of(
          "\\b(?:comments?|rebuttals?|hearings?|submissions?|how long (?:was|were|did|had))\\b");

  /** "The citation of the notice that paused the rule": not the rule's. */
  private static final QuickPattern PAUSING =
      QuickPattern.of(
          "\\bcit\\w+"
              + " .*\\b(?:stay(?:s|ed|ing)?|suspen(?:ds|ded|ding|sion)|paus(?:e|es|ed|ing)|postpon(?:es|ed|ing|ement)|delay(?:s|ed|ing)?)\\b");

  private static final QuickPattern OF_A_PROPOSAL =
      QuickPattern.of("\\b(?:propos|draft|plan)|拟|提[议案]|草案|建议|计划");

  /** What has changed the standing of a rule, so that the day asked about is that of the change. */
  private static final Set<LegalState> CHANGED =
      EnumSet.of(
          LegalState.SUSPENDED, LegalState.SUPERSEDED, LegalState.RESCINDED, LegalState.EXPIRED);

  /** "哪天取消": the first day of the measure that by its title ends something. */
  private static final QuickPattern AN_END = QuickPattern.exactly("取消|终止|撤销|废止|废除|停掉|停收|停止|移出");

  private static final Set<Slot> OF_AN_END = EnumSet.of(Slot.DAY, Slot.STANDING);

  private final Generation generation;
  private final Measures measures;
  private final Standings standings;
  private final Charges charges;
  private final FurtherDuties further;
  private final RateHistory history;
  private final TakingPart takingPart;
  private final MeasureTitles titles;
  private final MeasureToTell told;

  Verdicts(Generation generation, Measures measures, Standings standings) {
    this.generation = generation;
    this.measures = measures;
    this.standings = standings;
    this.charges = new Charges(generation);
    this.further = new FurtherDuties(generation);
    this.history = new RateHistory(generation, charges);
    this.takingPart = new TakingPart(generation);
    this.titles = new MeasureTitles(generation);
    this.told = new MeasureToTell(generation, measures);
  }

  Optional<Verdict> of(QueryPlan plan, Reading reading, List<Ranked> ranking, LocalDate day) {
    List<Evidence> near = first(ranking, plan.hasMeaning() ? MAX_BEHIND_BY_MEANING : MAX_BEHIND);
    if (TakingPart.isAsked(plan, reading, generation)) {
      return takingPart.of(plan, reading, near, day);
    }
    boolean asksRate =
        (reading.asks(Shape.NOW) && (reading.asks(Slot.AMOUNT) || reading.asks(Slot.DEFINITION)))
            || (reading.asks(Slot.AMOUNT) && OfToday.isAsked(plan, reading))
            || ChineseLead.asksForARate(plan, reading);
    if (asksForWords(plan, reading) || standings.isOfAThird(plan) || Penalties.isAsked(plan)) {
      return Optional.empty();
    }
    if (RateHistory.isAsked(plan, reading)) {
      return history
          .of(plan, near, day)
          .or(
              () ->
                  RateHistory.asksSinceWhen(plan)
                      ? charges.on(plan, near, first(ranking, CHARGES_BEHIND), day)
                      : Optional.empty())
          .filter(rates -> standings.isAnAnswer(plan, rates));
    }
    Optional<Verdict> ended = history.ofARateThatEnded(plan, reading, near, day);
    if (ended.isPresent()) {
      return ended;
    }
    boolean asksOfAnEnd =
        reading.asks(Slot.DAY)
            && OF_AN_END.containsAll(reading.slots())
            && AN_END.isIn(plan.text());
    boolean asksHowItStands = AskedStanding.isAsked(plan, reading);
    boolean asksIfPaid = charges.isAskedIfPaid(plan);
    if (!asksRate
        && !asksOfAnEnd
        && !asksHowItStands
        && !IssuedBy.isAsked(plan)
        && reading.slots().stream().noneMatch(SLOTS::contains)) {
      return Optional.empty();
    }
    Optional<Verdict> charged =
        (reading.asks(Slot.AMOUNT) || reading.asks(Slot.START)) && !reading.hasSpan()
            ? charges
                .on(plan, near, first(ranking, CHARGES_BEHIND), day)
                .or(() -> reading.asks(Slot.AMOUNT) ? charges.onlyOne(plan, day) : Optional.empty())
            : Optional.empty();
    if (charged.isPresent()) {
      return charged
          .filter(duty -> !reading.asks(Slot.START) || charges(duty, plan))
          .map(duty -> further.to(duty, plan))
          .or(() -> history.of(plan, near, day));
    }
    Optional<Verdict> general =
        ((asksRate && reading.asks(Slot.AMOUNT)) || asksIfPaid)
                && !reading.hasSpan()
                && first(ranking, CHARGES_BEHIND).stream()
                    .noneMatch(one -> measures.tellsWhatTheyStillPay(plan, one))
            ? charges.onWhateverComes(plan, day)
            : Optional.empty();
    if (general.isPresent()) {
      return general;
    }
    boolean asksIfAllowed = AskedStanding.isOfPermission(plan);
    boolean isOfABan = Imposer.isOfABan(plan.text());
    List<Evidence> allowing =
        isOfABan || (asksIfAllowed && reading.language() == Language.ZH)
            ? near.stream()
                .filter(one -> !OfToday.isOver(one.record(), day))
                .filter(one -> !isOfABan || measures.mayBan(plan, one.record(), day))
                .toList()
            : near;
    Optional<Evidence> measure =
        Optional.of(ranking)
            .filter(_ -> asksHowItStands)
            .flatMap(all -> standings.meant(plan, all, day))
            .or(() -> measure(plan, allowing, day))
            .filter(one -> titles.isOfTheNamed(plan, one))
            .filter(one -> !asksIfAllowed || !isALapsedDeal(one.record(), day))
            .filter(one -> measures.speaksOfTheThings(plan, one))
            .filter(one -> !AskedDeed.isOthers(plan, one.record()))
            .filter(one -> charges.others(plan).stream().allMatch(i -> one.inTitle()[i]))
            .map(one -> asksRate ? ofTheDuty(plan, one, day) : one)
            .map(one -> told.inItsPlace(plan, reading, one, day))
            .map(one -> told.toAmerica(plan, one, near, day))
            .map(one -> told.ofItsRate(plan, reading, one, near));
    if (measure.isEmpty()) {
      return Optional.empty();
    }
    CorpusRecord record = measure.get().record();
    if (IssuedBy.isAsked(plan)) {
      return IssuedBy.meant(plan, record, generation)
          .flatMap(one -> IssuedBy.of(one, reading.language(), day));
    }
    double named = Measures.named(plan, measure.get());
    boolean asksMoreThanItsNumber =
        reading.asks(Slot.AMOUNT) || reading.asks(Slot.END) || AskedDeed.isOfALaterDocument(plan);
    if (reading.asks(Slot.CITATION) && (cites(plan) || asksMoreThanItsNumber)) {
      return Optional.empty(); // what the question gives itself, or a part of what it asks
    }
    if (reading.asks(Slot.CITATION)) {
      return record
          .citation()
          .filter(_ -> !AskedNumbers.nameARate(plan) || AskedNumbers.areIn(plan, measure.get()))
          .map(_ -> new Verdict(Slot.CITATION, List.of(record), day));
    }
    boolean isCharged =
        record.rates().stream().anyMatch(rate -> rate.covers(day) && !rate.isNothing());
    if (asksRate && isCharged && charges.isNamed(plan, measure.get(), day)) {
      return Optional.of(new Verdict(Slot.AMOUNT, List.of(record), day));
    }
    boolean asksItsEndToo = reading.asks(Slot.END) && !record.rates().isEmpty(); // in its title
    if (reading.asks(Slot.AMOUNT)
        && !asksItsEndToo
        && !(asksRate && charges.isNamed(plan, measure.get(), day))) {
      return Optional.empty();
    }
    boolean isTheEnd = asksOfAnEnd && AN_END.isIn(Objects.requireNonNullElse(record.titleZh(), ""));
    if ((reading.asks(Slot.START) || isTheEnd)
        && named >= MEANT_EXACTLY
        && record.effective() != null
        && !Measures.tellsOfAPart(plan, measure.get())) {
      return Optional.of(new Verdict(Slot.START, List.of(record), day));
    }
    boolean asksStanding =
        asksHowItStands
            || reading.asks(Slot.END)
            || (asksRate
                && !isCharged
                && (!record.rates().isEmpty() || OfToday.isStopped(record, day))
                && charges.isNamed(plan, measure.get(), day));
    // In Chinese the words leave open what is said to have been suspended.
    boolean asksOfAChange = named >= MEANT_EXACTLY && reading.language() == Language.EN;
    boolean asksMore =
        Stream.of(Slot.REASON, Slot.PERSON, Slot.LIST, Slot.PLACE).anyMatch(reading::asks)
            || (reading.asks(Slot.END) && OF_SOMETHING_ELSE.isIn(plan.text()));
    return asksStanding && !asksMore && !asksForLicence(plan)
        ? MeasureStatus.of(record, day)
            .filter(status -> !standings.endsWhatIsAsked(plan, status.measure(), day))
            .filter(status -> !reading.asks(Slot.END) || tellsAnEnd(status))
            .filter(
                status ->
                    !OfToday.asksUntilWhenStopped(plan) || OfToday.isStopped(status.measure(), day))
            .filter(
                status ->
                    !reading.asks(Slot.DAY)
                        || (asksOfAChange
                            && (hasChanged(status) || AskedStanding.isWhenLifted(plan))))
            .filter(
                status ->
                    !Standings.leavesOpen(status)
                        || !asksIfAllowed
                        || (reading.language() == Language.ZH
                            && status.measure().statusNote() != null))
            .map(status -> standings.verdict(status, reading))
            .map(verdict -> asksRate ? Charges.withLastRate(verdict) : verdict)
            .filter(verdict -> asksRate || standings.isToThePoint(plan, verdict))
        : Optional.empty();
  }

  /** "When did the 25 percent start" is not told by a duty of 50. */
  private static boolean charges(Verdict duty, QueryPlan plan) {
    return !AskedNumbers.areOfAnotherRate(plan, List.of(VerdictText.of(duty, Language.EN)));
  }

  /**
   * Not what is in force until further notice, unless its note tells of an end; and an extension
   * that is only announced ends nothing: statements tell the day.
   */
  private static boolean tellsAnEnd(MeasureStatus status) {
    StandingPeriod current = status.current();
    String note = status.measure().statusNote();
    return current == null
        || (current.state() == LegalState.IN_FORCE
            ? current.to() != null || (note != null && LastDay.isIn(note))
            : current.state() != LegalState.PROPOSED);
  }

  private static List<Evidence> first(List<Ranked> ranking, double maxBehind) {
    return ranking.stream()
        .limit(MAX_RECORDS)
        .takeWhile(one -> ranking.getFirst().score() - one.score() <= maxBehind)
        .map(Ranked::evidence)
        .toList();
  }

  /** Whether it is asked if a licence is needed, in Chinese. */
  static boolean asksForLicence(QueryPlan plan) {
    return NEEDS_LICENCE.isIn(plan.text());
  }

  /** Whether, in Chinese, a person's words are asked for: they tell it, not what is recorded. */
  private boolean asksForWords(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && reading.asks(Shape.SPEECH)
        && plan.termIds().stream()
            .flatMap(id -> generation.term(id).stream())
            .anyMatch(term -> term.kind().equals("person"));
  }

  /** What was once agreed, and has run out, says nothing of what is allowed. */
  private static boolean isALapsedDeal(CorpusRecord record, LocalDate day) {
    return record.kind() == Kind.AGREEMENT && OfToday.isOver(record, day);
  }

  private static boolean cites(QueryPlan plan) {
    return plan.tokens().stream().anyMatch(token -> token.kind() == QueryToken.Kind.CITATION);
  }

  /** "When was the ban suspended?" is told by the standing; of a rule in force, by statements. */
  private static boolean hasChanged(MeasureStatus status) {
    StandingPeriod last = status.isStated() ? status.current() : status.before();
    return last != null && CHANGED.contains(last.state());
  }

  /**
   * The measure whose title holds most of the question; of a rule and the notice that pauses it or
   * the answer to it, the rule.
   */
  private Optional<Evidence> measure(QueryPlan plan, List<Evidence> near, LocalDate day) {
    Set<String> ids = new LinkedHashSet<>();
    near.forEach(evidence -> ids.add(evidence.record().id()));
    List<String> paused =
        near.stream()
            .map(Evidence::record)
            .flatMap(
                record -> record.relates().stream().filter(id -> measures.isProvenBy(id, record)))
            .filter(ids::add)
            .toList();
    List<Evidence> measures =
        Stream.concat(near.stream(), generation.evidenceOf(plan, paused).stream())
            .filter(evidence -> evidence.record().kind().isMeasure())
            .filter(evidence -> !evidence.record().anchorDay().isAfter(day))
            .filter(evidence -> AskedNumbers.areIn(plan, evidence))
            .filter(evidence -> this.measures.isNamed(plan, evidence))
            .filter(evidence -> isNamed(plan, evidence, evidence.equals(near.getFirst())))
            .toList();
    Optional<Evidence> named =
        measures.stream()
            .max(
                Comparator.comparingLong(
                        (Evidence evidence) -> Math.round(Measures.named(plan, evidence) / STEP))
                    .thenComparing(evidence -> Measures.isNamedAlone(plan, evidence.record()))
                    .thenComparingInt(evidence -> -measures.indexOf(evidence)));
    // "Are drones banned" is not about what was once planned.
    return named
        .filter(measure -> !Imposer.isOfABan(plan.text()) || !OfToday.isOver(measure.record(), day))
        .map(measure -> this.measures.ruleBehind(measure, measures, plan))
        .map(measure -> OF_A_PROPOSAL.isIn(plan.text()) ? measure : madeFinal(measure, plan))
        .map(rule -> PAUSING.isIn(plan.text()) ? pausing(rule, measures) : rule);
  }

  /** Of what was only proposed, the rule that it became. */
  private Evidence madeFinal(Evidence proposal, QueryPlan plan) {
    List<StandingPeriod> periods = proposal.record().standing().periods();
    boolean isOfTwo =
        periods.size() == 2
            && periods.getFirst().state() == LegalState.PROPOSED
            && periods.getLast().state() == LegalState.SUPERSEDED;
    return isOfTwo
        ? generation.evidenceOf(plan, List.of(periods.getLast().by())).stream()
            .findFirst()
            .orElse(proposal)
        : proposal;
  }

  /** Of a step that is over, the measure still standing whose rate it raised. */
  private Evidence ofTheDuty(QueryPlan plan, Evidence step, LocalDate day) {
    String id = step.record().id();
    List<String> raised =
        OfToday.isOver(step.record(), day)
            ? generation
                .records()
                .filter(record -> !record.equals(step.record()) && !OfToday.isOver(record, day))
                .filter(record -> record.rates().stream().anyMatch(rate -> rate.by().equals(id)))
                .map(CorpusRecord::id)
                .toList()
            : List.of();
    return generation.evidenceOf(plan, raised).stream().findFirst().orElse(step);
  }

  /** The notice that pauses a rule; the rule itself where none was found. */
  private Evidence pausing(Evidence rule, List<Evidence> measures) {
    return measures.stream()
        .filter(notice -> this.measures.isProvenBy(rule.record().id(), notice.record()))
        .findFirst()
        .orElse(rule);
  }

  /** Whether the title holds enough of what the question names. */
  static boolean isNamed(QueryPlan plan, Evidence evidence, boolean isBest) {
    return Measures.named(plan, evidence) >= (isBest ? NAMED_BY_THE_BEST : NAMED);
  }
}
