package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as far as it is understood and searched for. Immutable. */
record Searched(
    Question question,
    LocalDate asOf,
    QueryPlan plan,
    Reading reading,
    List<Ranked> ranking,
    @Nullable Verdict verdict,
    Statements statements,
    double confidence,
    List<Missing> missing) {
  @Nullable Evidence nearest() {
    return ranking.isEmpty() ? null : ranking.getFirst().evidence();
  }

  /** The same with the statements in another order, and no verdict before them. */
  Searched ledBy(Statements order) {
    return new Searched(question, asOf, plan, reading, ranking, null, order, confidence, missing);
  }

  /** The same of a question that this was left out of. */
  Searched without(Missing part) {
    return new Searched(
        question, asOf, plan, reading, ranking, verdict, statements, confidence, List.of(part));
  }
}
