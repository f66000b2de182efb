package dev.readout.ops.metric;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds figures that are asked for when metrics are collected. One that throws is not a number.
 * Thread-safe.
 */
final class Meters {
  private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

  private final MeterRegistry registry;

  /** Micrometer itself would let go of what a count is taken from. */
  private final List<LongSupplier> counts = new CopyOnWriteArrayList<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * What goes up and down.
   *
   * @param tags names and values of labels in turn
   */
  void gauge(String name, String meaning, DoubleSupplier figure, String... tags) {
    Gauge.builder(name, () -> value(figure)).description(meaning).tags(tags).register(registry);
  }

  /** The same for a number of bytes. */
  void bytes(String name, String meaning, DoubleSupplier figure) {
    Gauge.builder(name, () -> value(figure))
        .description(meaning)
        .baseUnit("bytes")
        .register(registry);
  }

  /** The same for seconds, also since 1970. */
  void seconds(String name, String meaning, DoubleSupplier figure) {
    Gauge.builder(name, () -> value(figure))
        .description(meaning)
        .baseUnit("seconds")
        .register(registry);
  }

  private static double value(DoubleSupplier figure) {
    try {
      return figure.getAsDouble();
    } catch (RuntimeException e) { // as of a part that is closed
      LOG.debug("a figure cannot be had", e);
      return Double.NaN;
    }
  }

  /** What goes up only. */
  void count(String name, String meaning, LongSupplier figure, String... tags) {
    counts.add(figure);
    FunctionCounter.builder(name, figure, LongSupplier::getAsLong)
        .description(meaning)
        .tags(tags)
        .register(registry);
  }

  /** A moment in seconds since 1970; not a number for none. */
  static double timestamp(@Nullable Instant moment) {
    return moment == null ? Double.NaN : moment.toEpochMilli() / 1000.0;
  }
}
