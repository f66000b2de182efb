package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The turn at something that serves one at a time: next is the server that has waited longest since
 * its own last turn, or since it came, so that one with much to do delays another by one turn at
 * most, and those who come again and again do not overtake who waits. Within a server in the order
 * of asking. Remembers only servers that wait or have the turn. Thread-safe.
 */
public final class FairTurn {
  private final Map<Scope, Line> lines = new LinkedHashMap<>();
  private boolean isTaken;
  private long turns;

  /** Those of one server who wait. */
  private static final class Line {
    private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
    private long lastTurn;
    private boolean hasTurn;

    private Line(long lastTurn) {
      this.lastTurn = lastTurn;
    }

    private boolean isWaiting() {
      return !waiting.isEmpty();
    }
  }

  /** Waits for the turn, to be given back; false when it does not come in time. */
  public boolean take(Scope scope, Duration patience) throws InterruptedException {
    CountDownLatch mine = new CountDownLatch(1);
    synchronized (this) {
      lines.computeIfAbsent(scope, _ -> new Line(turns - 1)).waiting.add(mine);
      next();
    }
    try {
      return mine.await(patience.toNanos(), TimeUnit.NANOSECONDS) || !isLeft(scope, mine);
    } catch (InterruptedException e) {
      if (!isLeft(scope, mine)) {
        giveBack(scope);
      }
      throw e;
    }
  }

  /** Ends the turn that the server had. */
  public synchronized void giveBack(Scope scope) {
    isTaken = false;
    Line line = lines.get(scope);
    if (line != null) {
      line.hasTurn = false;
      if (!line.isWaiting()) {
        lines.remove(scope);
      }
    }
    next();
  }

  private synchronized void next() {
    Optional<Line> next =
        lines.values().stream()
            .filter(line -> !isTaken && line.isWaiting())
            .min(Comparator.comparingLong(line -> line.lastTurn));
    if (next.isPresent()) {
      isTaken = true;
      next.get().hasTurn = true;
      next.get().lastTurn = ++turns;
      next.get().waiting.remove().countDown();
    }
  }

  /** Whether it no longer waits; false when its turn came. */
  private synchronized boolean isLeft(Scope scope, CountDownLatch mine) {
    Line line = lines.get(scope);
    if (line == null || !line.waiting.remove(mine)) {
      return false;
    }
    if (!line.isWaiting() && !line.hasTurn) {
      lines.remove(scope);
    }
    return true;
  }

  /** One request a host at a time, the servers in turn; remembers hosts in use. Thread-safe. */
  static final class HostTurns {
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    /** Waits for the host's turn, which ends when it is closed. */
    Turn take(String host, Scope asker, Wire.Deadline deadline)
        throws Wire.RefusedException, InterruptedIOException {
      Queue queue = queues.compute(host, (key, there) -> joined(there));
      boolean taken = false;
      try {
        taken = queue.turn.take(asker, deadline.remaining());
        if (!taken) {
          throw new Wire.RefusedException(
              Fetched.Reason.TIMED_OUT, "others were being fetched from the host");
        }
        return new Turn(this, host, asker, queue);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      } finally {
        if (!taken) {
          leave(host);
        }
      }
    }

    int size() {
      return queues.size();
    }

    private static Queue joined(@Nullable Queue there) {
      Queue queue = there == null ? new Queue() : there;
      queue.members++;
      return queue;
    }

    private void leave(String host) {
      queues.computeIfPresent(host, (key, queue) -> --queue.members == 0 ? null : queue);
    }

    private static final class Queue {
      private final FairTurn turn = new FairTurn();

      /** Those who wait and the one whose turn it is; changed only within the map's own locks. */
      private int members;
    }

    /** A host's turn, had by whoever holds this. Close it once. */
    record Turn(HostTurns turns, String host, Scope asker, Queue queue) implements AutoCloseable {
      @Override
      public void close() {
        queue.turn.giveBack(asker);
        turns.leave(host);
      }
    }
  }
}
