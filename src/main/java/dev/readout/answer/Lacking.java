package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Reading.Shape;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for and none of the first statements has, so that they are the nearest at most: a
 * figure, the time, a concept, what somebody did. Thread-safe.
 */
final class Lacking {
  private static final int FIRST_STATEMENTS = 3;

  /** Log-odds from which the reader knows better whether a figure is told. */
  private static final double SURELY = 5;

  /** What is counted has no percentage for an answer. */
  private static final QuickPattern HOW_MANY =
      QuickPattern.of("\\bhow many (?!percent|per cent|points|days|months|years)");

  private static final QuickPattern NO_COUNT =
      QuickPattern.of(
          "\\b[0-9]{1,2} (?:and [0-9]{1,2} )?"
              + AskedTime.MONTH
              + "\\b(?:"
              + " [0-9]{4})?|\\b(?:19|20)[0-9]{2}\\b|\\b(?:No\\.|Section|Order|Lists?|Part|Announcement)"
              + " [0-9]+|[0-9.,]+ ?(?:percent|per cent|%)");

  private static final QuickPattern COUNT =
      QuickPattern.of(
          "[0-9]|\\b(?:none?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
              + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?"
              + "|hundreds?|thousands?|once|twice|first|second|third|fourth|fifth|sixth|seventh|eighth|both"
              + "|single|half|number)\\b");

  /** What no record has an answer to: what the bot thinks, or would do. */
  private static final QuickPattern OPINION =
      QuickPattern.of(
          "\\bwho (?:really )?(?:won(?! [^?]*\\bcase\\b)|wins|is winning|lost|is"
              + " losing|blinked|caved|benefits? most)\\b|\\b(?:in your (?:opinion|view)|your"
              + " (?:opinion|guess|prediction)|(?:do|would) you"
              + " (?:think|reckon|guess|recommend))\\b");

  private static final QuickPattern HOW_LONG_IT_TAKES =
      QuickPattern.of(
          "\\bhow long (?:does|do|will|would)"
              + " .*\\btake\\b|(?:审批|许可|申请|批).{0,6}要?(?:多久|多长时间|几天|几个月)|(?:多久|多长时间|几天|几个月)(?:才|能|可以)*(?:审批|批|办|拿到|下来|获批)");

  private static final QuickPattern TAKES_SO_LONG =
      QuickPattern.of(
          "\\b(?:takes?|took|taken|within|lasted|wait\\w*|process\\w*)"
              + " .{0,40}\\b(?:hours?|days?|weeks?|months?|years?)\\b");

  private static final QuickPattern AT_A_MEETING =
      QuickPattern.of(
          "\\b(?:agree\\w*|settle\\w*|decid\\w*|discuss\\w*|topics|negotiat\\w*|met|meet\\w*|talks?|rounds?|sessions?)\\b[^,.?]{0,60}\\b(?:in|at)"
              + " $");

  private static final QuickPattern DID = QuickPattern.of("\\bdid (?:the )?$");

  private static final QuickPattern DID_THEY_AGREE =
      QuickPattern.of(
          "^\\W*(?:did|have|has) (?:they|both|the"
              + " (?:two|sides|countries|governments|leaders|presidents)|(?:the"
              + " )?(?:us|u\\.s\\.|united states|america|washington|trump) and"
              + " (?:china|beijing|xi)|(?:china|beijing|xi)"
              + " and)\\b[^?]*\\b(?:agreed?|reach(?:ed)?|sign(?:ed)?|made?|str(?:ike|uck))\\b");

  private static final QuickPattern AGREES =
      QuickPattern.of(
          "\\b(?:agree\\w*|consensus|accord|deal|commit\\w*|pledge\\w*|understanding|both)\\b");

  /** What one government alone does, and to the other. */
  private static final QuickPattern PUNISHED =
      QuickPattern.of("\\bdid (?:the )?(?:\\S+ ){1,2}?(?:sanction|blacklist|ban|punish)\\b");

  /** What was done at a meeting, and not when or whether it is. */
  private static final QuickPattern AS_PAST =
      QuickPattern.of("\\b(?:did|was|were|had|came|happened)\\b|(?:谈|达成|商定|说|签|讲)[成出了妥]|达成|结果|成果");

  private static final QuickPattern WHAT_IS_EXEMPT =
      QuickPattern.of(
          "\\b(?:who|which|what|any)\\b[^?]*\\b(?:exempt(?:ed|ions?)?|excluded|spared|carve-?outs?)\\b");

