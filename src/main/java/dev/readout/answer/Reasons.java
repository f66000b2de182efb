package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.QueryPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements may tell why something was done: of whoever did it, and of that deed and not of
 * its end. Without state.
 */
final class Reasons {
  /** "Why did China suspend its controls": not why they were set up. */
  private static final QuickPattern WHY_EASED =
      QuickPattern.of(
          "(?:为什么|为何|为啥).*(?:暂停|取消|撤销|推迟|下调|降低|减半|解除|移出|放宽|停止)|\\bwhy\\b.*\\b(?:suspend|paus|lift|halv|ease|drop|remov|delist|withdr[ae]|rescind|cancel|postpone|put"
              + " off|call(?:ed)? off|roll(?:ed)? back|cut(?! off)|lower|reduc)\\w*");

  /** "Why did the US impose port fees": not why they stopped. */
  private static final QuickPattern WHY_SET_UP =
      QuickPattern.of(
          "(?:为什么|为何|为啥).*(?:加征|征收|收|实施|出台|限制|管制|禁|制裁|列入|发起|反制)|\\bwhy"
              + " (?:did|does|do|has|have|is|are|was|were)\\b.*?\\b(?:impos|introduc|put|rais|charg"
              + "|bann?|restrict|control|sanction|add(?:ed)?\\b|blacklist|curb|limit|start|launch|set"
              + " up|ke(?:ep|pt)(?! (?:\\w+ing|out)\\b)|retain|stop(?:ped)?"
              + " (?:buy|purchas|import))\\w*");

  /** What a government gives as its reason, or what its deed came upon. */
  private static final QuickPattern GIVES_A_REASON =
      QuickPattern.of(
          "\\b(?:because|reasons?|grounds?|citing|cited|in response|respond\\w+|retaliat\\w*|in"
              + " return|in order to|aim(?:ed|s)? (?:at(?! no)|to)|purpose|to"
              + " (?:protect|curb|stop|prevent|deny"
              + "|safeguard|punish|press|keep|counter)|accus\\w+|violat\\w+|discriminat\\w+|unfair\\w*|broken|broke|fail(?:ed|ing|ure)|harm\\w*|helped|helping|put"
              + " down to|blam\\w+|suppl(?:ied|ying)|threaten\\w*|pos(?:e|es|ed|ing) |risks?|due"
              + " to|national[ -]security|milit\\w+|defen[cs]e|defensive|grievance|(?:days?|weeks?)"
              + " (?:after|the (?:US|other))|after (?:China|Beijing|Washington|the United"
              + " States|Trump|Xi) \\w+|answer(?:ed|s|ing)?(?! (?:an? )?(?:\\S+"
              + " )?(?:claims?|questions?|reporters))|agreed|commitments?|alleg\\w+|ties|links?|over|concerns?|abuses|fears?|protest\\w*|support\\w*|for"
              + " (?:\\w+ )?\\w+ing)\\b");

  private static final QuickPattern EASES =
      QuickPattern.of(
          "\\b(?:suspen\\w+|paus\\w+|lift\\w*|halv\\w+|half|eas(?:ed|ing|es)|drop\\w*|remov\\w+"
              + "|delist\\w*|took off|taken off|left out|withdr\\w+|rescin\\w+|cancel\\w*"
              + "|postpon\\w*|put off|call(?:ed)? off|held back|delay\\w*|pushed back|roll\\w* back"
              + "|cuts?|cutting|lower\\w*|reduc\\w+|fall|fell|in return)\\b");

  /** Deeds that leave things as they are, and how the records tell of such. */
  private static final Map<QuickPattern, QuickPattern> NO_DEEDS =
      Map.of(
          QuickPattern.of(
              "\\bwhy\\b.*\\b(?:ke(?:ep|pt)(?!"
                  + " (?:\\w+ing|out)\\b)|retain\\w*|maintain\\w*|stick|stuck)\\b"),
          QuickPattern.of(
              "\\b(?:keep\\w*|kept|retain\\w*|maintain\\w*|remain\\w*|stay\\w*|left|continu\\w+)\\b"),
          QuickPattern.of("\\bwhy\\b.*\\b(?:stop\\w*|not) (?:buy|purchas|import|order|tak)\\w*"),
          QuickPattern.of(
              "\\b(?:stop\\w*|halt\\w*|ceas\\w+|boycott\\w*|no longer|switch\\w*|instead)\\b"));

