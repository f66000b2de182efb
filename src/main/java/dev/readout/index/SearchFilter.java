package dev.readout.index;

import dev.readout.corpus.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a search may find: of a side, of a topic's id, published or true as of days from
 * and to, inclusive; null for all. Immutable.
 */
public record SearchFilter(
    @Nullable Side side,
    @Nullable String topic,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {
  public static final SearchFilter ALL = new SearchFilter(null, null, null, null);
}
