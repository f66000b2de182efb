package dev.readout.discord.soak;

import java.time.Duration;
import java.util.List;

/**
 * Whether memory grew: a straight line through samples by least squares. Immutable.
 *
 * <p>Flat is what grows by less than a twentieth over the time looked at. A steady Java process
 * moves by a few hundredths: code is compiled, caches fill to their bounds, and mapped pages of the
 * index come and go. The longer the soak, the less may leak: of 450 MB, 67 MB an hour in half an
 * hour, of which two thirds are looked at, and 4 MB an hour in a night of 8 hours. Shrinking is
 * flat, too.
 *
 * @param mean of the samples, in bytes
 * @param bytesPerHour the slope
 * @param over the time looked at
 */
record Trend(double mean, double bytesPerHour, Duration over) {
  private static final double SMALL_SHARE = 0.05;
  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  /** The trend of what could be seen of a gauge from a moment on. */
  static Trend of(List<Vitals> samples, Gauge gauge, Duration from) {
    List<Vitals> seen =
        samples.stream()
            .filter(one -> one.at().compareTo(from) >= 0 && one.get(gauge).isPresent())
            .toList();
    if (seen.isEmpty()) {
      return new Trend(0, 0, Duration.ZERO);
    }
    double meanTime = seen.stream().mapToDouble(Trend::hours).average().orElse(0);
    double mean = seen.stream().mapToDouble(one -> value(one, gauge)).average().orElse(0);
    double together = 0;
    double alone = 0;
    for (Vitals one : seen) {
      double time = hours(one) - meanTime;
      together += time * (value(one, gauge) - mean);
      alone += time * time;
    }
    Duration over = seen.getLast().at().minus(seen.getFirst().at());
    return new Trend(mean, alone == 0 ? 0 : together / alone, over);
  }

  private static double hours(Vitals sample) {
    return sample.at().toMillis() / MILLIS_PER_HOUR;
  }

  private static double value(Vitals sample, Gauge gauge) {
    return sample.get(gauge).orElse(0);
  }

  /** By how much of the mean the line rises from end to end. */
  double change() {
    return mean == 0 ? 0 : bytesPerHour * over.toMillis() / MILLIS_PER_HOUR / mean;
  }

  boolean isFlat() {
    return change() < SMALL_SHARE;
  }
}
