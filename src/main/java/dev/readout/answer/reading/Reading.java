package dev.readout.answer.reading;

import dev.readout.corpus.Side;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question was understood to ask. Immutable.
 *
 * @param language EN or ZH; in either script the same
 * @param slots what it asks to be told
 * @param side the side whose words or measures are asked for; null for both or neither
 * @param first first day of the time asked about; null for any
 * @param last last day of it, inclusive; null for any
 */
public record Reading(
    Language language,
    Set<Shape> shapes,
    Set<Slot> slots,
    @Nullable Side side,
    @Nullable LocalDate first,
    @Nullable LocalDate last) {

  public Reading {
    shapes = Set.copyOf(shapes);
    slots = Set.copyOf(slots);
  }

  public boolean asks(Shape shape) {
    return shapes.contains(shape);
  }

  public boolean asks(Slot slot) {
    return slots.contains(slot);
  }

  /** The same question about another time. */
  public Reading at(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Reading(language, shapes, slots, side, from, to);
  }

  /** Whether a time is asked about. */
  public boolean hasSpan() {
    return first != null || last != null;
  }

  /** Whether the day lies in the time asked about. */
  public boolean spans(LocalDate day) {
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }
}
