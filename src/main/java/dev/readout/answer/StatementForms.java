package dev.readout.answer;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the statements of a generation hold that can fill a slot, read once. Thread-safe. */
final class StatementForms {
  /**
   * Of all generations: a server's has the shipped statements too. Those of the shipped ones fit
   * in.
   */
  private static final Cache<Text, StatementForm> FORMS =
      Caffeine.newBuilder().maximumSize(6_000).build();

  /** How far behind the best one with the form that is asked for still comes before it. */
  private static final double MAX_BEHIND = 2.5;

  /** The same where the question says how many it wants: "which three objectives". */
  private static final double MAX_BEHIND_OF_SO_MANY = 4;

  private static final List<Slot> TOLD_IN_A_FORM =
      List.of(Slot.LIST, Slot.STANDING, Slot.PLACE, Slot.AMOUNT);

  private final Generation generation;

  StatementForms(Generation generation) {
    this.generation = generation;
  }

  /** What a text holds does not change with the question, but with the terms that it is read by. */
  private record Text(String hash, String terms) {}

  StatementForm of(Statement statement) {
    return requireNonNull(
        FORMS.get(
            new Text(statement.hash(), generation.termsFingerprint()),
            _ -> StatementForm.of(statement)));
  }

  /**
   * Whether one of the statements fills the slot by something that the question does not give
   * itself.
   */
  boolean anyFills(Slot slot, QueryPlan plan, Stream<Statement> statements) {
    StatementForm question = StatementForm.of(plan.text());
    return statements.anyMatch(statement -> of(statement).fills(slot, question, generation));
  }

  /**
   * Where a list, a standing, a place or a figure is asked for and the best statement has none, of
   * those read the best of its record that has: the reader likes what repeats the question, "nine
   * companies", better than their names.
   */
  Optional<Statements.Ranked> asAsked(
      QueryPlan plan, Reading reading, Statements.Ranked best, Stream<Statements.Ranked> read) {
    double least =
        reading.asks(Slot.LIST) && StatementForm.SO_MANY.matcher(plan.text()).find()
            ? MAX_BEHIND_OF_SO_MANY
            : MAX_BEHIND;
    List<Statements.Ranked> near =
        read.filter(one -> one.record().equals(best.record()))
            .takeWhile(one -> best.score() - one.score() <= least)
            .toList();
    return TOLD_IN_A_FORM.stream()
        .filter(slot -> reading.asks(slot) && !fills(slot, plan, best))
        .flatMap(slot -> near.stream().filter(one -> fills(slot, plan, one)))
        .findFirst();
  }

  private boolean fills(Slot slot, QueryPlan plan, Statements.Ranked one) {
    return anyFills(slot, plan, Stream.of(one.statement()));
  }
}
