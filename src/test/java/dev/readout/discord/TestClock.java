package dev.readout.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * A clock that a test sets, and by which it can hold up the bot's work: {@code /status} without a
 * day looks at the clock, and so waits while work is held. Thread-safe.
 */
final class TestClock implements InstantSource {
  private static final String WORKERS = "answer-";

  private volatile Instant now;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  TestClock(Instant now) {
    this.now = now;
  }

  /** By the test's thread alone. */
  void advance(Duration by) {
    now = now.plus(by);
  }

  /** From now on a worker that looks at this clock waits. */
  void holdWork() {
    gate = new CountDownLatch(1);
  }

  void releaseWork() {
    gate.countDown();
  }

  @Override
  public Instant instant() {
    if (Thread.currentThread().getName().startsWith(WORKERS)) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return now;
  }
}
