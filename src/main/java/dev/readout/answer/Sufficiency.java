package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;

/**
 * Whether what was found answers a question: surely enough, or told by recorded fields, and with
 * nothing of what is asked lacking. Thread-safe.
 *
 * @param needed how likely an answer must be, 0 to 1
 */
record Sufficiency(
    double needed,
    Generation generation,
    Composer composer,
    Charges charges,
    Sequences sequences,
    Outcomes outcomes,
    LeadAsAsked leads,
    ToldForSure toldForSure,
    Lacking lacking) {
  /** Share of what is needed where recorded fields fill the slot. */
  private static final double WITH_VERDICT = 0.3;

  /** Share of what is needed for an answer from which on the nearest records are named. */
  static final double FAR = 0.01;

  /** Whether recorded fields, or records that belong in the answer, tell what is asked. */
  private boolean isRecorded(Searched searched) {
    QueryPlan plan = searched.plan();
    List<Ranked> ranking = searched.ranking();
    return searched.verdict() != null
        || (!ranking.isEmpty()
            && composer.namesAll(plan, ranking.getFirst().evidence())
            && charges.isRecorded(plan, searched.reading(), ranking))
        || (searched.reading().asks(Shape.NEXT)
            && Planned.isAny(plan, searched.statements().ranked(), searched.asOf()))
        || outcomes.meeting(plan, searched.reading(), ranking).isPresent()
        || Newest.isTold(plan, searched.reading(), searched.statements())
        || leads.areBothTold(plan, searched.reading(), searched.statements())
        || sequences.belonging(plan, searched.reading(), ranking).findAny().isPresent();
  }

  /** "What happened last month" asks of nothing whose standing would tell it. */
  private boolean namesSomething(QueryPlan plan) {
    return !StatementOrder.Named.in(plan, generation).matters().isEmpty()
        || plan.tokens().stream().anyMatch(token -> token.kind() == QueryToken.Kind.CITATION);
  }

  boolean isAnswered(Searched searched) {
    Verdict verdict = searched.verdict();
    if ((verdict != null && verdict.isOfLists())
        || !Chronicle.of(searched.plan(), searched.reading(), generation).isEmpty()) {
      return !searched.statements().ranked().isEmpty();
    }
    boolean isPast =
        searched.missing().stream()
            .anyMatch(missing -> missing.kind() == Missing.Kind.AFTER_THE_SOURCES);
    return (!isPast || (searched.verdict() != null && namesSomething(searched.plan())))
        && (searched.confidence() >= needed
            || (searched.confidence() >= needed * WITH_VERDICT && isRecorded(searched))
            || (searched.confidence() >= needed * FAR
                && toldForSure.tells(
                    searched.plan(),
                    searched.reading(),
                    searched.ranking(),
                    searched.verdict(),
                    searched.statements())))
        && !isLacking(searched)
        && !searched.statements().ranked().isEmpty();
  }

  /** Whether something that is asked for is known not to be told, however near the rest is. */
  boolean isLacking(Searched searched) {
    return searched.verdict() == null
        ? lacking.isAny(
            searched.question().text(), searched.plan(), searched.reading(), searched.statements())
        : lacking.isBeside(searched.plan(), searched.reading(), searched.statements())
            || isOfAnotherRule(searched);
  }

  /** Whether a standing found would be another rule's. */
  boolean isOfAnotherRule(Searched searched) {
    return lacking.isOfAnotherRule(searched.plan(), searched.reading(), searched.statements());
  }
}
