package dev.readout.intake.extract;

import java.time.Duration;

/**
 * What one document may cost. Immutable.
 *
 * @param within longest that extraction may take, its process's start included; 1 second to 5
 *     minutes
 * @param heapMiB largest heap of its process; 64 to 2,048 MiB
 * @param isolated whether it has a process of its own; only tests do without
 */
public record ExtractorSettings(Duration within, int heapMiB, boolean isolated) {
  /** Enough for the largest document that is taken. */
  public static final ExtractorSettings DEFAULT =
      new ExtractorSettings(Duration.ofSeconds(20), 128);

  /** For tests only: of documents that are not hostile, without the second that a process takes. */
  public static final ExtractorSettings IN_THIS_PROCESS =
      new ExtractorSettings(DEFAULT.within(), DEFAULT.heapMiB(), false);

  /** In a process of its own. */
  public ExtractorSettings(Duration within, int heapMiB) {
    this(within, heapMiB, true);
  }

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
