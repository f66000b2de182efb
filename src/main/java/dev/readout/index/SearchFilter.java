package dev.readout.index;

import dev.readout.corpus.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a search may find. Immutable.
 *
 * @param side only this side's; null for all
 * @param topic only records filed under this topic id; null for all
 * @param since published (or true as of) this day or later; null for no limit
 * @param until published (or true as of) this day or earlier; null for no limit
 */
public record SearchFilter(
    @Nullable Side side,
    @Nullable String topic,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {
  public static final SearchFilter ALL = new SearchFilter(null, null, null, null);
}
