package dev.readout.intake.fetch;

import dev.readout.intake.fetch.Fetched.Reason;
import java.time.Duration;

/**
 * When a fetch must be over. Immutable.
 *
 * @param endNanos on the clock of {@link System#nanoTime}
 */
record Deadline(long endNanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Always positive, since OkHttp takes 0 for "no limit". */
  Duration remaining() throws RefusedException {
    long nanos = endNanos - System.nanoTime();
    if (nanos <= 0) {
      throw new RefusedException(Reason.TIMED_OUT, "no time left");
    }
    return Duration.ofNanos(nanos);
  }
}
