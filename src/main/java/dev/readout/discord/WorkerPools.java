package dev.readout.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Who works for members, and who for moderators and operators: a page that is fetched or a reindex
 * that is followed takes seconds to minutes, and must not take the places of answers. Thread-safe.
 *
 * @param forMembers as many as the operator says
 * @param forModerators always as many; a server has only some of the places
 */
record WorkerPools(WorkerPool forMembers, WorkerPool forModerators) implements AutoCloseable {
  /** How much moderators of all servers have done at the same time; most of it is waiting. */
  static final int MODERATORS_AT_ONCE = 12;

  /** How much of theirs may wait for that. */
  static final int MODERATORS_WAITING = 48;

  /** How much of both one server's moderators may have under way; pages may be slow. */
  static final int MODERATORS_OF_A_SERVER = 5;

  static WorkerPools of(DiscordSettings.Limits limits) {
    int places = limits.answersAtOnce() + limits.answersWaiting();
    Duration closeWithin = limits.stopWithin();
    return new WorkerPools(
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
