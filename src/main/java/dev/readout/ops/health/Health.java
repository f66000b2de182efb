package dev.readout.ops.health;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether the bot can do its work: each part is looked at when somebody asks, all at once, and each
 * within two seconds. Thread-safe; closed by its owner.
 */
public final class Health implements AutoCloseable {
  private final Map<Part, Probe> probes = new EnumMap<>(Part.class);

  /**
   * Not virtual ones, which would stand in line behind the answers being worked out. Never more
   * than there are parts, since none is looked at twice at once.
   */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("health-", 0).factory());

  /** Of parts that are not there yet. */
  public Health() {
    this(Probe.Pace.STANDARD, System::nanoTime);
  }

  Health(Probe.Pace pace, LongSupplier nanos) {
    for (Part part : Part.values()) {
      probes.put(part, new Probe(part.atFirst(), pace, nanos, threads));
    }
  }

  /**
   * From now on the part is looked at like this.
   *
   * @param check may block, and may throw, which is unhealthy
   */
  public void watch(Part part, Supplier<Finding> check) {
    probe(part).lookBy(check);
  }

  private Probe probe(Part part) {
    return Objects.requireNonNull(probes.get(part));
  }

  /** How every part is. */
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
}
