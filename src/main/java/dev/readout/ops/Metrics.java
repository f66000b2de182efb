package dev.readout.ops;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.discord.Bot;
import dev.readout.discord.command.Observer;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.store.CensusTable;
import dev.readout.store.CensusTable.Census;
import dev.readout.store.Database;
import dev.readout.store.SourceEntry.SourceState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All metrics; those of each part of the bot from when it is there. {@code docs/metrics.md} says
 * what each means. No label or value says who, where or what was asked, and every label has a
 * handful of values. Thread-safe; closed by its owner.
 */
final class Metrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  /** How often what takes a while to see is looked at. */
  private static final long BETWEEN_LOOKS_SECONDS = 30;

  private static final double MILLIS = 1000;
  private static final Path MEMORY = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final int BYTES_OF_A_KB = 1024;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Observer interactions = new InteractionMetrics(registry);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Micrometer itself would let go of what a count is taken from. */
  private final List<LongSupplier> counts = new CopyOnWriteArrayList<>();

  /** So that whoever collects metrics neither waits for a slow look nor makes it happen. */
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("figures").factory());

  /** Of a bot of which nothing is there yet. */
  Metrics(String version, Health health) {
    gauge("readout.version", "The program that runs", () -> 1, "version", version);
    for (Health.Part part : Health.Part.values()) {
      gauge(
          "readout.healthy",
          "Whether a part works, by the last check",
          () -> health.known(part).isHealthy() ? 1 : 0,
          "check",
          part.word());
    }
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    if (Files.isReadable(MEMORY)) { // Linux only
      gaugeIn(
          "bytes",
          "process.resident.memory",
          "Memory of the machine that the process takes",
          Metrics::residentBytes);
    }
  }

  private static double residentBytes() {
    try {
      return Files.readAllLines(MEMORY).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * BYTES_OF_A_KB)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException _) {
      return Double.NaN;
    }
  }

  Observer observer() {
    return interactions;
  }

  /** All of them, as Prometheus reads them. */
  String text() {
    return registry.scrape();
  }

  void add(Database database) {
    Sampled<Long> bytes = sample(database::bytesOnDisk);
    gaugeIn("bytes", "readout.database.size", "The database on disk", () -> bytes.figure(b -> b));
    Sampled<Census> census = sample(new CensusTable(database)::count);
    for (SourceState state : SourceState.values()) {
      gauge(
          "readout.sources",
          "Sources that were added",
          () -> census.figure(now -> now.sources().getOrDefault(state, 0)),
          "state",
          state.wireName());
    }
    gauge("readout.feeds", "Feeds that are watched", () -> census.figure(now -> now.feeds().all()));
    gauge(
        "readout.feeds.failing",
        "Feeds that could not be fetched the last time",
        () -> census.figure(now -> now.feeds().failing()));
    gauge(
        "readout.feeds.denied",
        "Feeds whose sites refuse list or documents to programs, or ask who is reading",
        () -> census.figure(now -> now.feeds().denied()));
    gauge(
        "readout.feeds.empty",
        "Feeds that have listed nothing for seven days",
        () -> census.figure(now -> now.feeds().empty()));
    gaugeIn(
        "seconds",
        "readout.feeds.checked.timestamp",
        "When a feed was last looked at",
        () -> census.figure(now -> timestamp(now.feeds().checked())));
  }

  void add(Indexes indexes) {
    Sampled<Long> bytes = sample(indexes::bytesOnDisk);
    gaugeIn(
        "bytes",
        "readout.index.size",
        "All indexes on disk, those kept for a roll-back included",
        () -> bytes.figure(size -> size));
  }

  void add(ServingIndexes serving) {
    Function<Function<GenerationInfo, Number>, DoubleSupplier> of =
        figure ->
            () ->
                serving.with(
                    Scope.GLOBAL,
                    current -> figure.apply(current.generation().info()).doubleValue());
    gauge(
        "readout.index.generation",
        "Number of the global index that serves",
        of.apply(info -> Double.valueOf(info.name())));
    gauge(
        "readout.index.records",
        "Records that the global index holds",
        of.apply(GenerationInfo::records));
    gauge(
        "readout.index.statements",
        "Statements that the global index holds",
        of.apply(GenerationInfo::statements));
    gaugeIn(
        "seconds",
        "readout.index.built.timestamp",
        "When the global index was built",
        of.apply(info -> timestamp(info.built())));
    gaugeIn(
        "seconds",
        "readout.records.newest.timestamp",
        "When the newest record of either side was published",
        of.apply(info -> timestamp(startOf(info.reachesTo()))));
    gauge("readout.desks.open", "Servers whose own index is open", serving::openServers);
    gauge("readout.cache.answers", "Answers kept", () -> serving.cache().size());
    String meaning = "Answers looked for among those kept";
    count("readout.cache.requests", meaning, () -> serving.cache().hits(), "result", "hit");
    count("readout.cache.requests", meaning, () -> serving.cache().misses(), "result", "miss");
  }

  void addBackupAge(DoubleSupplier seconds) {
    gaugeIn("seconds", "readout.backup.age", "Since the newest backup was made", seconds);
  }

  void add(Reindexer reindexer) {
    String name = "readout.reindexes";
    String meaning = "Reindexes of this process that have ended";
    count(name, meaning, () -> reindexer.counts().done(), "outcome", "done");
    count(name, meaning, () -> reindexer.counts().cancelled(), "outcome", "cancelled");
    count(name, meaning, () -> reindexer.counts().failed(), "outcome", "failed");
  }

  void add(Bot bot) {
    gauge("readout.gateway.shards", "Shards of this process", () -> bot.connections().shards());
    gauge(
        "readout.gateway.shards.connected",
        "Shards of this process that are connected",
        () -> bot.connections().connected());
    gaugeIn(
        "seconds",
        "readout.gateway.ping",
        "How long Discord's gateway takes to reply",
        () -> {
          long millis = bot.connections().pingMillis();
          return millis < 0 ? Double.NaN : millis / MILLIS;
        });
    gauge(
        "readout.events.waiting",
        "Events of Discord's that wait to be looked at",
        bot::eventsWaiting);
    add("members", bot::membersLoad);
    add("moderators", bot::moderatorsLoad);
  }

  private void add(String crew, Supplier<Bot.Load> load) {
    String[] tags = {"crew", crew};
    gauge("readout.work.running", "Replies being made", () -> load.get().running(), tags);
    gauge("readout.work.waiting", "Replies to be made", () -> load.get().waiting(), tags);
    gauge(
        "readout.work.places",
        "How many of both there may be before more are turned away",
        () -> load.get().places(),
        tags);
  }

  /** What goes up and down; one that throws is not a number. */
  private void gauge(String name, String meaning, DoubleSupplier figure, String... tags) {
    Gauge.builder(name, () -> value(figure)).description(meaning).tags(tags).register(registry);
  }

  /** The same for bytes or seconds, also since 1970. */
  private void gaugeIn(String unit, String name, String meaning, DoubleSupplier figure) {
    Gauge.builder(name, () -> value(figure)).description(meaning).baseUnit(unit).register(registry);
  }

  private static double value(DoubleSupplier figure) {
    try {
      return figure.getAsDouble();
    } catch (RuntimeException e) { // as of a part that is closed
      LOG.debug("a figure cannot be read", e);
      return Double.NaN;
    }
  }

  /** What goes up only. */
  private void count(String name, String meaning, LongSupplier figure, String... tags) {
    counts.add(figure);
    FunctionCounter.builder(name, figure, LongSupplier::getAsLong)
        .description(meaning)
        .tags(tags)
        .register(registry);
  }

  private static @Nullable Instant startOf(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** A moment in seconds since 1970; not a number for none. */
  private static double timestamp(@Nullable Instant moment) {
    return moment == null ? Double.NaN : moment.toEpochMilli() / MILLIS;
  }

  /** What the last look into a database or at files found. */
  private record Sampled<T>(AtomicReference<@Nullable T> last) {
    /** A figure of it; not a number while nothing is known. */
    double figure(Function<T, Number> figure) {
      T known = last.get();
      return known == null ? Double.NaN : figure.apply(known).doubleValue();
    }
  }

  /** Looks at once and then again and again; where that fails, nothing is known until the next. */
  private <T> Sampled<T> sample(Supplier<T> look) {
    Sampled<T> sampled = new Sampled<>(new AtomicReference<>());
    Runnable refresh =
        () -> {
          try {
            sampled.last.set(look.get());
          } catch (RuntimeException e) {
            LOG.debug("a figure cannot be read", e);
            sampled.last.set(null);
          }
        };
    var _ = looks.scheduleWithFixedDelay(refresh, 0, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
    return sampled;
  }

  @Override
  public void close() {
    looks.shutdownNow();
    collections.close();
    registry.close();
  }
}
