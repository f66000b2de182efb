package dev.readout.discord;

import dev.readout.discord.Bot.Load;
import dev.readout.discord.command.Trace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Does work after its acknowledgement: so much at once, so much waiting, and no more. A place is
 * taken before Discord is told anything, so that what is acknowledged is also done. Thread-safe.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration YIELD = Duration.ofMillis(2);
  private static final Duration LONGEST_YIELD = Duration.ofMillis(300);

  private final int atOnce;
  private final Places places;
  private final Semaphore working;

  /** Places taken for work that has not come yet: each is an acknowledgement under way. */
  private final AtomicInteger promised = new AtomicInteger();

  private final Duration closeWithin;
  private volatile boolean closed;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("answer-", 0).factory());

  /** For so much work at once, waiting, and of both of one server; closing waits so long. */
  WorkerPool(int atOnce, int waiting, int ofOneServer, Duration closeWithin) {
    this.atOnce = atOnce;
    this.places = new Places(atOnce + waiting, ofOneServer);
    this.working = new Semaphore(atOnce, true);
    this.closeWithin = closeWithin;
  }

  /** Takes a place in a server, 0 outside; empty when it has its share or all are taken. */
  Optional<Slot> takeSlot(long server) {
    if (closed || !places.take(server)) {
      return Optional.empty();
    }
    promised.incrementAndGet();
    return Optional.of(new Slot(server));
  }

  Load load() {
    int taken = places.taken();
    int running = Math.min(taken, atOnce - working.availablePermits());
    return new Load(running, taken - running, places.all);
  }

  /** One that was taken: either given back or worked on, once. */
  final class Slot {
    private final long server;

    private Slot(long server) {
      this.server = server;
    }

    void giveBack() {
      promised.decrementAndGet();
      places.giveBack(server);
    }

    /** Whether its turn is now: no more places are taken than may be worked in at once. */
    boolean isNext() {
      return places.taken() <= atOnce;
    }

    /** Does the work when its turn comes, and gives the place back. */
    void work(Runnable work) {
      work(work, () -> {});
    }

    /** The same; what is then done, in the place, only waits and keeps nobody from working. */
    void work(Runnable work, Runnable then) {
      promised.decrementAndGet();
      try {
        threads.execute(Trace.carried(() -> inTurn(work, then)));
      } catch (RejectedExecutionException e) { // closed since the place was taken
        places.giveBack(server);
      }
    }

    private void inTurn(Runnable work, Runnable then) {
      try {
        working.acquire();
        try {
          letAcknowledgementsPass();
          work.run();
        } finally {
          working.release();
        }
        then.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        places.giveBack(server);
      }
    }
  }

  /**
   * Acknowledgements have three seconds, work a quarter of an hour: when many come at once, these
   * processors are theirs first. Not for longer than somebody would notice.
   */
  private void letAcknowledgementsPass() {
    long until = System.nanoTime() + LONGEST_YIELD.toNanos();
    while (promised.get() > 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(YIELD.toNanos());
    }
  }

  /**
   * Takes no more work, and waits for what was taken, begun or not: what is acknowledged is also
   * done. What has not ended by then is interrupted.
   */
  @Override
  public void close() {
    closed = true;
    try {
      if (places.free.tryAcquire(places.all, closeWithin.toMillis(), TimeUnit.MILLISECONDS)) {
        places.free.release(places.all);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  /**
   * So many places, of which each server takes no more than its share, so that one server does not
   * take those of all the others. What is used outside servers counts as one more server, 0.
   * Thread-safe; remembers only servers that have taken a place.
   */
  static final class Places {
    private final int all;
    private final int ofOneServer;
    private final Semaphore free;
    private final ConcurrentMap<Long, Integer> taken = new ConcurrentHashMap<>();

    Places(int all, int ofOneServer) {
      this.all = all;
      this.ofOneServer = ofOneServer;
      this.free = new Semaphore(all);
    }

    /** Takes one more for the server, to be given back; false when none is left for it. */
    boolean take(long server) {
      boolean[] isTaken = {false};
      taken.compute(
          server,
          (_, before) -> {
            int now = before == null ? 0 : before;
            isTaken[0] = now < ofOneServer && free.tryAcquire();
            return isTaken[0] ? Integer.valueOf(now + 1) : before;
          });
      return isTaken[0];
    }

    void giveBack(long server) {
      taken.computeIfPresent(server, (_, before) -> before == 1 ? null : before - 1);
      free.release();
    }

    int taken() {
      return all - free.availablePermits();
    }
  }

  /**
   * Who works for members, as many as the operator says, and who for moderators and operators: a
   * page that is fetched or a reindex that is followed takes seconds to minutes, and must not take
   * the places of answers. Thread-safe.
   */
  record Pools(WorkerPool forMembers, WorkerPool forModerators) implements AutoCloseable {
    /** How much moderators of all servers have done at the same time; most of it is waiting. */
    static final int MODERATORS_AT_ONCE = 12;

    /** How much of theirs may wait for that. */
    static final int MODERATORS_WAITING = 48;

    /** How much of both one server's moderators may have under way; pages may be slow. */
    static final int MODERATORS_OF_A_SERVER = 5;

    static Pools of(DiscordSettings.Limits limits) {
      int places = limits.answersAtOnce() + limits.answersWaiting();
      Duration closeWithin = limits.stopWithin();
      return new Pools(
          new WorkerPool(limits.answersAtOnce(), limits.answersWaiting(), places, closeWithin),
          new WorkerPool(
              MODERATORS_AT_ONCE, MODERATORS_WAITING, MODERATORS_OF_A_SERVER, closeWithin));
    }

    /** Closes both at the same time, so that it takes no longer than one. */
    @Override
    public void close() {
      CompletableFuture<Void> moderators =
          CompletableFuture.runAsync(forModerators::close, Thread::startVirtualThread);
      forMembers.close();
      moderators.join();
    }
  }
}
