package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.List;

/**
 * What leads where a question is of a known form: which of two came first, two things compared,
 * what came of a meeting, why a court ruled, several parts. Thread-safe.
 */
final class LeadAsAsked {
  /** Records whose statements are read for one of two things: two questions more are read. */
  private static final int RECORDS_OF_EACH = 2;

  private final Generation generation;
  private final StatementRanker statementRanker;
  private final TimedSearch timed;
  private final Outcomes outcomes;
  private final Compared compared;
  private final WhichFirst whichFirst;
  private final QuestionParts parts;

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
    this.parts = new QuestionParts(generation, statementRanker);
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
        : whichFirst
            .first(question, plan, ranked, today)
            .or(() -> compared.first(question, plan, reading, ranked, today))
            .or(
                () ->
                    compared.ofEach(
                        question, plan, reading, ranked, alone -> ranked(question, alone, today)))
            .or(() -> outcomes.first(question, plan, reading, records, ranked))
            .or(() -> Rounds.first(plan, reading, ranked))
            .or(() -> Rulings.first(plan, ranked, generation))
            .orElseGet(() -> parts.first(plan, reading, records, ranked, today));
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
