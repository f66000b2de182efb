package dev.readout.ops.metric;

import dev.readout.answer.desk.Desks;
import dev.readout.discord.Bot;
import dev.readout.discord.observation.Observer;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.ops.health.Health;
import dev.readout.ops.health.Part;
import dev.readout.store.Database;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * All metrics; those of each part of the bot from when it is there. Thread-safe; closed by its
 * owner.
 */
public final class Metrics implements AutoCloseable {
  /** How often what takes a while to see is looked at. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Meters meters = new Meters(registry);
  private final Observer metering = new Metering(registry);
  private final Machine machine = new Machine(registry);
  private final Sampler sampler = new Sampler(BETWEEN_LOOKS);

  /**
   * Of a bot of which nothing is there yet.
   *
   * @param version of the program
   */
  public Metrics(String version, Health health) {
    meters.gauge("readout.version", "The program that runs", () -> 1, "version", version);
    for (Part part : Part.values()) {
      meters.gauge(
          "readout.healthy",
          "Whether a part works, by the last check",
          () -> health.known(part).isHealthy() ? 1 : 0,
          "check",
          part.word());
    }
  }

  /** Counts what it is told. */
  public Observer observer() {
    return metering;
  }

  /** All of them, as Prometheus reads them. */
  public String text() {
    return registry.scrape();
  }

  public void add(Database database) {
    DatabaseMeters.add(meters, sampler, database);
  }

  public void add(Indexes indexes) {
    Sampled<Long> bytes = sampler.sample(indexes::bytesOnDisk);
    meters.bytes(
        "readout.index.size",
        "All indexes on disk, those kept for a roll-back included",
        () -> bytes.figure(size -> size));
  }

  public void add(Desks desks) {
    DeskMeters.add(meters, desks);
  }

  public void add(Reindexer reindexer) {
    String name = "readout.reindexes";
    String meaning = "Reindexes of this process that have ended";
    meters.count(name, meaning, () -> reindexer.counts().done(), "outcome", "done");
    meters.count(name, meaning, () -> reindexer.counts().cancelled(), "outcome", "cancelled");
    meters.count(name, meaning, () -> reindexer.counts().failed(), "outcome", "failed");
  }

  public void add(Bot bot) {
    BotMeters.add(meters, bot);
  }

  @Override
  public void close() {
    sampler.close();
    machine.close();
    registry.close();
  }
}
