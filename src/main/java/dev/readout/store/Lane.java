package dev.readout.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * A few connections, and as many threads of their own that use them. SQLite is native code, which
 * would hold a virtual thread to its carrier for as long as a disk or another process keeps it
 * waiting; here the caller waits, and is free to be unmounted or interrupted. Thread-safe; owns the
 * connections. Limits: 1,000 callers in the queue, 20 seconds for each.
 */
final class Lane implements AutoCloseable {
  private static final int QUEUE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Path file;
  private final String begin;
  private final List<Connection> connections;
  private final BlockingQueue<Jdbi> idle;
  private final ThreadPoolExecutor threads;

  /**
   * Starts no thread yet.
   *
   * @param begin the statement that begins a transaction
   */
  Lane(String name, Path file, String begin, List<Connection> connections) {
    this.file = file;
    this.begin = begin;
    this.connections = List.copyOf(connections);
    this.idle = new ArrayBlockingQueue<>(connections.size());
    connections.forEach(connection -> idle.add(RowMapping.jdbi(connection)));
    this.threads =
        new ThreadPoolExecutor(
            connections.size(),
            connections.size(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("store-" + name + "-", 1).factory());
  }

  /**
   * Does the work in a transaction: all of it or none.
   *
   * @param before a statement for the connection; empty for none
   * @throws StoreUnavailableException when the database refuses, or does not come to it in time; a
   *     change may then still be made later
   */
  <T> T inTransaction(String before, HandleCallback<T, RuntimeException> work) {
    return call(
        handle -> {
          // Not by the driver, whose commit begins a next transaction at once and may fail at that.
          if (!before.isEmpty()) {
            handle.execute(before);
          }
          handle.execute(begin);
          try {
            T result = work.withHandle(handle);
            handle.execute("COMMIT");
            return result;
          } catch (RuntimeException | Error e) {
            rollBack(handle, e);
            throw e;
          }
        });
  }

  private static void rollBack(Handle handle, Throwable because) {
    try {
      handle.execute("ROLLBACK");
    } catch (RuntimeException e) { // A full disk, for one, has rolled it back already.
      because.addSuppressed(e);
    }
  }

  /** As {@link #inTransaction}, but without one. */
  <T> T call(HandleCallback<T, RuntimeException> work) {
    Future<T> result;
    try {
      result = threads.submit(() -> run(work));
    } catch (RejectedExecutionException e) {
      String reason = threads.isShutdown() ? "it is closed" : QUEUE + " others wait for it";
      throw new StoreUnavailableException(file, reason, "try again later", e);
    }
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw StoreUnavailableException.of(file, e);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw new StoreUnavailableException(
          file, "no answer within " + PATIENCE.toSeconds() + " seconds", "try again later", e);
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(file, "the wait for it was interrupted", "try again", e);
    }
  }

  /** There are as many connections as threads, so taking one never waits. */
  private <T> T run(HandleCallback<T, RuntimeException> work) throws InterruptedException {
    Jdbi jdbi = idle.take();
    try {
      return jdbi.withHandle(work);
    } finally {
      idle.add(jdbi);
    }
  }

  /** Lets what has been accepted finish, for at most 10 seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw StoreUnavailableException.of(file, e);
    }
  }
}
