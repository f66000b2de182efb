package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One request a host at a time, the servers that ask in turn. Remembers only hosts that somebody
 * talks to or waits for, so at most as many as there are fetches under way. Thread-safe.
 */
final class HostTurns {
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();

  /** Waits for the host's turn, which ends when it is closed. */
  Turn take(String host, Scope asker, Deadline deadline)
      throws RefusedException, InterruptedIOException {
    Queue queue = queues.compute(host, (key, there) -> joined(there));
    boolean taken = false;
    try {
      taken = queue.turn.take(asker, deadline.remaining());
      if (!taken) {
        throw new RefusedException(Reason.TIMED_OUT, "others were being fetched from the host");
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

  /** How many hosts are remembered. */
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
  static final class Turn implements AutoCloseable {
    private final HostTurns turns;
    private final String host;
    private final Scope asker;
    private final Queue queue;

    private Turn(HostTurns turns, String host, Scope asker, Queue queue) {
      this.turns = turns;
      this.host = host;
      this.asker = asker;
      this.queue = queue;
    }

    @Override
    public void close() {
      queue.turn.giveBack(asker);
      turns.leave(host);
    }
  }
}
