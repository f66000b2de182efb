package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Reindexing.Failure;
import dev.readout.intake.reindex.Reindexing.ReindexCounts;
import dev.readout.intake.reindex.Reindexing.Withdrawal;
import dev.readout.store.AuditTable;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Changes indexes, one change at a time; what fails leaves what served. Thread-safe. */
public final class Reindexer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reindexer.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** Among so many entries of a scope's audit log its last reindex is looked for. */
  private static final int LOOKED_BACK = 200;

  private final ScopeIndexes indexes;
  private final Serving serving;
  private final AuditTable audit;
  private final InstantSource clock;
  private final Conduct conduct;
  private final ReindexPlan.ReindexPlanner planner;

  /** Held while an index is being changed. */
  private final ReentrantLock changing = new ReentrantLock(true);

  /** Whose withdrawals wait for their turn. */
  private final Set<Scope> queued = ConcurrentHashMap.newKeySet();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reindex").factory());
  private @Nullable Reindexing running;

  /** Written by its one thread. */
  private volatile ReindexCounts counts = ReindexCounts.NONE;

  /** What a build reports to, and how long a roll-back or a withdrawal waits for another change. */
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
    this.indexes = new ScopeIndexes(indexes, shipped, sources, serving);
    this.serving = serving;
    this.audit = audit;
    this.clock = clock;
    this.conduct = conduct;
    this.planner = new ReindexPlan.ReindexPlanner(shipped, sources, serving);
  }

  /** What a reindex would change: a dry run; throws when the shipped corpus cannot be read. */
  public ReindexPlan plan(Scope scope, boolean isForced) {
    return planner.plan(scope, isForced);
  }

  /** The reindex under way, perhaps another server's, which shows only that there is one. */
  public synchronized Optional<Reindexing> running() {
    return Optional.ofNullable(running).filter(one -> !one.outcome().isDone());
  }

  /** Begins a reindex, or gives the one under way, of whatever scope; closed, it is cancelled. */
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
      thread.execute(carried(() -> run(next)));
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
    } catch (BuildMonitor.BuildCancelledException e) {
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

  public ReindexCounts counts() {
    return counts;
  }

  private Reindexing.Outcome build(Reindexing reindexing) {
    ReindexPlan plan = reindexing.plan();
    BuildMonitor monitor = conduct.monitors().apply(reindexing);
    GenerationInfo built = indexes.build(plan.scope(), plan.isForced(), monitor);
    Duration took = Duration.between(reindexing.started(), clock.instant());
    return new Reindexing.Outcome.Done(built, took);
  }

  GenerationInfo serveCurrent(Scope scope) {
    return indexes.serveCurrent(scope);
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
    if (reindexing.actor().equals(Follower.CatalogueFollower.ACTOR)) {
      return; // who asked for it was told where they asked
    }
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

  /** Goes back to a kept generation, or the one before; throws, changing nothing, if not. */
  public GenerationInfo rollBack(Scope scope, @Nullable String name, String actor) {
    GenerationInfo info = alone(() -> indexes.rollBack(scope, name));
    audit(scope, actor, "rollback", "generation " + info.name());
    hear("rollback", scope, actor, "generation " + info.name());
    return info;
  }

  /** Whether somebody has gone back to a generation, and nobody has reindexed since. */
  public boolean isRolledBack(Scope scope) {
    return indexes.all().directory(scope).isRolledBack();
  }

  /** The generations that can be gone back to, newest first, the current one included. */
  public List<GenerationInfo> kept(Scope scope) {
    return indexes.kept(scope);
  }

  /** Whether an entry of the audit log tells of a reindex that neither failed nor was cancelled. */
  static boolean tellsOfBuild(String action, String detail) {
    return action.equals("reindex") && detail.startsWith("generation");
  }

  /** The scopes that somebody has reindexed after what serves here was built, here or elsewhere. */
  Set<Scope> builtElsewhere() {
    return indexes.sources().scopesWithSources().stream()
        .filter(
            scope -> {
              Instant built =
                  kept(scope).stream().map(GenerationInfo::built).findFirst().orElse(Instant.MIN);
              return audit.newest(scope, LOOKED_BACK).stream()
                  .filter(entry -> tellsOfBuild(entry.action(), entry.detail()))
                  .anyMatch(entry -> !entry.at().isBefore(built));
            })
        .collect(Collectors.toSet());
  }

  /** Takes what the catalogue no longer has out of the answers at once; cancels its reindex. */
  public Withdrawal withdraw(Scope scope) {
    serving.hide(scope, indexes.withdrawn(scope));
    running().filter(one -> one.scope().equals(scope)).ifPresent(Reindexing::cancel);
    boolean isDropped = ScopeIndexes.isServer(scope) && changing.isLocked();
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

  /** Takes out what another process removed; unlike {@link #withdraw} it cancels nothing. */
  void follow(Scope scope) {
    if (indexes.all().current(scope).isEmpty()) {
      return;
    }
    serving.hide(scope, indexes.withdrawn(scope));
    if (!unlessChanging(() -> withdrawNow(scope, false))) {
      var _ = withdrawLater(scope);
    }
  }

  /** Removes the index of a server that has nothing of its own any more; throws when it cannot. */
  public void remove(Scope server) {
    var _ =
        alone(
            () -> {
              serving.drop(server);
              indexes.all().remove(server);
              return true;
            });
  }

  /** Queues it behind what is under way, once for each scope. */
  private Withdrawal withdrawLater(Scope scope) {
    if (ScopeIndexes.isServer(scope)) {
      serving.drop(scope);
    }
    if (!queued.add(scope)) {
      return Withdrawal.LATER;
    }
    try {
      thread.execute(carried(() -> withdrawQueued(scope)));
      return Withdrawal.LATER;
    } catch (RejectedExecutionException e) {
      queued.remove(scope);
      LOG.warn("what is withdrawn from {} is taken out at the next start", scope.id(), e);
      return ScopeIndexes.isServer(scope) ? Withdrawal.SERVER_DROPPED : Withdrawal.FAILED;
    }
  }

  private void withdrawQueued(Scope scope) {
    changing.lock();
    try {
      queued.remove(scope); // what is withdrawn from now on may be missed here
      var _ = withdrawNow(scope, ScopeIndexes.isServer(scope));
    } finally {
      changing.unlock();
    }
  }

  private Withdrawal withdrawNow(Scope scope, boolean isDropped) {
    try {
      indexes.withdraw(scope, isDropped);
      serving.hear("what was removed from " + scope.id() + " is out of its answers");
      return Withdrawal.DONE;
    } catch (RuntimeException e) {
      Failure.tell(
          LOG, "withdrawn records could not be taken out of the index of " + scope.id(), e);
      if (!ScopeIndexes.isServer(scope)) {
        return Withdrawal.FAILED;
      }
      serving.drop(scope);
      return Withdrawal.SERVER_DROPPED;
    }
  }

  private <T> T alone(Supplier<T> change) {
    if (!isLockedInTime()) {
      throw new IndexUnavailableException("another change of the index is under way");
    }
    try {
      return change.get();
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

  /** Does work while no index is changed by this process; false when one is being changed. */
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

  /** The same work, logged as what this thread works for now: who asked for it, perhaps. */
  private static Runnable carried(Runnable work) {
    Map<String, String> context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return () -> {
      MDC.setContextMap(context);
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }
}
