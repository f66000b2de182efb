package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildCancelledException;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds, opens and changes the indexes of scopes as the catalogue says, and gives them to what
 * serves. One change at a time: {@link Reindexer} sees to it.
 */
record ScopeIndexes(Indexes all, ShippedCorpus shipped, SourceTable sources, Serving serving) {
  private static final Logger LOG = LoggerFactory.getLogger(ScopeIndexes.class);
  private static final int MAX_TRIES = 50;
  private static final int PAUSE_MILLIS = 100;

  /**
   * What has been built and serves.
   *
   * @param servers how many servers' indexes were built as well
   * @param failed how many could not be
   */
  record Built(GenerationInfo info, int servers, int failed) {}

  static boolean isServer(Scope scope) {
    return !scope.equals(Scope.GLOBAL);
  }

  /** Those that have an index of their own, or are to have one. */
  List<Scope> servers() {
    return sources.scopesWithSources().stream()
        .filter(scope -> !scope.equals(Scope.GLOBAL))
        .filter(
            scope ->
                !kept(scope).isEmpty() || sources.count(scope, Set.of(SourceState.ACCEPTED)) > 0)
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  /** The generations that can be gone back to, newest first, the current one included. */
  List<GenerationInfo> kept(Scope scope) {
    return all.directory(scope).kept();
  }

  Set<String> withdrawn(Scope scope) {
    return Catalogued.withdrawn(sources, scope);
  }

  Built build(Scope scope, boolean isForced, BuildMonitor monitor) {
    if (!isServer(scope)) {
      return buildAll(isForced, monitor);
    }
    Generation built =
        serving.with(Scope.GLOBAL, global -> buildServer(scope, global, isForced, monitor));
    return new Built(serve(scope, built), 0, 0);
  }

  /**
   * Servers' indexes are ready before the new global one serves, so that no server is without its
   * own meanwhile.
   */
  private Built buildAll(boolean isForced, BuildMonitor monitor) {
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
    return new Built(info, servers.size() - failed, failed);
  }

  private Generation buildGlobal(boolean isForced, BuildMonitor monitor) {
    return all.buildGlobal(
        shipped.folder(),
        shipped.read(),
        sources.accepted(Scope.GLOBAL).records(),
        isForced,
        monitor);
  }

  private Generation buildServer(
      Scope server, Generation global, boolean isForced, BuildMonitor monitor) {
    return all.build(server, global, sources.accepted(server).records(), isForced, monitor);
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
            global -> all.open(server, global, Catalogued.additions(sources, server)));
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
    return all.withdraw(scope, withdrawn)
        .orElseThrow(() -> new IndexUnavailableException("no index of " + scope.id()));
  }

  /** Goes back to a generation; null for the one before the current one. */
  GenerationInfo rollBack(Scope scope, @Nullable String name) {
    return serve(
        scope,
        name == null
            ? all.rollBack(scope, withdrawn(scope))
            : all.rollBackTo(scope, name, withdrawn(scope)));
  }

  /** Takes out what was withdrawn; what is withdrawn for everyone, from every server, too. */
  void withdraw(Scope scope, boolean isDropped) {
    withdrawFrom(scope, isDropped);
    if (!isServer(scope)) {
      servers().forEach(this::withdrawOrDrop);
    }
  }

  private void withdrawFrom(Scope scope, boolean isDropped) {
    Optional<Generation> without = all.withdraw(scope, withdrawn(scope));
    if (scope.equals(Scope.GLOBAL)) {
      without.ifPresent(generation -> serving.replace(scope, generation));
      return;
    }
    without.ifPresent(Generation::close);
    if (isDropped || without.isPresent()) {
      reopen(scope);
    }
  }

  /** Who asks may be opening the index of the server just now, which ends soon. */
  private void withdrawOrDrop(Scope server) {
    for (int tries = 1; ; tries++) {
      try {
        withdrawFrom(server, false);
        return;
      } catch (RuntimeException e) {
        if (!(e instanceof IndexUnavailableException) || tries == MAX_TRIES || !isPaused()) {
          Failure.tell(
              LOG, "withdrawn records could not be taken out of the index of " + server.id(), e);
          serving.drop(server);
          return;
        }
      }
    }
  }

  /** Whether nobody has interrupted the pause. */
  private static boolean isPaused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
