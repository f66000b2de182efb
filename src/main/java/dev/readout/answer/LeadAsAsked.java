package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What leads where a question is of a known form: which of two came first, two things compared,
 * what came of a meeting, why a court ruled, several parts. Thread-safe.
 */
final class LeadAsAsked {
  /** Records whose statements are read for one of two things: two questions more are read. */
  private static final int RECORDS_OF_EACH = 3;

  private static final QuickPattern DOES =
      QuickPattern.of(
          "^\\W*what (?:did|has|does) [^?]{2,40}"
              + " (?:do|done|impose|change|introduce|announce)d?\\b");

  private static final Pattern DONE_BY =
      Pattern.compile(
          "\\w+ed by (?:China|Beijing|(?<us>the United"
              + " States|Washington))\\b|(?:Chinese|(?<american>U\\.S\\.)) lists:");

  private static final QuickPattern HAPPENS =
      QuickPattern.of(
          "\\bwhat (?:will |is going to |is due to )?(?:happens?|expires?|ends?|lapses?|runs?"
              + " out|changes?|is due)\\b");

  private static final QuickPattern BASIS =
      QuickPattern.of(
          "\\b(?:legal (?:basis|authority|grounds?)|(?:based on|under) (?:what|which)"
              + " (?:law|act|authority|statute|section)|(?:what|which)"
              + " (?:law|act|statute|authority)\\b.*\\b(?:based"
              + " on|basis|authori[sz]e\\w*|allows?|rests? on|under))\\b|法律依据|依据(?:的是)?(?:什么|哪)");

  private static final Pattern HEADING = Pattern.compile("(?:Section [0-9]+, )?([^:.,]{3,40}): ");

  private static final QuickPattern PASSED =
      QuickPattern.of(
          "^\\W*(?:was|is|has|did) [^?]*\\b(?:passe?d?|signed|enacted|become|became) ?");

  private static final QuickPattern SECTION = QuickPattern.of("\\bsections? [0-9]{3}\\b");

  private static final QuickPattern PAYS = QuickPattern.of("\\bpay(?:s|ing)?\\b");

  private static final QuickPattern RESTS =
      QuickPattern.of(
          "\\b(?:rest(?:s|ed|ing)? on(?! it\\b)|(?:is|are|was|were) based on|is the legal"
              + " basis|invok\\w+|under (?:section [0-9]+|the (?:[A-Z]\\w+ )+(?:Act|Law))|of the"
              + " (?:[A-Z]\\w+ )+Act of [0-9]{4})\\b");

  private final Generation generation;
  private final StatementRanker statementRanker;
  private final TimedSearch timed;
  private final Outcomes outcomes;
  private final Compared compared;
  private final WhichFirst whichFirst;
  private final AskedList askedList;

  LeadAsAsked(
      Generation generation,
      Ranker ranker,
      StatementRanker statementRanker,
      TimedSearch timed,
      Outcomes outcomes) {
    this.generation = generation;
    this.statementRanker = statementRanker;
    this.timed = timed;
    this.outcomes = outcomes;
    this.compared = new Compared(generation, ranker);
    this.whichFirst = new WhichFirst(generation, ranker);
    this.askedList = new AskedList(generation);
  }

