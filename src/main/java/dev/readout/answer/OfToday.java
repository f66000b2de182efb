package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked as of today, though no word says so, and which measures say nothing of today. */
final class OfToday {
  private static final QuickPattern OF_TODAY =
      QuickPattern.of(
          "\\b(?:what(?:'s|’s|s)|is|are|do|does|pays?|needs?|requires?|required)\\b"
              + "|^\\W*(?:\\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))(?: rates?)? on\\b");

  private static final QuickPattern OF_THEN =
      QuickPattern.of("\\b(?:did|was|were|had|would|before|after|peak)\\b");

  private static final QuickPattern LICENCE =
      QuickPattern.of("\\b(?:licen[cs]e|permit|permission)\\b");

  private static final Set<LegalState> OVER =
      EnumSet.of(LegalState.SUPERSEDED, LegalState.RESCINDED, LegalState.EXPIRED);

  private static final QuickPattern A_VISIT =
      QuickPattern.of(
          "^\\W*when (?:is|are|will|does) .*\\b(?:visit|com[ei]|go|travel|meet|see)\\w*");

  private static final QuickPattern OF_A_PROPOSAL =
      QuickPattern.of(
          "\\b(?:propos|draft|plan|comment|advance|first(?!\\W*$)|original|before|was|were|did)\\w*");

  private static final String A_PROMISE =
      "(?:promises?|commitments?|pledges?|obligations?|targets?|word|bargain)";

  private static final QuickPattern PROMISE = QuickPattern.of(A_PROMISE);

  private static final QuickPattern IF_KEPT =
      QuickPattern.of(
          "\\b(?:did|does|do|has|have|is|are)"
              + " [^?]*\\b(?:meet(?:ing)?|met|fulfil(?:l|led|ling)?|honou?r(?:ed|ing)?|ke(?:ep|pt)|keeping|deliver(?:ed|ing)?|liv(?:e|ed|ing)"
              + " up to) (?:(?!(?:to|about|and|with|on)\\b)[^\\s?]+ ){0,6}?"
              + A_PROMISE
              + "\\b");

  private static final QuickPattern WHAT_IS_DONE =
      QuickPattern.of(
          "\\b(?:is|are) [^?]*\\b(?:buying|purchasing|selling|talking|negotiating|meeting|going"
              + " (?:up|down|to \\w+))\\b|^\\W*(?:is|are|was|were) [^?]{2,40} owned by"
              + " [^?]{2,40}\\W*$|\\b(?:did|does|do|has|have|is|are)"
              + " [^?]*\\b(?:stop(?:ped)?|still|resum\\w+|halt\\w*)"
              + " (?:export(?:ing)?|supply(?:ing)?|ship(?:ping)?|send(?:ing)?|sell(?:ing)?|deliver(?:ing)?)\\b(?!"
              + " (?:control|licen|ban|restrict|fee|rule|dut|tax))|还在(?:继续)?(?:买|采购|购买|卖|谈)");

  private static final QuickPattern WHAT_WAS_BOUGHT =
      QuickPattern.of(
          "\\bhow (?:many|much)\\b.*\\b(?:has|have|did) \\w+"
              + " (?:bought|buy|purchased?|promised?|pledged?|commit(?:ted)?|agreed?)\\b");

  private static final QuickPattern HAS_BOUGHT =
      QuickPattern.exactly(
          "\\b(?:has|have|had) (?:\\w+ )?(?:bought|purchased)\\b|\\b(?:will|would) buy\\b");

  /**
   * "Which companies are on the list", "which investigations are open": those that are so today.
   */
  private static final QuickPattern WHAT_STANDS =
      QuickPattern.of(
          "^\\W*(?:which|what|who|whom|list|name)\\b.*\\b(?:is|are)\\b"
              + ".*\\b(?:on|listed|blacklisted|sanctioned|open|pending|active)\\b"
              + "|^\\W*(?:is|are) [^?]*\\b(?:restricted|controlled|limited)\\b");

