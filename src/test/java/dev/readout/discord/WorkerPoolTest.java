package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.discord.Bot.Load;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class WorkerPoolTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final long HERE = 1;
  private static final long ELSEWHERE = 2;

  @Test
  void load_isWhatRunsAndWhatWaits() {
    try (WorkerPool workers = new WorkerPool(1, 2, 3, SOON)) {
      assertThat(workers.load()).isEqualTo(new Load(0, 0, 3));
      CountDownLatch released = new CountDownLatch(1);
      placeIn(workers).work(() -> awaitQuietly(released));
      await().atMost(SOON).until(() -> workers.load().equals(new Load(1, 0, 3)));
      placeIn(workers).work(() -> {});
      WorkerPool.Slot promised = placeIn(workers);

      assertThat(workers.load()).isEqualTo(new Load(1, 2, 3));
      promised.giveBack();
      released.countDown();
      await().atMost(SOON).until(() -> workers.load().equals(new Load(0, 0, 3)));
    }
  }

  @Test
  void takeSlot_allTaken_isRefusedUntilOneIsDone() {
    try (WorkerPool workers = new WorkerPool(1, 1, 2, SOON)) {
      CountDownLatch released = new CountDownLatch(1);
      placeIn(workers).work(() -> awaitQuietly(released));
      placeIn(workers).work(() -> {});

      assertThat(workers.takeSlot(HERE)).isEmpty();
      released.countDown();
      await()
          .atMost(SOON)
          .until(() -> workers.takeSlot(HERE), Optional::isPresent)
          .orElseThrow()
          .giveBack();
    }
  }

  @Test
  void takeSlot_serverHasItsShare_isRefusedThereAlone() {
    try (WorkerPool workers = new WorkerPool(1, 9, 2, SOON)) {
      CountDownLatch released = new CountDownLatch(1);
      placeIn(workers).work(() -> awaitQuietly(released));
      WorkerPool.Slot second = placeIn(workers);

      assertThat(workers.takeSlot(HERE)).isEmpty();
      workers.takeSlot(ELSEWHERE).orElseThrow().work(() -> {});
      second.giveBack();
      placeIn(workers).work(() -> {});
      assertThat(workers.takeSlot(HERE)).isEmpty();
      released.countDown();
      await()
          .atMost(SOON)
          .until(() -> workers.takeSlot(HERE), Optional::isPresent)
          .orElseThrow()
          .giveBack();
    }
  }

  @Test
  void takeSlot_refusedForWantOfPlaces_costsTheServerNothing() {
    try (WorkerPool workers = new WorkerPool(1, 0, 1, SOON)) {
      WorkerPool.Slot taken = placeIn(workers);

      assertThat(workers.takeSlot(ELSEWHERE)).isEmpty();
      taken.giveBack();
      workers.takeSlot(ELSEWHERE).orElseThrow().giveBack();
    }
  }

  @Test
  void work_moreThanAtOnce_waitsItsTurn() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (WorkerPool workers = new WorkerPool(2, 50, 52, SOON)) {
      for (int i = 0; i < 50; i++) {
        placeIn(workers)
            .work(
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
    try (WorkerPool workers = new WorkerPool(1, 0, 1, SOON)) {
      placeIn(workers)
          .work(
              () -> {
                Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
                throw new IllegalStateException("on purpose");
              });

      await()
          .atMost(SOON)
          .until(() -> workers.takeSlot(HERE), Optional::isPresent)
          .orElseThrow()
          .giveBack();
    }
  }

  @Test
  void close_whileWorking_waitsForIt() {
    AtomicBoolean finished = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    WorkerPool workers = new WorkerPool(1, 0, 1, SOON);
    placeIn(workers)
        .work(
            () -> {
              started.countDown();
              LockSupport.parkNanos(1_000_000);
              finished.set(true);
            });
    awaitQuietly(started);

    workers.close();

    assertThat(finished).isTrue();
    assertThat(workers.takeSlot(HERE)).isEmpty();
  }

  @Test
  void close_placeTakenButWorkNotComeYet_waitsForIt() throws InterruptedException {
    AtomicBoolean finished = new AtomicBoolean();
    WorkerPool workers = new WorkerPool(1, 0, 1, SOON);
    WorkerPool.Slot place = placeIn(workers);
    Thread closing = Thread.ofPlatform().start(workers::close);
    await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);

    place.work(() -> finished.set(true));

    assertThat(closing.join(SOON)).isTrue();
    assertThat(finished).isTrue();
    assertThat(workers.takeSlot(HERE)).isEmpty();
  }

  @Test
  void close_workThatDoesNotEnd_isInterruptedInTime() {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    WorkerPool workers = new WorkerPool(1, 0, 1, Duration.ofMillis(50));
    placeIn(workers)
        .work(
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

  private static WorkerPool.Slot placeIn(WorkerPool workers) {
    return workers.takeSlot(HERE).orElseThrow();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
