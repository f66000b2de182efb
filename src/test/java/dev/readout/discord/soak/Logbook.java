package dev.readout.discord.soak;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the bot's process every ten seconds and keeps what it saw; says every minute how things
 * are. At six samples a minute a night is a few thousand. Thread-safe.
 */
final class Logbook implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final int SAMPLES_A_LINE = 6;
  private static final double MB = 1e6;

  private final VitalsReader reader;
  private final Ledger ledger;
  private final Instant start;
  private final PrintStream out;
  private final List<Vitals> samples = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("vitals").factory());

  Logbook(VitalsReader reader, Ledger ledger, Instant start, PrintStream out) {
    this.reader = reader;
    this.ledger = ledger;
    this.start = start;
    this.out = out;
  }

  void begin() {
    var _ = clock.scheduleAtFixedRate(this::sample, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sample() {
    Vitals now = reader.read(Duration.between(start, Instant.now()));
    int number;
    synchronized (samples) {
      samples.add(now);
      number = samples.size();
    }
    if (number % SAMPLES_A_LINE == 0) {
      say(now);
    }
  }

  private void say(Vitals now) {
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "minute %3d: %,d replies, %,d completions; bot %s MB, heap %s MB, %s threads, %s files;"
            + " driver %.0f MB; wrong: %s%n",
        now.at().toMinutes(),
        ledger.replies(),
        ledger.answered(Deed.COMPLETE).number(),
        Gauge.RSS.shown(now.get(Gauge.RSS)),
        Gauge.HEAP.shown(now.get(Gauge.HEAP)),
        Gauge.THREADS.shown(now.get(Gauge.THREADS)),
        Gauge.FILES.shown(now.get(Gauge.FILES)),
        (runtime.totalMemory() - runtime.freeMemory()) / MB,
        ledger.isClean() ? "nothing" : ledger.examples().getLast());
  }

  List<Vitals> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    reader.close();
  }
}
