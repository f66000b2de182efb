package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told by its record or its fields, however unsure the words leave it. Thread-safe. */
record ToldForSure(
    Generation generation,
    Composer composer,
    StatementRanker statementRanker,
    Sequences sequences,
    AskedList askedList,
    Charges charges) {
  private static final QuickPattern STATUS_OF =
      QuickPattern.of("\\bstatus of\\b|\\bwhere (?:does|do) [^?]+ stand\\W*$");

  private static final QuickPattern REACTION =
      QuickPattern.of("\\b(?:respon[ds]|react|reply|replied)");

  boolean tells(
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking,
      @Nullable Verdict verdict,
      Statements statements) {
    Optional<Statements.Ranked> lead = statements.ranked().stream().findFirst();
    boolean namesAll = lead.filter(one -> composer.namesAll(plan, one.evidence())).isPresent();
    return statements.isTold()
        || tellsAll(reading, verdict)
        || isTheStatus(plan, verdict)
        || namesTheDay(reading, ranking)
        || lead.filter(
                one ->
                    isOfTheMeeting(plan, reading, one, statements)
                        || ChineseLead.hasTheName(plan, reading, one)
                        // "How did China respond to the ruling": whatever it said of it.
                        || (REACTION.isIn(plan.text())
                            && Accounts.isOfTheMatter(plan, reading, one, generation))
                        // "What did Bessent tell reporters in Madrid": whatever he told them.
                        || (namesAll && statementRanker.isSaidAsAsked(plan, reading, one))
                        || statementRanker.isSaidOfTheMatter(plan, reading, one)
                        || isTheSize(plan, one)
                        || askedList.tellsSinceWhen(plan, reading, one)
                        || isTheDuty(plan, reading, ranking, one)
                        || Mentioned.isTold(plan, reading, one, generation)
                        // The reader doubts what counts in part, "more than half".
                        || (namesAll && OfToday.tellsWhatWasBought(plan, one)))
            .isPresent()
        || sequences.areRecorded(plan, reading, statements);
  }

  /**
   * Whether it is recorded what the duty that the question names charges, or that it is over, or
   * who took part in the meeting: no statement need say it.
   */
  private static boolean tellsAll(Reading reading, @Nullable Verdict verdict) {
    return verdict != null && (reading.asks(Slot.AMOUNT) || verdict.slot() == Slot.PERSON);
  }

  /** "The status of the Google probe", where the measure that the verdict is of is Google's. */
  private boolean isTheStatus(QueryPlan plan, @Nullable Verdict verdict) {
    List<Integer> names = StatementOrder.Named.of(plan, generation, term -> !term.isVocabulary());
    return verdict != null
        && verdict.slot() == Slot.STANDING
        && STATUS_OF.isIn(plan.text())
        && !names.isEmpty()
        && generation.evidenceOf(plan, List.of(verdict.records().getFirst().id())).stream()
            .anyMatch(measure -> names.stream().allMatch(i -> measure.inTitle()[i]));
  }

  /** "How many companies are on the UFLPA list": told of all that it has. */
  private boolean isTheSize(QueryPlan plan, Statements.Ranked lead) {
    return askedList.asksItsSize(plan)
        && AskedList.lists(plan, generation).stream().allMatch(list -> AskedList.tells(lead, list))
        && AskedList.tellsItsSize(lead.statement().text());
  }

  /** "How much tariff does China charge on US soybeans": a rate is recorded, and one is told. */
  private boolean isTheDuty(
      QueryPlan plan, Reading reading, List<Ranked> ranking, Statements.Ranked lead) {
    return reading.asks(Slot.AMOUNT)
        && lead.filled() > 0
        && OfToday.isAsked(plan, reading)
        && !Measures.goods(plan, generation).isEmpty()
        && charges.isRecorded(plan, reading, ranking)
        && StatementOrder.Named.of(plan, generation, term -> !term.isVocabulary()).stream()
            .allMatch(lead::holds);
  }

  /** "The remarks in London on 10 June 2025" names a record and asks for nothing that it says. */
  private static boolean namesTheDay(Reading reading, List<Ranked> ranking) {
    return reading.namesADayAlone()
        && ranking.stream()
            .limit(1)
            .anyMatch(one -> one.record().anchorDay().equals(reading.first()));
  }

  /** The round asked for by number or place, or the first of two persons, by its own record. */
  private boolean isOfTheMeeting(
      QueryPlan plan, Reading reading, Statements.Ranked lead, Statements statements) {
    return Rounds.isTold(plan, reading, statements)
        || NextMeeting.of(plan, reading, generation).filter(lead.record()::equals).isPresent();
  }
}
