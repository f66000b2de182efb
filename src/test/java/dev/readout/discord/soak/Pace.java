package dev.readout.discord.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Keeps somebody from asking more often than a member may. Confined to one thread. */
final class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** One less than the bot allows in a minute. */
  private static final int A_MINUTE = 7;

  private final ArrayDeque<Instant> asked = new ArrayDeque<>();

  /** Waits until it is time to ask again. */
  void await() {
    if (asked.size() == A_MINUTE) {
      Duration left = Duration.between(Instant.now(), asked.removeFirst().plus(MINUTE));
      if (left.isPositive()) {
        rest(left);
      }
    }
    asked.addLast(Instant.now());
  }

  static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
