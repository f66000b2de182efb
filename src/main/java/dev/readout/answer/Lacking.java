package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for and none of the first statements has, so that they are the nearest at most: a
 * figure, the time, a concept, what somebody did. Thread-safe.
 */
final class Lacking {
  private static final int FIRST_STATEMENTS = 3;

  private final Generation generation;
  private final StatementForms forms;

  Lacking(Generation generation) {
    this.generation = generation;
    this.forms = new StatementForms(generation);
  }

  boolean isAny(QueryPlan plan, Reading reading, Statements statements) {
    return amount(plan, reading, statements)
        || time(plan, reading, statements)
        || AskedConcept.unknown(plan, generation).isPresent()
        || deed(plan, reading, statements);
  }

  /** What to say is missing; null for nothing of its own. */
  @Nullable Missing told(QueryPlan plan, Reading reading, Statements statements) {
    if (amount(plan, reading, statements)) {
      return new Missing(Missing.Kind.AMOUNT, "");
    }
    Optional<String> concept = AskedConcept.unknown(plan, generation);
    if (concept.isPresent()) {
      return new Missing(Missing.Kind.NOWHERE, concept.get());
    }
    return time(plan, reading, statements) ? MissingParts.time(plan).orElse(null) : null;
  }

  /** Whether no figure is there but the question's. */
  private boolean amount(QueryPlan plan, Reading reading, Statements statements) {
    return reading.asks(Slot.AMOUNT)
        && !forms.anyFills(
            Slot.AMOUNT, plan, first(statements).stream().map(Statements.Ranked::statement));
  }

  /** Whether a time is asked about and none of them is of it. */
  private boolean time(QueryPlan plan, Reading reading, Statements statements) {
    return reading.hasSpan()
        && !reading.isRange()
        && Duties.changed(plan, reading, generation).isEmpty()
        && first(statements).stream().noneMatch(one -> StatementOrder.isOfTheTime(one, reading));
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
