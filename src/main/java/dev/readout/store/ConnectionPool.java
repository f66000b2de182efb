package dev.readout.store;

import dev.readout.store.Engine.Access;
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
final class ConnectionPool implements AutoCloseable {
  private static final int QUEUE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Engine engine;
  private final Access access;
  private final BlockingQueue<Line> idle;
  private final ThreadPoolExecutor threads;

  /** Connects, for access of mostly this kind; starts no thread yet. */
  ConnectionPool(String name, Engine engine, Access access, int connections) throws SQLException {
    this.engine = engine;
    this.access = access;
    this.idle = new ArrayBlockingQueue<>(connections);
    try {
      for (int i = 0; i < connections; i++) {
        idle.add(connect());
      }
    } catch (SQLException e) {
      for (Line line : idle) {
        line.connection.close();
      }
      throw e;
    }
    this.threads =
        new ThreadPoolExecutor(
            connections,
            connections,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("store-" + name + "-", 1).factory());
  }

  private record Line(Connection connection, Jdbi jdbi) {}

  private Line connect() throws SQLException {
    Connection connection = engine.connect(access);
    return new Line(connection, RowMapping.jdbi(connection));
  }

  /** Does all of the work or none; throws when refused, or too late: then it may be done later. */
  <T, X extends Exception> T inTransaction(Access kind, HandleCallback<T, X> work) throws X {
    // Not by the driver, whose commit begins a next transaction at once and may fail at that.
    return call(
        engine.begin(kind),
        handle -> {
          try {
            T result = work.withHandle(handle);
            handle.execute("COMMIT");
            return result;
          } catch (Exception | Error e) {
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
    return call(List.of(), work);
  }

  private <T, X extends Exception> T call(List<String> begin, HandleCallback<T, X> work) throws X {
    Future<T> result;
    try {
      result = threads.submit(() -> run(begin, work));
    } catch (RejectedExecutionException e) {
      String reason = threads.isShutdown() ? "it is closed" : QUEUE + " others wait for it";
      throw new StoreUnavailableException(engine, reason, "try again later", e);
    }
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedChangeException refused) {
        @SuppressWarnings("unchecked") // no work ends with it that does not say so
        X declared = (X) refused;
        throw declared;
      }
      throw engine.unavailable(e);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw new StoreUnavailableException(
          engine, "no answer within " + PATIENCE.toSeconds() + " seconds", "try again later", e);
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(
          engine, "the wait for it was interrupted", "try again", e);
    }
  }

  /** As many connections as threads, so none is waited for; one lost before is replaced. */
  private <T, X extends Exception> T run(List<String> begin, HandleCallback<T, X> work)
      throws X, InterruptedException, SQLException {
    Line line = idle.take();
    try {
      if (!begins(line, begin)) {
        line.connection.close();
        line = connect();
        line.jdbi.useHandle(handle -> begin(handle, begin));
      }
      return line.jdbi.withHandle(work);
    } finally {
      idle.add(line);
    }
  }

  private boolean begins(Line line, List<String> begin) throws SQLException {
    try {
      line.jdbi.useHandle(handle -> begin(handle, begin));
      return !line.connection.isClosed();
    } catch (RuntimeException e) {
      if (engine.isLost(e)) {
        return false;
      }
      throw e;
    }
  }

  /** All of it or nothing: a wait for other writers that is given up has begun a transaction. */
  private static void begin(Handle handle, List<String> begin) {
    try {
      begin.forEach(handle::execute);
    } catch (RuntimeException e) {
      rollBack(handle, e);
      throw e;
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
      for (Line line : idle) {
        line.connection.close();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw engine.unavailable(e);
    }
  }
}