  /**
   * The statements with that first.
   *
   * @param records those found, the best first
   * @param ranked their statements, the best first
   */
  Statements first(
      Question question,
      QueryPlan plan,
      Reading reading,
      List<Ranked> records,
      Statements ranked,
      LocalDate today) {
    return ranked.ranked().isEmpty()
        ? ranked
        : NextMeeting.first(plan, reading, ranked, generation)
            .or(() -> MeetingHeld.first(plan, ranked, generation))
            .or(() -> Successors.first(plan, ranked, generation))
            .or(() -> AskedPerson.first(plan, ranked, generation))
            .or(() -> Sessions.first(plan, ranked, generation))
            .or(() -> Particulars.first(plan, reading, ranked, generation))
            .or(() -> FirstDay.first(plan, ranked, generation))
            .or(() -> Mentioned.first(plan, reading, ranked, generation))
            .or(() -> SaidThere.first(plan, reading, ranked, generation))
            .or(() -> ofTheDay(plan, reading, ranked))
            .or(() -> dated(reading, ranked))
            .or(() -> AskedNumbers.first(plan, ranked))
            .or(() -> AskedNumbers.ofACase(plan, ranked))
            .or(() -> AskedDeed.byItsDocument(plan, ranked))
            .or(() -> Counted.first(plan, ranked))
            .or(() -> whichFirst.first(question, plan, ranked, today))
            .or(
                () ->
                    compared.first(
                        question,
                        plan,
                        reading,
                        ranked,
                        today,
                        alone -> ranked(question, alone, today)))
            .or(
                () ->
                    compared.ofEach(
                        question, plan, reading, ranked, alone -> ranked(question, alone, today)))
            .or(() -> outcomes.first(question, plan, reading, records, ranked))
            .or(() -> Rounds.first(plan, reading, ranked))
            .or(() -> Rounds.which(plan, ranked))
            .or(() -> Rounds.last(plan, reading, ranked))
            .or(() -> Rulings.first(plan, ranked, generation))
            .or(() -> WhyListed.first(plan, reading, ranked, generation))
            .or(() -> Reasons.first(plan, reading, ranked))
            .or(() -> Penalties.first(plan, ranked, generation))
            .or(() -> ofTheList(plan, ranked))
            .or(() -> Accounts.ofTheMatter(plan, reading, ranked, generation))
            .or(() -> ofTheSpeaker(plan, reading, ranked))
            .or(() -> AskedSpeaker.first(plan, reading, ranked, generation))
            .or(() -> ofTheSide(plan, reading, ranked))
            .or(() -> ofTheDoer(plan, reading, ranked))
            .or(() -> ofTheBasis(plan, ranked))
            .or(() -> Duties.ofTheGoods(plan, reading, ranked, generation))
            .or(() -> OthersRates.first(plan, ranked, generation))
            .or(() -> whatAllPay(plan, ranked))
            .or(() -> whatBothCharge(question, plan, ranked, today))
            .or(() -> ownOpening(plan, reading, ranked))
            .or(() -> ofTheSection(plan, ranked))
            .or(() -> ofTheLaw(plan, ranked))
            .orElse(ranked);
  }