  private static final QuickPattern AFTER =
      QuickPattern.of("\\b(?:after|in (?:answer|response) to|answers?)\\b");

  private static final QuickPattern A_PLAN =
      QuickPattern.of(
          "\\b(?:threat\\w*|propos\\w*|plan\\w*|investigat\\w*|probe\\w*|inquir\\w*)\\b");

  private static final Set<LegalState> CARRIED_OUT =
      EnumSet.of(LegalState.IN_FORCE, LegalState.SUSPENDED);

  private Reasons() {}

  /**
   * The statements with the first that may tell why, of the lead's record or about as good; empty
   * where the lead may, or none does.
   */
  static Optional<Statements> first(QueryPlan plan, Reading reading, Statements statements) {
    Statements.Ranked lead = statements.ranked().getFirst();
    return reading.asks(Slot.REASON) && !mayTell(plan, reading, lead)
        ? statements.ledBy(
            one ->
                mayTell(plan, reading, one)
                    && (one.record().equals(lead.record())
                        || lead.score() - one.score() <= StatementOrder.AS_GOOD),
            StatementOrder.AS_GOOD_A_PLAN)
        : Optional.empty();
  }

  /** Whether it is asked why, and nothing that would be shown first can tell it. */
  static boolean isUntold(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    return reading.asks(Slot.REASON)
        && !first.isEmpty()
        && first.stream().noneMatch(one -> mayTell(plan, reading, one));
  }

  private static boolean mayTell(QueryPlan plan, Reading reading, Statements.Ranked one) {
    if (isTheOccasion(one)) {
      return true;
    }
    String text = StatementForm.withoutAttribution(one.statement().text());
    boolean isOfTheEnd = WHY_EASED.isIn(plan.text());
    boolean isOfADeed = isOfTheEnd || WHY_SET_UP.isIn(plan.text());
    return !isOfADeed
        || (GIVES_A_REASON.isIn(text)
            && tellsTheNoDeed(plan.text(), text)
            && isInTime(plan.text(), one.record())
            && isOfTheEnd == EASES.isIn(text)
            && isOfTheActor(reading, one)
            && (isOfTheEnd || wasCarriedOut(plan, one.record())));
  }

  /** What came before a measure that by its title came after something. */
  private static boolean isTheOccasion(Statements.Ranked one) {
    return one.record().kind().isMeasure()
        && one.ordinal() == 0
        && AFTER.isIn(one.record().title())
        && StatementOrder.days(one).anyMatch(one.record().anchorDay()::isAfter);
  }

  private static boolean tellsTheNoDeed(String question, String text) {
    return NO_DEEDS.entrySet().stream()
        .allMatch(deed -> !deed.getKey().isIn(question) || deed.getValue().isIn(text));
  }

  /** What a president did is told by no record of before or after him. */
  private static boolean isInTime(String question, CorpusRecord record) {
    return Presidency.in(question)
        .filter(one -> record.published() != null)
        .map(
            one ->
                !record.anchorDay().isBefore(one.first())
                    && !record.anchorDay().isAfter(one.last()))
        .orElse(true);
  }

  /** Whether it is no measure of the other government, but of what this one does. */
  private static boolean isOfTheActor(Reading reading, Statements.Ranked one) {
    return reading.side() == null
        || !one.record().kind().isMeasure()
        || !Imposer.isOthers(reading.side(), one.record().side())
        || AskedSide.openingOf(one.statement().text()) == reading.side();
  }

  /** Whether it is no mere threat or plan, unless one is asked about. */
  private static boolean wasCarriedOut(QueryPlan plan, CorpusRecord record) {
    return !record.kind().isMeasure()
        || A_PLAN.isIn(plan.text())
        || record.standing().periods().isEmpty()
        || record.standing().periods().stream().anyMatch(one -> CARRIED_OUT.contains(one.state()));
  }
}
