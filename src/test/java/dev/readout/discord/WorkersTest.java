package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void takePlace_allTaken_isRefusedUntilOneIsDone() {
    try (Workers workers = new Workers(1, 1, SOON)) {
      CountDownLatch released = new CountDownLatch(1);
      assertThat(workers.takePlace()).isTrue();
      workers.work(() -> awaitQuietly(released));
      assertThat(workers.takePlace()).isTrue();
      workers.work(() -> {});

      assertThat(workers.takePlace()).isFalse();
      released.countDown();
      await().atMost(SOON).until(workers::takePlace);
      workers.giveBack();
    }
  }

  @Test
  void work_moreThanAtOnce_waitsItsTurn() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (Workers workers = new Workers(2, 50, SOON)) {
      for (int i = 0; i < 50; i++) {
        assertThat(workers.takePlace()).isTrue();
        workers.work(
            () -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              LockSupport.parkNanos(100_000);
              running.decrementAndGet();
              done.incrementAndGet();
            });
      }
      await().atMost(SOON).until(() -> done.get() == 50);
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void work_thatFails_givesItsPlaceBack() {
    try (Workers workers = new Workers(1, 0, SOON)) {
      assertThat(workers.takePlace()).isTrue();
      workers.work(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
            throw new IllegalStateException("on purpose");
          });

      await().atMost(SOON).until(workers::takePlace);
      workers.giveBack();
    }
  }

  @Test
  void close_whileWorking_waitsForIt() {
    AtomicBoolean finished = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    Workers workers = new Workers(1, 0, SOON);
    assertThat(workers.takePlace()).isTrue();
    workers.work(
        () -> {
          started.countDown();
          LockSupport.parkNanos(1_000_000);
          finished.set(true);
        });
    awaitQuietly(started);

    workers.close();

    assertThat(finished).isTrue();
    assertThat(workers.takePlace()).isFalse();
  }

  @Test
  void close_placeTakenButWorkNotComeYet_waitsForIt() throws InterruptedException {
    AtomicBoolean finished = new AtomicBoolean();
    Workers workers = new Workers(1, 0, SOON);
    assertThat(workers.takePlace()).isTrue();
    Thread closing = Thread.ofPlatform().start(workers::close);
    await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);

    workers.work(() -> finished.set(true));

    assertThat(closing.join(SOON)).isTrue();
    assertThat(finished).isTrue();
    assertThat(workers.takePlace()).isFalse();
  }

  @Test
  void close_workThatDoesNotEnd_isInterruptedInTime() {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    Workers workers = new Workers(1, 0, Duration.ofMillis(50));
    assertThat(workers.takePlace()).isTrue();
    workers.work(
        () -> {
          started.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.set(true);
          }
        });
    awaitQuietly(started);

    workers.close();

    await().atMost(SOON).untilTrue(interrupted);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