  private static final QuickPattern SUCCESSOR =
      QuickPattern.of(
          "^\\W*what (?:has |have |will |would )?"
              + "(?:replac\\w+|succeed\\w*|c[ao]mes? after|t[ao]o?kes? the place of)\\b"
              + "|被(?:什么|哪些[^，。？]{0,6})(?:取代|代替|替代|接替)");

  private static final QuickPattern SUCCEEDS =
      QuickPattern.exactly(
          "\\breplac\\w+|\\bstood in for\\b|\\btook over\\b|\\bin place of\\b|\\bturned"
              + " to\\b");

  /** "Until when are the rare earth controls suspended": of those that are. */
  private static final QuickPattern UNTIL_WHEN_STOPPED =
      QuickPattern.of("\\b(?:until when|how long)\\b.*\\b(?:suspended|paused|on hold)\\b");

  private static final QuickPattern CHARGED_NO_MORE =
      QuickPattern.exactly(
          "\\bstruck down\\b.*\\bnot collected\\b|\\bno longer (?:charged|collected)\\b");

  private static final QuickPattern PERCENT =
      QuickPattern.exactly("([0-9]+(?:\\.[0-9]+)?) ?(?:%|percent)");

  /** A step of a history that is older tells nothing of today. */
  private static final int YEARS_OF_NEWS = 2;

  private OfToday() {}

  /** What is charged, or needs a licence, is asked as of today, without "now". */
  static boolean isAsked(QueryPlan plan, Reading reading) {
    String text = plan.text();
    return !reading.hasSpan()
        && OF_TODAY.isIn(text)
        && !isOfThen(text)
        && (reading.asks(Slot.AMOUNT) ? Imposer.isOfADuty(text) : LICENCE.isIn(text));
  }

  /** Whether it is asked as of a time that is past. */
  static boolean isOfThen(String text) {
    return OF_THEN.isIn(text);
  }

  /** Whether it is a measure that is no more: it says nothing of today. */
  static boolean isOver(CorpusRecord record, LocalDate asOf) {
    return record.standing().on(asOf).map(StandingPeriod::state).filter(OVER::contains).isPresent();
  }

  /** Whether it is asked what of a kind is so now, so that what is over says nothing of it. */
  static boolean asksWhatStands(QueryPlan plan, Reading reading) {
    return !reading.hasSpan() && WHAT_STANDS.isIn(plan.text()) && !isOfThen(plan.text());
  }

  /**
   * "Is China still buying soybeans", "did it keep its promises": no measure's standing tells it.
   */
  static boolean asksWhatIsDone(QueryPlan plan) {
    return WHAT_IS_DONE.isIn(plan.text()) || asksIfKept(plan);
  }

  /** Whether it is asked if a promise was kept. */
  static boolean asksIfKept(QueryPlan plan) {
    return IF_KEPT.isIn(plan.text());
  }

  static boolean isAPromise(String word) {
    return PROMISE.isWhole(word);
  }

  /** Whether it is asked how long something that was stopped stays so. */
  static boolean asksUntilWhenStopped(QueryPlan plan) {
    return UNTIL_WHEN_STOPPED.isIn(plan.text());
  }

  /** Whether it is asked what took the place of something. */
  static boolean asksForASuccessor(QueryPlan plan) {
    return SUCCESSOR.isIn(plan.text());
  }

  static boolean tellsASuccessor(Statements.Ranked one) {
    return SUCCEEDS.isIn(one.statement().text());
  }

  /**
   * Whether it is asked how much was bought or promised, and the statement tells a figure of it.
   */
  static boolean tellsWhatWasBought(QueryPlan plan, Statements.Ranked one) {
    return WHAT_WAS_BOUGHT.isIn(plan.text())
        && one.filled() > 0
        && HAS_BOUGHT.isIn(one.statement().text());
  }