  /** "What happens on 10 November": what is listed under that day. */
  private static Optional<Statements> ofTheDay(QueryPlan plan, Reading reading, Statements ranked) {
    LocalDate day = reading.first();
    return day != null && day.equals(reading.last()) && HAPPENS.isIn(plan.text())
        ? ranked.ledBy(
            one -> one.statement().text().startsWith(DateText.of(day, Language.EN) + ":"),
            StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  /**
   * "What was put under licence on 4 April 2025": what is of that day, not what goes back to it.
   */
  private static Optional<Statements> dated(Reading reading, Statements ranked) {
    LocalDate day = reading.first();
    return day != null
            && day.equals(reading.last())
            && ranked.ranked().getFirst().record().anchorDay().isAfter(day)
            && ranked.ranked().getFirst().record().kind() != Kind.EXPLAINER
        ? ranked.ledBy(one -> one.record().anchorDay().equals(day), StatementOrder.AS_GOOD_A_PLAN)
        : Optional.empty();
  }

  /**
   * "What did Beijing say of the tariffs": no word of the other government's; where it said none,
   * that its account leaves them out.
   */
  private static Optional<Statements> ofTheSide(
      QueryPlan plan, Reading reading, Statements ranked) {
    Statements.Ranked lead = ranked.ranked().getFirst();
    Side side = reading.side();
    return reading.asks(Shape.SPEECH)
            && side != null
            && Imposer.isOthers(side, lead.record().side())
            && AskedSide.openingOf(lead.statement().text()) != side
        ? ranked
            .ledBy(
                one -> one.record().side() == side && opensWith(one, side),
                StatementOrder.AS_GOOD_A_RESULT)
            .or(
                () ->
                    ranked.ledBy(
                        one ->
                            Accounts.isLeftOut(side, one.statement().text())
                                && Composer.namedBy(plan, lead).allMatch(one::holds),
                        StatementOrder.AS_GOOD_A_RESULT))
        : Optional.empty();
  }

  private static boolean opensWith(Statements.Ranked one, Side side) {
    Side opening = AskedSide.openingOf(one.statement().text());
    return opening == null || opening == side;
  }

  /** "习近平在釜山说了什么": what he said himself, and not that they met. */
  private Optional<Statements> ofTheSpeaker(QueryPlan plan, Reading reading, Statements ranked) {
    return reading.language() == Language.ZH
        ? ranked.ledBy(
            one ->
                StatementOrder.meeting(one.record())
                        .equals(StatementOrder.meeting(ranked.ranked().getFirst().record()))
                    && !ChineseLead.setsTheScene(one)
                    && statementRanker.isSaidAsAsked(plan, reading, one),
            StatementOrder.AS_GOOD_A_PLAN)
        : Optional.empty();
  }

  /**
   * "The legal basis for the tariffs": the law that they rest on, and not that a court ended it.
   */
  private static Optional<Statements> ofTheBasis(QueryPlan plan, Statements ranked) {
    return BASIS.isIn(plan.text()) && !RESTS.isIn(ranked.ranked().getFirst().statement().text())
        ? ranked.ledBy(one -> RESTS.isIn(one.statement().text()), StatementOrder.AS_GOOD_A_PLAN)
        : Optional.empty();
  }

  /** What adds up is told by its sum, then in the order in which its entry tells it. */
  private static Optional<Statements> whatAllPay(QueryPlan plan, Statements ranked) {
    Statements.Ranked lead = ranked.ranked().getFirst();
    return plan.text().equals(AskedText.WHAT_ALL_PAY) && lead.record().kind() == Kind.EXPLAINER
        ? Optional.of(
            ranked.withFirst(
                ranked.ranked().stream()
                    .filter(one -> one.record().equals(lead.record()))
                    .sorted(
                        Comparator.comparingInt(
                            (Statements.Ranked one) -> tellsTheWhole(one) ? -1 : one.ordinal()))
                    .map(one -> one.plus(lead.score() - one.score()))
                    .toList()))
        : Optional.empty();
  }

  /** What both together come to, then what each of them charges. */
  private Optional<Statements> whatBothCharge(
      Question question, QueryPlan plan, Statements ranked, LocalDate today) {
    Statements.Ranked lead = ranked.ranked().getFirst();
    return plan.text().equals(AskedText.WHAT_BOTH_CHARGE)
        ? Optional.of(
            ranked.withFirst(
                Stream.concat(
                        Stream.of(lead),
                        Stream.of(Side.PRC, Side.US)
                            .flatMap(side -> whatIsCharged(side, question, today).stream())
                            .map(one -> compared.ofPlan(plan, one, lead.score())))
                    .toList()))
        : Optional.empty();
  }

  private Optional<Statements.Ranked> whatIsCharged(Side by, Question question, LocalDate today) {
    String asked = by == Side.US ? AskedText.WHAT_ALL_PAY : AskedText.WHAT_CHINA_CHARGES;
    return ranked(question, generation.planByMeaning(asked), today).ranked().stream()
        .filter(one -> one.record().side() == by && !tellsTheWhole(one))
        .filter(one -> !OfToday.isBygone(one, today))
        .findFirst();
  }

  /**
   * "How much is charged on a speaker": an entry's own opening, and not its line under a heading
   * that the question does not name ("Section 301, legacy chips: …").
   */
  private Optional<Statements> ownOpening(QueryPlan plan, Reading reading, Statements ranked) {
    Statements.Ranked lead = ranked.ranked().getFirst();
    Matcher heading = HEADING.matcher(lead.statement().text());
    return lead.record().kind() == Kind.EXPLAINER
            && (reading.asks(Slot.AMOUNT) || PAYS.isIn(plan.text()))
            && heading.lookingAt()
            && generation.termsIn(heading.group()).stream().noneMatch(plan.termIds()::contains)
        ? ranked.ledBy(
            one -> one.record().equals(lead.record()) && one.ordinal() == 0, Double.MAX_VALUE)
        : Optional.empty();
  }

  /** "Was the CHIPS Act signed": what names that law, and not how another was signed. */
  private Optional<Statements> ofTheLaw(QueryPlan plan, Statements ranked) {
    return PASSED.isIn(plan.text())
        ? ofAll(
            ranked,
            laws(plan, term -> term.kind().equals("law")),
            (one, law) -> one.holds(law) || one.evidence().inTitle()[law])
        : Optional.empty();
  }

  /** "The time limit of Section 232": what names that section, and not another alone. */
  private Optional<Statements> ofTheSection(QueryPlan plan, Statements ranked) {
    return SECTION.isIn(ranked.ranked().getFirst().statement().text())
        ? ofAll(
            ranked, laws(plan, term -> term.id().startsWith("section-")), Statements.Ranked::holds)
        : Optional.empty();
  }

  private List<Integer> laws(QueryPlan plan, Predicate<Term> kind) {
    return StatementOrder.Named.of(plan, generation, kind);
  }

  private static Optional<Statements> ofAll(
      Statements ranked, List<Integer> laws, BiPredicate<Statements.Ranked, Integer> holds) {
    Predicate<Statements.Ranked> isOfThem =
        one -> laws.stream().allMatch(law -> holds.test(one, law));
    return laws.isEmpty() || isOfThem.test(ranked.ranked().getFirst())
        ? Optional.empty()
        : ranked.ledBy(isOfThem, StatementOrder.AS_GOOD_A_RESULT);
  }

  /** Whether it tells what all of them together come to. */
  private static boolean tellsTheWhole(Statements.Ranked one) {
    return one.statement().text().contains(" average ");
  }

  /** "What did Washington do on chips": its own deed, and not what the other said of it. */
  private static Optional<Statements> ofTheDoer(
      QueryPlan plan, Reading reading, Statements ranked) {
    Side doer = reading.side();
    Side done = doneBy(ranked.ranked().getFirst());
    if (doer != null && done != null && done != doer) {
      return ranked.ledBy(one -> doneBy(one) == doer, StatementOrder.AS_GOOD_A_RESULT);
    }
    return doer != null
            && (DOES.isIn(plan.text())
                || AskedDeed.isOthers(plan, ranked.ranked().getFirst().record()))
            && Imposer.isOthers(doer, ranked.ranked().getFirst().record().side())
        ? ranked.ledBy(
            one -> one.record().side() == doer && one.record().kind().isMeasure(),
            StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  /** The government that a statement opens with as the doer, "Paused by China"; null for none. */
  private static @Nullable Side doneBy(Statements.Ranked one) {
    Matcher done = DONE_BY.matcher(one.statement().text());
    if (!done.lookingAt()) {
      return null;
    }
    return done.group("us") == null && done.group("american") == null ? Side.PRC : Side.US;
  }

  /**
   * "Who was taken off the Entity List in 2025": what tells of the one list named, not another's.
   */
  private Optional<Statements> ofTheList(QueryPlan plan, Statements statements) {
    List<Integer> lists = AskedList.lists(plan, generation);
    return lists.size() == 1 && isOfAList(statements.ranked().getFirst())
        ? statements.ledBy(
            one ->
                AskedList.tells(one, lists.getFirst())
                    && (!askedList.asksItsSize(plan)
                        || AskedList.tellsItsSize(one.statement().text())),
            StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  /** Whether a list is named, in the statement or the title of its record. */
  private boolean isOfAList(Statements.Ranked one) {
    return generation.termsIn(one.record().title() + "\n" + one.statement().text()).stream()
        .flatMap(id -> generation.term(id).stream())
        .anyMatch(term -> term.kind().equals("list"));
  }

  /** Whether each of two things set beside each other is told of first. */
  boolean areBothTold(QueryPlan plan, Reading reading, Statements statements) {
    return compared.areTold(plan, reading, statements);
  }

  /** The statements of a question about one of two things as they rank. */
  private Statements ranked(Question question, QueryPlan plan, LocalDate today) {
    Reading reading =
        SinceMeeting.applied(QuestionReader.read(plan.text(), today), plan, generation);
    SearchFilter filter =
        new SearchFilter(question.side(), question.topic(), question.since(), question.until());
    List<Ranked> records = timed.rank(plan, reading, filter).records();
    return statementRanker.rank(
        plan, reading, records.subList(0, Math.min(RECORDS_OF_EACH, records.size())));
  }
}
