package dev.readout.discord.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** Has members do one thing after the other, at a rate, until it is closed. Thread-safe. */
final class Load implements AutoCloseable {
  private static final double LONGEST_PAUSE_SECONDS = 3;
  private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_EXCESSES = Duration.ofMinutes(2);

  private final Crowd crowd;
  private final Typists typists;
  private final Ledger ledger;
  private final double deedsASecond;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Thread> loops = new ArrayList<>();

  Load(Crowd crowd, Typists typists, Ledger ledger, double deedsASecond) {
    this.crowd = crowd;
    this.typists = typists;
    this.ledger = ledger;
    this.deedsASecond = deedsASecond;
  }

  private interface Loop {
    void once(SplittableRandom random) throws InterruptedException;
  }

  void start() {
    loop("members", 1, this::oneMember);
    loop("typists", 2, this::oneBurst);
    loop("eager", 3, this::oneExcess);
  }

  /** Each loop has its own numbers, the same in every soak. */
  private void loop(String name, long seed, Loop loop) {
    SplittableRandom random = new SplittableRandom(seed);
    loops.add(
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(
                () -> {
                  try {
                    while (!Thread.currentThread().isInterrupted()) {
                      loop.once(random);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // it is over
                  }
                }));
  }

  private void oneMember(SplittableRandom random) throws InterruptedException {
    RandomGenerator own = random.split();
    people.execute(() -> guarded(() -> crowd.act(own)));
    double seconds = -Math.log(1 - random.nextDouble()) / deedsASecond;
    Thread.sleep((long) (1_000 * Math.min(LONGEST_PAUSE_SECONDS, seconds)));
  }

  private void oneBurst(SplittableRandom random) throws InterruptedException {
    typists.burst(random, letter -> people.execute(() -> guarded(letter::run)));
    Thread.sleep(BETWEEN_BURSTS);
  }

  private void oneExcess(SplittableRandom random) throws InterruptedException {
    Thread.sleep(BETWEEN_EXCESSES);
    RandomGenerator own = random.split();
    people.execute(() -> guarded(() -> crowd.askTooOften(own)));
  }

  private interface Act {
    void act() throws InterruptedException;
  }

  /** What the people here cannot do is a mistake of theirs, which must not go unseen. */
  private void guarded(Act act) {
    try {
      act.act();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | AssertionError e) {
      ledger.wrong(Fault.UNEXPECTED, Instant.now() + " " + e);
    }
  }

  /** Returns when everybody who did something has had an answer, or has given up. */
  @Override
  public void close() {
    loops.forEach(Thread::interrupt);
    try {
      for (Thread loop : loops) {
        loop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    people.close();
  }
}