  /** Whether it is a proposal, or a rule, whose place the other has taken; compared, both stand. */
  static boolean isReplacedBy(Reading reading, CorpusRecord record, CorpusRecord rule) {
    return !reading.asks(Reading.Shape.COMPARISON)
        && record.standing().periods().stream()
            .anyMatch(
                period -> period.state() == LegalState.SUPERSEDED && period.by().equals(rule.id()));
  }

  /** Whether it is a measure that is no more, or what was said years ago of what may be done. */
  static boolean isOfThePast(CorpusRecord record, LocalDate asOf) {
    boolean isSaid = record.kind() == Kind.READOUT || record.kind() == Kind.MEETING;
    return isOver(record, asOf)
        || (isSaid && record.anchorDay().isBefore(asOf.minusYears(YEARS_OF_NEWS)));
  }

  /** "When is Trump visiting China?": the visit to come, or else the last. */
  static boolean asksOfAVisit(QueryPlan plan, Reading reading) {
    return !reading.hasSpan() && A_VISIT.isIn(plan.text());
  }

  /**
   * The best statement of the rule that took the place of a proposal, which leads instead, unless
   * the proposal is asked about; else null.
   */
  static Statements.@Nullable Ranked successor(
      QueryPlan plan, Reading reading, List<Statements.Ranked> ranked, LocalDate asOf) {
    CorpusRecord record = ranked.getFirst().record();
    return reading.hasSpan() || OF_A_PROPOSAL.isIn(plan.text())
        ? null
        : successor(record, asOf)
            .flatMap(id -> ranked.stream().filter(one -> one.record().id().equals(id)).findFirst())
            .orElse(null);
  }

  /** The id of what took the place of a measure; empty where nothing did. */
  static Optional<String> successor(CorpusRecord record, LocalDate asOf) {
    return record
        .standing()
        .on(asOf)
        .filter(period -> period.state() == LegalState.SUPERSEDED)
        .map(StandingPeriod::by)
        .filter(id -> !id.equals(record.id()));
  }

  /**
   * Whether it says nothing of what is charged today: of a measure stopped, or of what was once.
   */
  static boolean isBygone(Statements.Ranked one, LocalDate asOf) {
    return isStopped(one.record(), asOf) || tellsOfThen(one, asOf);
  }

  /** Whether it is a step of a history long past, or tells a rate that is charged no more. */
  static boolean tellsOfThen(Statements.Ranked one, LocalDate asOf) {
    return tellsAFormerRate(one, asOf)
        || CHARGED_NO_MORE.isIn(one.statement().text())
        || Histories.stepOn(one.statement().text())
            .filter(day -> day.isBefore(asOf.minusYears(YEARS_OF_NEWS)))
            .isPresent();
  }

  /** Whether it tells rates and none that its record has as the last. */
  private static boolean tellsAFormerRate(Statements.Ranked one, LocalDate asOf) {
    List<RatePeriod> rates = one.record().rates();
    Set<String> told = percents(one.statement().text());
    return !rates.isEmpty()
        && !told.isEmpty()
        && rates.stream()
            .filter(
                rate ->
                    rate.covers(asOf)
                        || rates.stream().noneMatch(other -> other.from().isAfter(rate.from())))
            .flatMap(rate -> percents(rate.rate()).stream())
            .noneMatch(told::contains);
  }

  private static Set<String> percents(String text) {
    return PERCENT.in(text).stream().map(match -> match.group(1)).collect(toSet());
  }

  /** Whether it is a measure that is no more or was paused, whatever became of the pause. */
  static boolean isStopped(CorpusRecord record, LocalDate asOf) {
    return MeasureStatus.of(record, asOf)
        .map(status -> status.current() == null ? status.before() : status.current())
        .filter(period -> period.state() == LegalState.SUSPENDED || OVER.contains(period.state()))
        .isPresent();
  }
}
