package dev.readout.discord;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.reindex.Serving;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Holds every reindex before it builds, or every server's index before it is opened. Thread-safe.
 */
final class Hold {
  private static final String THREAD = "reindex";
  private static final long PATIENCE_SECONDS = 300;

  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** From now on they wait. */
  void close() {
    gate = new CountDownLatch(1);
  }

  /** What waits goes on, and nothing waits any more. */
  void open() {
    gate.countDown();
  }

  private void pass() {
    try {
      if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test did not let it go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same, but what a reindex asks of it waits. */
  Serving over(Serving serving) {
    return new Serving() {
      @Override
      public <T> T with(Scope scope, Function<Generation, T> work) {
        if (Thread.currentThread().getName().equals(THREAD)) {
          pass();
        }
        return serving.with(scope, work);
      }

      @Override
      public void replace(Scope scope, Generation generation) {
        serving.replace(scope, generation);
      }

      @Override
      public void drop(Scope server) {
        serving.drop(server);
      }

      @Override
      public void hear(String change) {
        serving.hear(change);
      }
    };
  }

  /** The same, but what is opened waits. */
  ServingIndexes.Opener over(ServingIndexes.Opener opener) {
    return (server, global) -> {
      pass();
      return opener.open(server, global);
    };
  }
}
