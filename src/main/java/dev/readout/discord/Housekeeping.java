package dev.readout.discord;

import dev.readout.answer.ReceiptBook;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.Database;
import dev.readout.store.GapTable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is old and checks the database, on a schedule. Thread-safe; closed by its owner. */
record Housekeeping(ScheduledExecutorService thread) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(6);

  /** How often all of the database is read, a second for a gigabyte. */
  private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(15);

  private static final int GAPS_KEPT_DAYS = 365;

  /** Begins within a minute. */
  static Housekeeping start(
      SourceCatalogue sources,
      ReceiptBook receipts,
      Database database,
      InstantSource clock,
      Duration keptAfterLeaving) {
    GapTable gaps = new GapTable(database);
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cleaner").factory());
    var _ =
        thread.scheduleWithFixedDelay(
            () -> {
              erase(sources, keptAfterLeaving);
              clean(receipts, gaps, clock);
            },
            1,
            BETWEEN_CLEANINGS.toMinutes(),
            TimeUnit.MINUTES);
    var _ =
        thread.scheduleWithFixedDelay(
            database::check,
            BETWEEN_CHECKS.toMinutes(),
            BETWEEN_CHECKS.toMinutes(),
            TimeUnit.MINUTES);
    return new Housekeeping(thread);
  }

  private static void erase(SourceCatalogue sources, Duration keptAfterLeaving) {
    try {
      sources.eraseDeparted(keptAfterLeaving);
    } catch (RuntimeException e) {
      LOG.warn("servers that the bot has left could not be deleted: {}", e.getMessage());
    }
  }

  private static void clean(ReceiptBook receipts, GapTable gaps, InstantSource clock) {
    try {
      long removed = receipts.removeOld();
      LOG.debug("removed {} old receipts", removed);
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      removed = gaps.removeOlderThan(today.minusDays(GAPS_KEPT_DAYS));
      LOG.debug("removed {} old counts of unanswered questions", removed);
    } catch (RuntimeException e) {
      LOG.warn("what is old could not be removed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
