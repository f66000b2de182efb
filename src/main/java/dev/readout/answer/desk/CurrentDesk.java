package dev.readout.answer.desk;

import dev.readout.index.Generation;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The desk that answers now, which another may replace at any moment: who is being answered keeps
 * the desk that answered first, and a generation is closed after its last answer. Thread-safe.
 */
public final class CurrentDesk implements AutoCloseable {
  private final InstantSource clock;

  /** Written under the lock of this object, so that each lease is given back once. */
  private volatile Lease current;

  /** Takes over the generation: it is closed here. */
  public CurrentDesk(Generation generation, InstantSource clock) {
    this.clock = clock;
    this.current = new Lease(Desk.of(generation, clock));
  }

  /**
   * What the work makes of the current desk. The desk must not be used after the work is done.
   *
   * @throws IllegalStateException after closing
   */
  public <T> T with(Function<Desk, T> work) {
    Lease lease = borrow();
    try {
      return work.apply(lease.desk);
    } finally {
      lease.giveBack();
    }
  }

  /** From now on the generation answers; the one before is closed when nobody uses it any more. */
  public void replace(Generation generation) {
    Lease next = new Lease(Desk.of(generation, clock));
    Lease before;
    synchronized (this) {
      before = current;
      current = next;
    }
    before.giveBack();
  }

  /** Closes the generation after its last use. */
  @Override
  public void close() {
    current.giveBack();
  }

  private Lease borrow() {
    while (true) {
      Lease lease = current;
      if (lease.take()) {
        return lease;
      }
      if (lease == current) {
        throw new IllegalStateException("closed");
      }
    }
  }

  /** A desk and how many use it; being the current one counts as a use. */
  private static final class Lease {
    private final Desk desk;
    private final AtomicInteger uses = new AtomicInteger(1);

    private Lease(Desk desk) {
      this.desk = desk;
    }

    private boolean take() {
      return uses.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    private void giveBack() {
      if (uses.decrementAndGet() == 0) {
        desk.generation().close();
      }
    }
  }
}
