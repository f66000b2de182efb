package dev.readout.corpus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one measure charged on some days; not what was charged in all. Immutable.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; null when the record names none
 * @param rate as the record has it, with its unit: "25%", "up to 25%", "400 yuan per net ton"
 * @param of the goods
 * @param by id of the record that set it
 */
public record RatePeriod(
    LocalDate from, @Nullable LocalDate to, String rate, String of, String by) {

  public RatePeriod {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("rate ends on " + to + " before it begins on " + from);
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
