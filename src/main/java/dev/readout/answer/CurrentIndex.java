package dev.readout.answer;

import dev.readout.index.Generation;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The index that answers now, which another may replace at any moment: who is being answered keeps
 * the index that answered first, and a generation is closed after its last answer. Thread-safe.
 */
final class CurrentIndex implements AutoCloseable {
  static final int MAX_ANSWERS = 10_000;

  private final Function<Generation, ServingIndex> indexes;

  /** Written under the lock of this object, so that each lease is given back once. */
  private volatile Lease current;

  /** Takes over the generation: it is closed here. */
  CurrentIndex(Generation generation, InstantSource clock) {
    this(generation, made -> ServingIndex.of(made, clock, MAX_ANSWERS));
  }

  /** Over the generation, which is taken over and closed here, then over those after it. */
  CurrentIndex(Generation generation, Function<Generation, ServingIndex> indexes) {
    this.indexes = indexes;
    this.current = new Lease(indexes.apply(generation));
  }

  /** What the work makes of the current index, not to be used after it. Throws after closing. */
  <T> T with(Function<ServingIndex, T> work) {
    try (Lease lease = lease().orElseThrow(() -> new IllegalStateException("closed"))) {
      return work.apply(lease.serving);
    }
  }

  /** From now on the generation answers; the one before is closed when nobody uses it any more. */
  void replace(Generation generation) {
    Lease next = new Lease(indexes.apply(generation));
    Lease before;
    synchronized (this) {
      before = current;
      current = next;
    }
    before.close();
  }

  /** Closes the generation after its last use. */
  @Override
  public void close() {
    current.close();
  }

  /** How many answers are kept; none after closing. */
  long keptAnswers() {
    Optional<Lease> lease = lease();
    try (Lease held = lease.orElse(null)) {
      return held == null ? 0 : held.serving.answerer().size();
    }
  }

  /** The current index, to be given back by closing the lease; empty after closing. */
  Optional<Lease> lease() {
    while (true) {
      Lease lease = current;
      if (lease.take()) {
        return Optional.of(lease);
      }
      if (lease == current) {
        return Optional.empty();
      }
    }
  }

  /** An index and how many use it; being the current one counts as a use. */
  static final class Lease implements AutoCloseable {
    private final ServingIndex serving;
    private final AtomicInteger uses = new AtomicInteger(1);

    private Lease(ServingIndex serving) {
      this.serving = serving;
    }

    private boolean take() {
      return uses.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    ServingIndex serving() {
      return serving;
    }

    /** Gives it back, once for each time it was taken. */
    @Override
    public void close() {
      if (uses.decrementAndGet() == 0) {
        serving.generation().close();
      }
    }
  }
}
