package dev.readout.intake.extract;

import java.time.Duration;

/**
 * What one document may cost. Immutable.
 *
 * @param within longest that extraction may take, its process's start included; 1 second to 5
 *     minutes
 * @param heapMiB largest heap of its process; 64 to 2,048 MiB
 */
public record ExtractorSettings(Duration within, int heapMiB) {
  /** Enough for the largest document that is taken. */
  public static final ExtractorSettings DEFAULT =
      new ExtractorSettings(Duration.ofSeconds(20), 128);

  public ExtractorSettings {
    if (within.compareTo(Duration.ofSeconds(1)) < 0
        || within.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("extraction takes 1 second to 5 minutes, not " + within);
    }
    if (heapMiB < 64 || heapMiB > 2048) {
      throw new IllegalArgumentException("extraction has 64 to 2,048 MiB, not " + heapMiB);
    }
  }
}
