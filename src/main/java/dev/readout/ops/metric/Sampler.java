package dev.readout.ops.metric;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks again and again, on a thread of its own, at what takes a while to see, so that whoever
 * collects metrics neither waits for it nor makes it happen. Thread-safe; closed by its owner.
 */
final class Sampler implements AutoCloseable {
  private final List<Sampled<?>> all = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("figures").factory());

  /** Looks from now on. */
  Sampler(Duration between) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> all.forEach(Sampled::refresh),
            between.toMillis(),
            between.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Looks at this too, at once for the first time. */
  <T> Sampled<T> sample(Supplier<T> look) {
    Sampled<T> sampled = new Sampled<>(look);
    all.add(sampled);
    thread.execute(sampled::refresh);
    return sampled;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
