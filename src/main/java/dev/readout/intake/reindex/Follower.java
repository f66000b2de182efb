package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Indexes;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what another process, such as a command at the terminal, has built, rolled back to or
 * taken out meanwhile. Each look reads one small file for every scope with sources. Thread-safe;
 * closed by who started it.
 */
public final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Indexes indexes;
  private final SourceTable sources;
  private final Serving serving;
  private final Reindexer reindexer;

  /** Which generations were current at the last look: servers' desks cannot tell unopened. */
  private final Map<Scope, String> seen = new ConcurrentHashMap<>();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("follow").factory());

  /** Follows from {@link #start} on, beginning with what is current now. */
  public Follower(Indexes indexes, SourceTable sources, Serving serving, Reindexer reindexer) {
    this.indexes = indexes;
    this.sources = sources;
    this.serving = serving;
    this.reindexer = reindexer;
    sources
        .scopesWithSources()
        .forEach(scope -> indexes.current(scope).ifPresent(name -> seen.put(scope, name)));
  }

  /** Looks again and again. */
  public void start(Duration between) {
    var _ =
        thread.scheduleWithFixedDelay(
            this::lookQuietly, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("what another process built cannot be served; tried again later", e);
    }
  }

  /** Looks now; does nothing while this process changes an index itself. */
  public void look() {
    var _ = reindexer.unlessChanging(this::follow);
  }

  private void follow() {
    String served = serving.with(Scope.GLOBAL, generation -> generation.info().name());
    if (indexes.current(Scope.GLOBAL).filter(name -> !name.equals(served)).isPresent()) {
      serveCurrent(Scope.GLOBAL);
    }
    sources.scopesWithSources().stream()
        .filter(scope -> !scope.equals(Scope.GLOBAL))
        .forEach(this::follow);
  }

  /** One server's failure keeps no other from being followed. */
  private void follow(Scope server) {
    Optional<String> current = indexes.current(server);
    if (current.isEmpty() || current.get().equals(seen.get(server))) {
      return;
    }
    try {
      serveCurrent(server);
      seen.put(server, current.get());
    } catch (RuntimeException e) {
      LOG.warn("the index of {} cannot be opened; tried again later", server.id(), e);
    }
  }

  private void serveCurrent(Scope scope) {
    String name = reindexer.serveCurrent(scope).name();
    LOG.info("Serving generation {} of {}, which is new.", name, scope.id());
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("a look did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