  private static final QuickPattern EXEMPTS =
      QuickPattern.of(
          "\\b(?:exempt\\w*|freed|excep\\w+|exclu\\w+|spared?|left"
              + " out|carve\\w*|waive\\w*|relief|(?:duty|tariff)[-"
              + " ]free|(?:do|does|did|is|are|was|were) not"
              + " (?:apply|cover\\w*|pay|reach|caught|subject|need\\w*))\\b");

  private static final Pattern OWNER = Pattern.compile("(?:[\\p{L}.-]+ ?){1,3}['’]s? \\p{L}");

  /** Kinds of names of which something is asked only where a record has them. */
  private static final Set<String> OF_RECORDS = Set.of("person", "commodity");

  private final Generation generation;
  private final StatementForms forms;
  private final AskedList lists;

  Lacking(Generation generation) {
    this.generation = generation;
    this.forms = new StatementForms(generation);
    this.lists = new AskedList(generation);
  }

  boolean isAny(String question, QueryPlan plan, Reading reading, Statements statements) {
    List<String> told = first(statements).stream().map(Lacking::told).toList();
    return (OPINION.isIn(question)
            && first(statements).stream().limit(1).noneMatch(one -> Rulings.isRuling(one.record())))
        || amount(plan, reading, statements)
        || time(plan, reading, statements)
        || Rounds.areOthers(plan, reading, first(statements))
        || Rounds.areOld(plan, first(statements), generation.info().reachesTo())
        || isOfAMeetingOfNone(plan)
        || isOfANameOfNone(plan)
        || isOfAMeetingToCome(plan, statements)
        || lists.isAnother(plan, first(statements))
        || lists.isOfTheOthersDeed(plan, reading, first(statements))
        || AskedNumbers.areOfAnotherRate(plan, told)
        || isOfDumpingUntold(plan, statements)
        || first(statements).stream()
            .limit(1)
            .anyMatch(
                one ->
                    Duties.isOnUntoldGoods(plan, one)
                        || Duties.isOfOtherGoods(plan, reading, one, generation))
        || isOfAnExemptionUntold(plan, statements)
        || isBeside(plan, reading, statements)
        || (!statements.isTold() && Reasons.isUntold(plan, reading, first(statements)))
        || AskedNumbers.areOthers(plan, told)
        || AskedNumbers.areOfAnotherPart(plan, told)
        || AskedConcept.unknown(question, plan.text(), generation).isPresent()
        || AskedConcept.unknownWord(plan).isPresent()
        || AskedConcept.unknownListed(plan).isPresent()
        || AskedNumbers.isOfACaseUntold(plan, first(statements))
        || AskedPerson.unknown(plan, reading).isPresent()
        || AskedPerson.isOfALifeUntold(plan, generation, statements.ranked())
        || AskedPerson.isWhoUntold(plan, generation, first(statements))
        || (!statements.isTold()
            && AskedPerson.isOfAnOfficeUntold(plan, generation, first(statements)))
        || Successors.isUntold(plan, first(statements), generation)
        || Particulars.isUntold(plan, reading, first(statements), generation)
        || Mentioned.isUntold(plan, reading, statements, generation)
        || AskedNames.areUntold(plan, first(statements))
        || AskedKind.isUntold(plan, first(statements), generation)
        || AskedRule.isOfAnotherCompany(plan, reading, statements, first(statements), generation)
        || isOfNoWords(plan, reading, statements)
        || AskedSpeaker.isAThirdUntold(plan, generation, first(statements))
        || AskedMeeting.isOfAnother(plan, first(statements), generation)
        || AskedMeeting.isOfNone(plan, reading, first(statements), generation)
        || AskedMeeting.isOfNoneEver(plan, first(statements), generation)
        || isOfNoAgreement(plan, statements)
        || deed(plan, reading, statements);
  }

  /** "Did they agree on arms sales", where all that is found is what one of them did. */
  private static boolean isOfNoAgreement(QueryPlan plan, Statements statements) {
    return DID_THEY_AGREE.isIn(plan.text())
        && first(statements).stream().limit(1).anyMatch(one -> one.record().kind().isImposed())
        && first(statements).stream().noneMatch(one -> AGREES.isIn(one.statement().text()));
  }

