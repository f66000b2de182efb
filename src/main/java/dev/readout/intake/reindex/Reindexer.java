package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildCancelledException;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.store.AuditTable;
import dev.readout.store.SourceState;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes indexes as the catalogue says, one change at a time. Whatever fails or is cancelled, the
 * generation from before serves on. Thread-safe; closed by who started it.
 */
public final class Reindexer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reindexer.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Indexes indexes;
  private final ShippedCorpus shipped;
  private final SourceTable sources;
  private final Serving serving;
  private final AuditTable audit;
  private final InstantSource clock;
  private final Conduct conduct;
  private final ReindexPlanner planner;

  /** Held while an index is being changed. */
  private final ReentrantLock changing = new ReentrantLock(true);

  /** Whose withdrawals wait for their turn. */
  private final Set<Scope> queued = ConcurrentHashMap.newKeySet();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reindex").factory());
  private @Nullable Reindexing running;

  /** Written by its one thread. */
  private volatile ReindexCounts counts = ReindexCounts.NONE;

  /**
   * How it goes about it.
   *
   * @param monitors gives what a build reports to and asks
   * @param patience how long a roll-back or a withdrawal waits for another change
   */
  record Conduct(Function<Reindexing, BuildMonitor> monitors, Duration patience) {
    /** A cancelled build ends within a merge. */
    static final Conduct STANDARD = new Conduct(Reindexing::monitor, Duration.ofSeconds(30));
  }

  public Reindexer(
      Indexes indexes,
      ShippedCorpus shipped,
      SourceTable sources,
      Serving serving,
      AuditTable audit,
      InstantSource clock) {
    this(indexes, shipped, sources, serving, audit, clock, Conduct.STANDARD);
  }

  Reindexer(
      Indexes indexes,
      ShippedCorpus shipped,
      SourceTable sources,
      Serving serving,
      AuditTable audit,
      InstantSource clock,
      Conduct conduct) {
    this.indexes = indexes;
    this.shipped = shipped;
    this.sources = sources;
    this.serving = serving;
    this.audit = audit;
    this.clock = clock;
    this.conduct = conduct;
    this.planner = new ReindexPlanner(shipped, sources, serving);
  }

  private Set<String> withdrawn(Scope scope) {
    return Catalogued.withdrawn(sources, scope);
  }

  /**
   * What a reindex would change: a dry run.
   *
   * @throws dev.readout.corpus.file.InvalidCorpusException when the shipped corpus cannot be read
   */
  public ReindexPlan plan(Scope scope, boolean isForced) {
    return planner.plan(scope, isForced, scope.equals(Scope.GLOBAL) ? servers().size() : 0);
  }

  /** Those that have an index of their own, or are to have one. */
  private List<Scope> servers() {
    return sources.scopesWithSources().stream()
        .filter(scope -> !scope.equals(Scope.GLOBAL))
        .filter(
            scope ->
                !kept(scope).isEmpty() || sources.count(scope, Set.of(SourceState.ACCEPTED)) > 0)
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  /**
   * The reindex under way; empty for none. It may be another server's, of which nobody may see more
   * than that there is one.
   */
  public synchronized Optional<Reindexing> running() {
    return Optional.ofNullable(running).filter(one -> !one.outcome().isDone());
  }

  /**
   * Begins a reindex; or, when one is under way, of this or another scope, gives that one and
   * begins none. After closing it ends as cancelled.
   *
   * @param actor who asks for it, for the audit log
   */
  public synchronized Reindexing start(ReindexPlan plan, String actor) {
    return running().orElseGet(() -> begin(plan, actor));
  }

  /** Begins a reindex; empty, and begins none, when one is under way. */
  public synchronized Optional<Reindexing> startIfIdle(ReindexPlan plan, String actor) {
    return running().isPresent() ? Optional.empty() : Optional.of(begin(plan, actor));
  }

  private Reindexing begin(ReindexPlan plan, String actor) {
    Reindexing next = new Reindexing(plan, actor, clock.instant());
    running = next;
    try {
      thread.execute(LogContext.carried(() -> run(next)));
    } catch (RejectedExecutionException e) {
      LOG.debug("no reindex begins any more", e);
      next.end(new Reindexing.Outcome.Cancelled());
    }
    return next;
  }

  private void run(Reindexing reindexing) {
    Reindexing.Outcome outcome;
    changing.lock();
    try {
      outcome = build(reindexing);
    } catch (BuildCancelledException e) {
      outcome = new Reindexing.Outcome.Cancelled();
    } catch (RuntimeException | Error e) {
      Failure.tell(
          LOG,
          "the reindex of " + reindexing.scope().id() + " failed; what was there serves on",
          e);
      outcome = new Reindexing.Outcome.Failed(Failure.of(e), String.valueOf(e.getMessage()));
    } finally {
      changing.unlock();
    }
    note(reindexing, outcome);
    counts = counts.plus(outcome);
    reindexing.end(outcome);
  }

  /** How those begun here have ended. */
  public ReindexCounts counts() {
    return counts;
  }

  private Reindexing.Outcome build(Reindexing reindexing) {
    ReindexPlan plan = reindexing.plan();
    BuildMonitor monitor = conduct.monitors().apply(reindexing);
    if (plan.scope().equals(Scope.GLOBAL)) {
      return buildAll(reindexing, monitor);
    }
    Generation built =
        serving.with(
            Scope.GLOBAL, global -> buildServer(plan.scope(), global, plan.isForced(), monitor));
    return done(reindexing, serve(plan.scope(), built), 0, 0);
  }

  private Reindexing.Outcome done(
      Reindexing reindexing, GenerationInfo info, int servers, int failed) {
    Duration took = Duration.between(reindexing.started(), clock.instant());
    return new Reindexing.Outcome.Done(info, took, servers, failed);
  }

  /**
   * Servers' indexes are ready before the new global one serves, so that no server is without its
   * own meanwhile.
   */
  private Reindexing.Outcome buildAll(Reindexing reindexing, BuildMonitor monitor) {
    boolean isForced = reindexing.plan().isForced();
    Generation global = withoutWithdrawn(Scope.GLOBAL, buildGlobal(isForced, monitor));
    List<Scope> servers = servers();
    List<Scope> built =
        servers.stream().filter(server -> buildQuietly(server, global, isForced, monitor)).toList();
    GenerationInfo info = global.info();
    serving.replace(Scope.GLOBAL, global);
    int failed = servers.size() - built.size();
    for (Scope server : built) {
      failed += openQuietly(server) ? 0 : 1;
    }
    return done(reindexing, info, servers.size() - failed, failed);
  }

  private Generation buildGlobal(boolean isForced, BuildMonitor monitor) {
    return indexes.buildGlobal(
        shipped.folder(),
        shipped.read(),
        sources.accepted(Scope.GLOBAL).records(),
        isForced,
        monitor);
  }

  private Generation buildServer(
      Scope server, Generation global, boolean isForced, BuildMonitor monitor) {
    return indexes.build(server, global, sources.accepted(server).records(), isForced, monitor);
  }

  /** The global index is new already, so that one server's failure ends nothing. */
  private boolean buildQuietly(
      Scope server, Generation global, boolean isForced, BuildMonitor monitor) {
    try {
      buildServer(server, global, isForced, monitor).close();
      return true;
    } catch (BuildCancelledException e) {
      LOG.info("the index of {} is built when it is next asked", server.id());
    } catch (RuntimeException e) {
      Failure.tell(LOG, "the index of " + server.id() + " could not be built", e);
    }
    return false;
  }

  private boolean openQuietly(Scope server) {
    try {
      reopen(server);
      return true;
    } catch (RuntimeException e) {
      Failure.tell(LOG, "the index of " + server.id() + " could not be opened", e);
      return false;
    }
  }

  /**
   * Serves what the server has, as far as it still holds: of this global index, nothing removed.
   */
  private void reopen(Scope server) {
    Optional<Generation> own =
        serving.with(
            Scope.GLOBAL,
            global -> indexes.open(server, global, Catalogued.additions(sources, server)));
    own.ifPresent(generation -> serving.replace(server, generation));
  }

  GenerationInfo serve(Scope scope, Generation built) {
    Generation served = withoutWithdrawn(scope, built);
    GenerationInfo info = served.info();
    serving.replace(scope, served);
    return info;
  }

  /** Also what was withdrawn while it was being built is taken out before it serves. */
  private Generation withoutWithdrawn(Scope scope, Generation built) {
    Set<String> withdrawn = withdrawn(scope);
    if (withdrawn.stream().noneMatch(id -> built.find(id).isPresent())) {
      return built;
    }
    built.close();
    return indexes
        .withdraw(scope, withdrawn)
        .orElseThrow(() -> new IndexUnavailableException("no index of " + scope.id()));
  }

  private void note(Reindexing reindexing, Reindexing.Outcome outcome) {
    String detail =
        switch (outcome) {
          case Reindexing.Outcome.Done done ->
              "generation %s: %d added, %d changed, %d removed in %d ms"
                  .formatted(
                      done.generation().name(),
                      reindexing.plan().added().size(),
                      reindexing.plan().changed().size(),
                      reindexing.plan().removed().size(),
                      done.took().toMillis());
          case Reindexing.Outcome.Cancelled _ -> "cancelled";
          case Reindexing.Outcome.Failed failed -> "failed: " + failed.failure().word();
        };
    audit(reindexing.scope(), reindexing.actor(), "reindex", detail);
    if (!(outcome instanceof Reindexing.Outcome.Failed)) {
      hear("reindex", reindexing.scope(), reindexing.actor(), detail);
    }
  }

  private void hear(String action, Scope scope, String actor, String detail) {
    serving.hear("%s of %s, asked for by %s: %s".formatted(action, scope.id(), actor, detail));
  }

  private void audit(Scope scope, String actor, String action, String detail) {
    try {
      audit.add(scope, actor, action, scope.id(), detail);
    } catch (RuntimeException e) {
      LOG.error("'{}' by {} is missing in the audit log", action, actor, e);
    }
  }

  /**
   * Goes back to a generation that is kept, without what was withdrawn since.
   *
   * @param name of the generation; null for the one before the current one
   * @param actor who asks for it, for the audit log
   * @throws IndexUnavailableException when it is not kept, another change is under way, or the disk
   *     refuses; what was there serves on
   */
  public GenerationInfo rollBack(Scope scope, @Nullable String name, String actor) {
    GenerationInfo info =
        alone(
            () ->
                serve(
                    scope,
                    name == null
                        ? indexes.rollBack(scope, withdrawn(scope))
                        : indexes.rollBackTo(scope, name, withdrawn(scope))));
    audit(scope, actor, "rollback", "generation " + info.name());
    hear("rollback", scope, actor, "generation " + info.name());
    return info;
  }

  /** Whether somebody has gone back to a generation, and nobody has reindexed since. */
  public boolean isRolledBack(Scope scope) {
    return indexes.directory(scope).isRolledBack();
  }

  /** The generations that can be gone back to, newest first, the current one included. */
  public List<GenerationInfo> kept(Scope scope) {
    return indexes.directory(scope).kept();
  }

  /**
   * Takes what the catalogue no longer has out of the answers, at once. A reindex of the scope that
   * is under way is cancelled; of another scope it goes on, and is not waited for without end.
   */
  public Withdrawal withdraw(Scope scope) {
    running().filter(one -> one.scope().equals(scope)).ifPresent(Reindexing::cancel);
    boolean isDropped = isServer(scope) && changing.isLocked();
    if (isDropped) {
      serving.drop(scope); // at once means before the other change has ended
    }
    if (!isLockedInTime()) {
      return withdrawLater(scope);
    }
    try {
      return withdrawNow(scope, isDropped);
    } finally {
      changing.unlock();
    }
  }

  /**
   * Removes the index of a server that has nothing of its own any more.
   *
   * @throws IndexUnavailableException when another change is under way, or the disk refuses
   */
  public void remove(Scope server) {
    var _ =
        alone(
            () -> {
              serving.drop(server);
              indexes.remove(server);
              return true;
            });
  }

  private static boolean isServer(Scope scope) {
    return !scope.equals(Scope.GLOBAL);
  }

  /** Queues it behind what is under way, once for each scope. */
  private Withdrawal withdrawLater(Scope scope) {
    if (isServer(scope)) {
      serving.drop(scope);
    }
    if (!queued.add(scope)) {
      return Withdrawal.LATER;
    }
    try {
      thread.execute(LogContext.carried(() -> withdrawQueued(scope)));
      return Withdrawal.LATER;
    } catch (RejectedExecutionException e) {
      queued.remove(scope);
      LOG.warn("what is withdrawn from {} is taken out at the next start", scope.id(), e);
      return isServer(scope) ? Withdrawal.SERVER_DROPPED : Withdrawal.FAILED;
    }
  }

  private void withdrawQueued(Scope scope) {
    changing.lock();
    try {
      queued.remove(scope); // what is withdrawn from now on may be missed here
      var _ = withdrawNow(scope, isServer(scope));
    } finally {
      changing.unlock();
    }
  }

  private Withdrawal withdrawNow(Scope scope, boolean isDropped) {
    try {
      withdrawFrom(scope, isDropped);
      if (!isServer(scope)) {
        servers().forEach(this::withdrawOrDrop);
      }
      serving.hear("what was removed from " + scope.id() + " is out of its answers");
      return Withdrawal.DONE;
    } catch (RuntimeException e) {
      Failure.tell(
          LOG, "withdrawn records could not be taken out of the index of " + scope.id(), e);
      if (!isServer(scope)) {
        return Withdrawal.FAILED;
      }
      serving.drop(scope);
      return Withdrawal.SERVER_DROPPED;
    }
  }

  private void withdrawFrom(Scope scope, boolean isDropped) {
    Optional<Generation> without = indexes.withdraw(scope, withdrawn(scope));
    if (scope.equals(Scope.GLOBAL)) {
      without.ifPresent(generation -> serving.replace(scope, generation));
      return;
    }
    without.ifPresent(Generation::close);
    if (isDropped || without.isPresent()) {
      reopen(scope);
    }
  }

  private void withdrawOrDrop(Scope server) {
    try {
      withdrawFrom(server, false);
    } catch (RuntimeException e) {
      Failure.tell(
          LOG, "withdrawn records could not be taken out of the index of " + server.id(), e);
      serving.drop(server);
    }
  }

  private interface Change<T> {
    T make();
  }

  private <T> T alone(Change<T> change) {
    if (!isLockedInTime()) {
      throw new IndexUnavailableException("another change of the index is under way");
    }
    try {
      return change.make();
    } finally {
      changing.unlock();
    }
  }

  /** Whether this thread holds the lock now; not when it is interrupted. */
  private boolean isLockedInTime() {
    try {
      return changing.tryLock(conduct.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Does work during which no index is changed by this process.
   *
   * @return false when one is being changed, and nothing was done
   */
  boolean unlessChanging(Runnable work) {
    if (!changing.tryLock()) {
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      changing.unlock();
    }
  }

  /** Cancels what is under way and waits for it a little. */
  @Override
  public void close() {
    running().ifPresent(Reindexing::cancel);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a reindex did not end in time; the generation before stays the current one");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
