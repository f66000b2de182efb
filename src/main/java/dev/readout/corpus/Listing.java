package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names that a record's statements say are, or were, on a list. Immutable.
 *
 * @param list id of the list's term
 * @param names at least one
 * @param from first day on the list, inclusive; null where the record gives none
 * @param to last day on it; null where the record does not say that they were taken off
 * @param by id of the measure that put them there, whose standing is theirs; null where the records
 *     hold none that does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing(
    String list,
    List<Name> names,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String by) {

  /**
   * A name as the record's statements write it.
   *
   * @param zh as their Chinese wording writes it; null where that has no Chinese name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Name(String en, @Nullable String zh) {}

  public Listing {
    names = List.copyOf(names);
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("taken off on " + to + " before listed on " + from);
    }
  }
}
