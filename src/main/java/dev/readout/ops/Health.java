package dev.readout.ops;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the bot can do its work; parts are looked at when asked, within 2 s. Thread-safe. */
public final class Health implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Map<Part, Probe> probes = new EnumMap<>(Part.class);

  /** Not virtual ones, which would wait behind answers being worked out; one a part at most. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("health-", 0).factory());

  /** Of parts that are not there yet. */
  public Health() {
    this(Pace.STANDARD, System::nanoTime);
  }

  Health(Pace pace, LongSupplier nanos) {
    for (Part part : Part.values()) {
      probes.put(part, new Probe(part.atFirst(), pace, nanos, threads));
    }
  }

  /** From now on the part is looked at like this; it may block, and to throw is unhealthy. */
  public void watch(Part part, Supplier<Finding> check) {
    probe(part).lookBy(check);
  }

  private Probe probe(Part part) {
    return Objects.requireNonNull(probes.get(part));
  }

  public Report report() {
    probes.values().forEach(Probe::begin);
    Map<Part, Finding> findings = new EnumMap<>(Part.class);
    probes.forEach((part, probe) -> findings.put(part, probe.finding()));
    return new Report(findings);
  }

  /** How a part is or was a moment ago; waits for nothing. */
  public Finding known(Part part) {
    return probe(part).known();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** What the bot cannot do its work without. */
  public enum Part {
    GATEWAY("connecting"),
    INDEX("opening"),
    DATABASE("opening");

    private final String before;

    Part(String before) {
      this.before = before;
    }

    /** The word used on pages and in metrics. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Finding atFirst() {
      return Finding.unhealthy(before);
    }
  }

  /** How a part is, in a few words that anybody may read. Immutable. */
  public record Finding(boolean isHealthy, String detail) {

    public static Finding healthy(String detail) {
      return new Finding(true, detail);
    }

    public static Finding unhealthy(String detail) {
      return new Finding(false, detail);
    }
  }

  public record Report(Map<Part, Finding> findings) {
    public Report {
      findings = Collections.unmodifiableMap(new EnumMap<>(findings));
    }

    public boolean isHealthy() {
      return findings.values().stream().allMatch(Finding::isHealthy);
    }

    /** One line a part. */
    public String text() {
      return findings.entrySet().stream()
          .map(entry -> line(entry.getKey(), entry.getValue()))
          .collect(Collectors.joining());
    }

    private static String line(Part part, Finding finding) {
      return "%s: %s (%s)\n".formatted(part.word(), status(finding.isHealthy()), finding.detail());
    }

    public static String status(boolean isHealthy) {
      return isHealthy ? "ok" : "unhealthy";
    }
  }

  /** How long a look holds from its beginning, and how long it may take. */
  record Pace(Duration fresh, Duration patience) {
    /** Who asks more often learns nothing more, and who waits longer has given up. */
    static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  /** Looks at one part, never twice at once; too long a look is unhealthy. Thread-safe. */
  private static final class Probe {
    private final Pace pace;
    private final LongSupplier nanos;
    private final Executor threads;
    private Supplier<Finding> check;
    private @Nullable Look last;

    /** What the look before the last one found. */
    private Finding before;

    /** A look at the part, under way or over. */
    private record Look(long began, CompletableFuture<Finding> finding) {}

    /** Of a part that is not there yet. */
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
}
