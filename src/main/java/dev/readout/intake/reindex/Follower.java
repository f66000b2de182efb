package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Indexes;
import dev.readout.store.AuditTable;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

  /** Which generations were current at the last look: servers' indexes cannot tell unopened. */
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

  @Override
  public void close() {
    stop(thread);
  }

  private static void stop(ScheduledExecutorService thread) {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("a look did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does to the indexes of this process what has been done to those of other processes that share
   * the database, as the audit log tells it: takes out what was removed, builds what was built,
   * deletes what was deleted. Within about a second; each process builds for itself, from the same
   * catalogue. What this process did itself it finds done. Thread-safe; closed by who started it.
   */
  public static final class CatalogueFollower implements AutoCloseable {
    /** Who asks for a build here. */
    static final String ACTOR = "another process";

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFollower.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** More than the clocks of two processes differ, and a start takes. */
    private static final Duration BEFORE_THE_START = Duration.ofMinutes(10);

    /** After how long a build that failed, as while the database was away, is tried again. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final AuditTable audit;
    private final Reindexer reindexer;
    private final ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("follow-catalogue").factory());
    private final ScheduledExecutorService builds =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("follow-builds").factory());

    /** What is to be done; guarded by this. */
    private final Set<Scope> removed = new LinkedHashSet<>();

    private final Set<Scope> erased = new LinkedHashSet<>();

    /** What is to be built here too, by a thread of its own: what is removed does not wait. */
    private final Set<Scope> built = ConcurrentHashMap.newKeySet();

    private final Duration againAfter;

    /** The last entry that was read; guarded by this. */
    private long last;

    /** Follows from {@link #start} on, beginning with what was done just before. */
    public CatalogueFollower(AuditTable audit, Reindexer reindexer, InstantSource clock) {
      this(audit, reindexer, clock, AGAIN_AFTER);
    }

    CatalogueFollower(
        AuditTable audit, Reindexer reindexer, InstantSource clock, Duration againAfter) {
      this.againAfter = againAfter;
      this.audit = audit;
      this.reindexer = reindexer;
      this.last = audit.lastBefore(clock.instant().minus(BEFORE_THE_START));
    }

    public void start() {
      long between = BETWEEN_LOOKS.toMillis();
      var _ = thread.scheduleWithFixedDelay(this::lookQuietly, 0, between, TimeUnit.MILLISECONDS);
      var _ = builds.submit(this::catchUp);
      var _ = builds.scheduleWithFixedDelay(this::build, 0, between, TimeUnit.MILLISECONDS);
    }

    /** What was built elsewhere while this process was away, however long that was. */
    void catchUp() {
      try {
        built.addAll(reindexer.builtElsewhere());
      } catch (RuntimeException e) {
        LOG.warn(
            "what was built while this process was away is looked for again: {}", e.toString());
        var _ = builds.schedule(this::catchUp, againAfter.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private void lookQuietly() {
      try {
        look();
      } catch (RuntimeException e) {
        LOG.warn("what other processes did cannot be followed; tried again: {}", e.toString());
      }
    }

    public synchronized void look() {
      for (AuditTable.News news : audit.after(last)) {
        switch (news.action()) {
          case "source.remove", "source.forget" -> removed.add(news.scope());
          case "server.erase" -> erased.add(news.scope());
          default -> {
            if (Reindexer.tellsOfBuild(news.action(), news.detail())) {
              built.add(news.scope());
            }
          }
        }
        last = news.number();
      }
      removed.removeIf(scope -> isDone(scope, () -> reindexer.follow(scope)));
      erased.removeIf(scope -> isDone(scope, () -> reindexer.remove(scope)));
    }

    private static boolean isDone(Scope scope, Runnable work) {
      try {
        work.run();
        return true;
      } catch (RuntimeException e) {
        LOG.warn("what was removed from {} is still in its index", scope.id(), e);
        return false;
      }
    }

    /** Begins a build of what has been built elsewhere; one at a time. */
    void build() {
      for (Scope scope : Set.copyOf(built)) {
        if (reindexer.running().isPresent()) {
          return;
        }
        built.remove(scope); // first: what is built elsewhere from now on may be missed here
        try {
          begin(scope);
        } catch (RuntimeException e) {
          LOG.warn("{} is not built here yet; tried again: {}", scope.id(), e.toString());
          buildAgain(scope);
        }
      }
    }

    private void begin(Scope scope) {
      ReindexPlan plan = reindexer.plan(scope, false);
      if (!plan.isNeeded() || !plan.isPossible()) {
        return;
      }
      Optional<Reindexing> begun = reindexer.startIfIdle(plan, ACTOR);
      var _ =
          begun
              .map(Reindexing::outcome)
              .orElse(CompletableFuture.completedFuture(new Reindexing.Outcome.Cancelled()))
              .thenAccept(
                  outcome -> {
                    if (!(outcome instanceof Reindexing.Outcome.Done)) {
                      buildAgain(scope);
                    }
                  });
    }

    private void buildAgain(Scope scope) {
      var _ = builds.schedule(() -> built.add(scope), againAfter.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      stop(builds);
      stop(thread);
    }
  }
}
