package dev.readout.discord.standin.time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Says that something has changed, to threads that wait for something to be so. Thread-safe. */
public final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Lets everybody who waits look again. Call it after the change. */
  public void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the probe finds something. Throws {@link AssertionError} with the complaint when
   * patience ends; the probe may throw to end the waiting at once.
   */
  public <T> T await(Duration patience, Supplier<Optional<T>> probe, Supplier<String> complaint) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<T> found = probe.get();
        if (found.isPresent()) {
          return found.get();
        }
        if (nanos <= 0) {
          throw new AssertionError(complaint.get() + " (waited " + patience.toMillis() + " ms)");
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting: " + complaint.get(), e);
    } finally {
      lock.unlock();
    }
  }
}
