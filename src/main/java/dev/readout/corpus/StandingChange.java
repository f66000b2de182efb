package dev.readout.corpus;

import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has found a document to do to a measure's standing. Immutable.
 *
 * @param measure id of its record
 * @param state the legal state from {@code from} on; null when it changes nothing
 * @param from first day; null exactly when it changes nothing
 * @param to last day; null when the document names none
 */
public record StandingChange(
    String measure, @Nullable LegalState state, @Nullable LocalDate from, @Nullable LocalDate to) {

  public StandingChange {
    if ((state == null) != (from == null) || (to != null && (from == null || to.isBefore(from)))) {
      throw new IllegalArgumentException("a state needs days in their order: " + from + ", " + to);
    }
  }

  /** That nothing changes. */
  public static StandingChange none(String measure) {
    return new StandingChange(measure, null, null, null);
  }

  /**
   * That a measure's last state goes on until a day; empty where it has no last day, or none before
   * that one.
   *
   * @param document id of the record that says so; what it was found to say before does not count
   */
  public static Optional<StandingChange> extending(
      CorpusRecord measure, String document, LocalDate until) {
    List<StandingPeriod> periods = measure.standing().without(Set.of(document)).periods();
    LocalDate last = periods.isEmpty() ? null : periods.getLast().to();
    return last == null || !until.isAfter(last)
        ? Optional.empty()
        : Optional.of(
            new StandingChange(measure.id(), periods.getLast().state(), last.plusDays(1), until));
  }
}