  /** "What did Trump say about Boeing", where nothing is told of him but a visit. */
  private boolean isOfNoWords(QueryPlan plan, Reading reading, Statements statements) {
    return AskedSpeaker.in(plan, reading, generation).stream()
        .flatMap(speaker -> generation.term(speaker.id()).stream())
        .map(AskedSpeaker::words)
        .anyMatch(
            words ->
                first(statements).stream()
                    .noneMatch(one -> words.matcher(one.statement().text()).find()));
  }

  /** Whether it is of something else, so that no standing or day recorded is the answer either. */
  boolean isBeside(QueryPlan plan, Reading reading, Statements statements) {
    return isOfAnotherDuration(plan, statements)
        || Penalties.isUntold(plan, statements, generation)
        || AskedRule.isOfUntoldWords(plan, reading, statements, first(statements), generation)
        || lists.isOffUntold(plan, reading, first(statements))
        || lists.isUnpunished(plan, reading, first(statements))
        || lists.isOfOthersListed(plan, reading, first(statements))
        || isOfAnotherActor(plan, reading, statements);
  }

  /** Whether no standing recorded is that of the rule asked about. */
  boolean isOfAnotherRule(QueryPlan plan, Reading reading, Statements statements) {
    return AskedRule.isAnother(plan, reading, first(statements));
  }

  /** "How long does a licence take", where it is told how long one is good for. */
  private static boolean isOfAnotherDuration(QueryPlan plan, Statements statements) {
    return HOW_LONG_IT_TAKES.isIn(plan.text())
        && first(statements).stream().noneMatch(one -> TAKES_SO_LONG.isIn(one.statement().text()));
  }

  /** What to say is missing; null for nothing of its own. */
  @Nullable Missing told(String question, QueryPlan plan, Reading reading, Statements statements) {
    if (amount(plan, reading, statements)) {
      return new Missing(Missing.Kind.AMOUNT, "");
    }
    Optional<String> concept =
        AskedConcept.unknown(question, plan.text(), generation)
            .or(() -> AskedConcept.unknownWord(plan))
            .or(() -> AskedConcept.unknownListed(plan))
            .or(() -> AskedPerson.unknown(plan, reading));
    if (concept.isPresent()) {
      return new Missing(Missing.Kind.NOWHERE, concept.get());
    }
    if (AskedPerson.isWhoUntold(plan, generation, first(statements))) {
      return new Missing(Missing.Kind.DETAIL, "");
    }
    if (isOfAMeetingToCome(plan, statements)) {
      return new Missing(
          Missing.Kind.AFTER_THE_SOURCES, String.valueOf(generation.info().reachesTo()));
    }
    return time(plan, reading, statements) ? MissingParts.time(plan).orElse(null) : null;
  }

  /** Whether no figure is there but the question's. */
  private boolean amount(QueryPlan plan, Reading reading, Statements statements) {
    if (!reading.asks(Slot.AMOUNT) || reading.asks(Slot.DEFINITION)) {
      return false;
    }
    List<Statements.Ranked> first = first(statements);
    boolean isOfAnother =
        !reading.asks(Shape.COMPARISON)
            && new Charges(generation)
                .others(plan).stream()
                    .anyMatch(
                        country ->
                            first.stream()
                                .noneMatch(
                                    one ->
                                        one.holds(country) || one.evidence().inTitle()[country]));
    return isOfAnother
        || (statements.read().orElse(0) < SURELY
            && !Penalties.isToldByComparison(plan, first)
            && !forms.anyFills(
                Slot.AMOUNT,
                plan,
                first.stream()
                    .map(Statements.Ranked::statement)
                    .filter(one -> !HOW_MANY.isIn(plan.text()) || counts(one.text()))
                    .filter(
                        one -> !lists.asksItsSize(plan) || AskedList.tellsItsSize(one.text()))));
  }

  private static boolean counts(String text) {
    return COUNT.isIn(NO_COUNT.replaceAll(text, ""));
  }

  /** Whether a time is asked about and none of them is of it. */
  private boolean time(QueryPlan plan, Reading reading, Statements statements) {
    return reading.hasSpan()
        && !reading.isRange()
        && Duties.changed(plan, reading, generation).isEmpty()
        && first(statements).stream().noneMatch(one -> StatementOrder.isOfTheTime(one, reading));
  }

  /** "What did they agree in Rome", where no record knows of Rome. */
  private boolean isOfAMeetingOfNone(QueryPlan plan) {
    return Named.in(plan, generation).places().stream()
        .map(plan.tokens()::get)
        .filter(place -> AT_A_MEETING.isIn(plan.text().substring(0, place.start())))
        .anyMatch(place -> generation.naming(place.text()).isEmpty());
  }

