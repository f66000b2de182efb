package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.ops.Health.Finding;
import dev.readout.ops.Health.Part;
import dev.readout.ops.Health.Report;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthTest {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final AtomicLong nanos = new AtomicLong();
  private final Health health = new Health(new Health.Pace(FRESH, PATIENCE), nanos::get);

  @AfterEach
  void close() {
    health.close();
  }

  private void allWell() {
    for (Part part : Part.values()) {
      health.watch(part, () -> Finding.healthy("fine"));
    }
  }

  private Finding database() {
    return Objects.requireNonNull(health.report().findings().get(Part.DATABASE));
  }

  @Test
  void report_nothingWatched_isUnhealthyThroughout() {
    Report report = health.report();

    assertThat(report.isHealthy()).isFalse();
    assertThat(report.findings()).hasSize(Part.values().length);
    assertThat(report.findings().values()).noneMatch(Finding::isHealthy);
  }

  @Test
  void report_watchedBetweenTwoLooks_isNewAtOnce() {
    assertThat(health.report().isHealthy()).isFalse();
    allWell();

    assertThat(health.report().isHealthy()).isTrue();
  }

  @Test
  void report_oneUnhealthy_isUnhealthy() {
    allWell();
    health.watch(Part.INDEX, () -> Finding.unhealthy("closed"));

    assertThat(health.report().isHealthy()).isFalse();
    assertThat(health.report().text()).contains("index: unhealthy (closed)\n", "gateway: ok");
  }

  @Test
  void report_checkThrows_isUnhealthyWithoutItsMessage() {
    health.watch(
        Part.DATABASE,
        () -> {
          throw new IllegalStateException("/secret/path");
        });

    assertThat(database()).isEqualTo(Finding.unhealthy("failed"));
  }

  @Test
  void report_askedAgainAtOnce_doesNotLookAgain() {
    AtomicInteger looks = new AtomicInteger();
    health.watch(Part.DATABASE, () -> Finding.healthy("look " + looks.incrementAndGet()));
    assertThat(database().detail()).isEqualTo("look 1");

    nanos.addAndGet(FRESH.toNanos() - 1);
    assertThat(database().detail()).isEqualTo("look 1");
    nanos.addAndGet(1);
    assertThat(database().detail()).isEqualTo("look 2");
  }

  @Test
  void report_checkStuck_isUnhealthyInTimeAndLookedAtOnceUntilItEnds() {
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger looks = new AtomicInteger();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    health.watch(
        Part.DATABASE,
        () -> {
          looks.incrementAndGet();
          awaitQuietly(stuck);
          ended.complete(null);
          return Finding.healthy("writable");
        });

    assertThat(database()).isEqualTo(Finding.unhealthy("no reply within 200 ms"));
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(database()).isEqualTo(Finding.unhealthy("no reply within 200 ms"));
    assertThat(looks).hasValue(1);

    stuck.countDown();
    ended.join();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    await().until(() -> database().isHealthy());
  }

  @Test
  void known_whileBeingLookedAt_isWhatWasFoundBefore() {
    CountDownLatch looking = new CountDownLatch(1);
    assertThat(database()).isEqualTo(Finding.unhealthy("opening"));
    health.watch(
        Part.DATABASE,
        () -> {
          awaitQuietly(looking);
          return Finding.healthy("writable");
        });

    assertThat(health.known(Part.DATABASE).isHealthy()).isFalse();
    looking.countDown();
    await().until(() -> health.known(Part.DATABASE).isHealthy());
    nanos.addAndGet(FRESH.toNanos());
    assertThat(health.known(Part.DATABASE).isHealthy()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
