package dev.readout.corpus;

import java.time.LocalDate;
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
}