  /** "Xi's call with Putin", "the ban on titanium", of whom and which no record tells. */
  private boolean isOfANameOfNone(QueryPlan plan) {
    return Named.of(plan, generation, term -> OF_RECORDS.contains(term.kind())).stream()
        .filter(name -> !isOwner(plan, plan.tokens().get(name)))
        .anyMatch(name -> generation.naming(plan.tokens().get(name).text()).isEmpty());
  }

  /** "Jack Ma's Alibaba" is asked about as Alibaba. */
  private static boolean isOwner(QueryPlan plan, QueryToken name) {
    return OWNER.matcher(plan.text()).region(name.start(), plan.text().length()).lookingAt();
  }

  /** "What came of the summit in Shenzhen", of which all that is known is that it is expected. */
  private boolean isOfAMeetingToCome(QueryPlan plan, Statements statements) {
    List<Integer> places = Named.in(plan, generation).places();
    return !places.isEmpty()
        && AS_PAST.isIn(plan.text())
        && statements.ranked().stream().anyMatch(one -> places.stream().allMatch(one::holds))
        && statements.ranked().stream()
            .filter(one -> places.stream().allMatch(one::holds))
            .allMatch(one -> Planned.isToCome(one, generation.info().reachesTo()));
  }

  /** "When did Congress end it", "when did Washington sanction them", which Beijing did. */
  private boolean isOfAnotherActor(QueryPlan plan, Reading reading, Statements statements) {
    if (reading.slots().stream().noneMatch(Slot::isDay)) {
      return false;
    }
    return Named.of(plan, generation, term -> term.kind().equals("agency")).stream()
            .filter(actor -> DID.isIn(before(plan, actor)))
            .anyMatch(
                actor -> first(statements).stream().noneMatch(one -> isDoneBy(one, actor, plan)))
        || (reading.side() != null
            && PUNISHED.isIn(plan.text())
            && first(statements).stream()
                .allMatch(
                    one ->
                        one.record().kind().isMeasure()
                            && Imposer.isOthers(reading.side(), one.record().side())
                            && AskedSide.openingOf(one.statement().text()) != reading.side()));
  }

  /** Whether it is of a paper of the agency, or tells of it and not of some "members of" it. */
  private boolean isDoneBy(Statements.Ranked one, int agency, QueryPlan plan) {
    QueryToken name = plan.tokens().get(agency);
    return one.evidence().inTitle()[agency]
        || generation.termsIn(one.record().issuer()).contains(name.text())
        || (one.holds(agency)
            && !Pattern.compile(
                    "\\b(?:of|by|to) (?:the )?" + Pattern.quote(plan.written(name)),
                    Pattern.CASE_INSENSITIVE)
                .matcher(one.statement().text())
                .find());
  }

  private static String before(QueryPlan plan, int token) {
    return plan.text().substring(0, plan.tokens().get(token).start());
  }

  /** "The anti-dumping duty on solar panels", where all that is told is of tariffs. */
  private static boolean isOfDumpingUntold(QueryPlan plan, Statements statements) {
    return Duties.isOfDumping(plan.text())
        && first(statements).stream().limit(1).noneMatch(one -> Duties.isOfDumping(told(one)));
  }

  /** "Who is exempt from the rule", where all that is told is what it covers. */
  private static boolean isOfAnExemptionUntold(QueryPlan plan, Statements statements) {
    return WHAT_IS_EXEMPT.isIn(plan.text())
        && first(statements).stream().noneMatch(Lacking::exempts);
  }

  /** Whether it tells what a rule or duty lets out. */
  static boolean exempts(Statements.Ranked one) {
    return EXEMPTS.isIn(one.statement().text());
  }

  static String told(Statements.Ranked one) {
    return one.record().title() + "\n" + one.statement().text();
  }

  /** Whether another government's deed or the next round is asked about and none tells it. */
  private boolean deed(QueryPlan plan, Reading reading, Statements statements) {
    return Imposer.deedOfAThird(
            plan, id -> generation.term(id).filter(term -> term.kind().equals("place")).isPresent())
        .or(() -> Planned.roundToCome(plan, reading))
        .filter(deed -> first(statements).stream().noneMatch(one -> ChineseLead.says(one, deed)))
        .isPresent();
  }

  private static List<Statements.Ranked> first(Statements statements) {
    List<Statements.Ranked> ranked = statements.ranked();
    return ranked.subList(0, Math.min(FIRST_STATEMENTS, ranked.size()));
  }
}
