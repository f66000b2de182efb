package dev.readout.ops.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one part, not more often than is of use and never twice at once: who asks meanwhile is
 * told what the last look found. A look that takes too long counts as unhealthy until it ends.
 * Thread-safe.
 */
final class Probe {
  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  private final Pace pace;
  private final LongSupplier nanos;
  private final Executor threads;
  private Supplier<Finding> check;
  private @Nullable Look last;

  /** What the look before the last one found. */
  private Finding before;

  /**
   * How often, and how long.
   *
   * @param fresh for how long after its beginning a look holds
   * @param patience how long a look may take
   */
  record Pace(Duration fresh, Duration patience) {
    /** Who asks more often learns nothing more, and who waits longer has given up. */
    static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  /** A look at the part, under way or over. */
  private record Look(long began, CompletableFuture<Finding> finding) {}

  /**
   * Of a part that is not there yet.
   *
   * @param nanos nanoseconds from some moment on
   */
  Probe(Finding atFirst, Pace pace, LongSupplier nanos, Executor threads) {
    this.check = () -> atFirst;
    this.before = atFirst;
    this.pace = pace;
    this.nanos = nanos;
    this.threads = threads;
  }

  /** From now on the part is looked at like this; the check may throw. */
  synchronized void lookBy(Supplier<Finding> check) {
    this.check = check;
    this.last = null;
  }

  /** Looks at it unless the last look holds, and does not wait for it. */
  void begin() {
    var _ = look();
  }

  /** How the part is; takes no longer than the patience with a look. */
  Finding finding() {
    return finding(look());
  }

  /** How the part is or was; looks at it but waits for nothing. */
  synchronized Finding known() {
    Look look = look();
    boolean isOverdue = nanos.getAsLong() - look.began >= pace.patience.toNanos();
    return look.finding.isDone() || isOverdue ? finding(look) : before;
  }

  private Finding finding(Look look) {
    long left = look.began + pace.patience.toNanos() - nanos.getAsLong();
    try {
      return look.finding.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return Finding.unhealthy("no reply within %d ms".formatted(pace.patience.toMillis()));
    } catch (ExecutionException e) {
      LOG.debug("a check failed", e);
      return Finding.unhealthy("failed");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Finding.unhealthy("interrupted");
    }
  }

  private synchronized Look look() {
    Look latest = last;
    if (latest != null && !isOld(latest)) {
      return latest;
    }
    if (latest != null) {
      before = finding(latest); // it has ended
    }
    Look next = new Look(nanos.getAsLong(), CompletableFuture.supplyAsync(check, threads));
    last = next;
    return next;
  }

  private boolean isOld(Look look) {
    return look.finding.isDone() && nanos.getAsLong() - look.began >= pace.fresh.toNanos();
  }
}
