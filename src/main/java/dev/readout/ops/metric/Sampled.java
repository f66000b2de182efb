package dev.readout.ops.metric;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a look into a database or at files found, kept until the next look. Thread-safe. */
final class Sampled<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);

  private final Supplier<T> look;
  private volatile @Nullable T found;

  /** Not looked at yet. */
  Sampled(Supplier<T> look) {
    this.look = look;
  }

  /** Looks again; where that fails, nothing is known until the next look. */
  void refresh() {
    try {
      found = look.get();
    } catch (RuntimeException e) {
      LOG.debug("a figure cannot be had", e);
      found = null;
    }
  }

  /** A figure of it; not a number while nothing is known. */
  double figure(ToDoubleFunction<T> figure) {
    T known = found;
    return known == null ? Double.NaN : figure.applyAsDouble(known);
  }
}
