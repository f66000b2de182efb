package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import dev.readout.store.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds, opens and changes indexes as the catalogue says; one at a time, by its caller. */
record ScopeIndexes(Indexes all, ShippedCorpus shipped, SourceTable sources, Serving serving) {
  static boolean isServer(Scope scope) {
    return !scope.equals(Scope.GLOBAL);
  }

  /** The generations that can be gone back to, newest first, the current one included. */
  List<GenerationInfo> kept(Scope scope) {
    List<GenerationInfo> kept = all.directory(scope).kept();
    return isServer(scope)
        ? serving.with(
            Scope.GLOBAL, global -> kept.stream().map(own -> own.over(global.info())).toList())
        : kept;
  }

  Set<String> withdrawn(Scope scope) {
    return sources.withdrawn(scope);
  }

  /** Builds what serves from now on; a server's index stays as it is under a new global one. */
  GenerationInfo build(Scope scope, boolean isForced, BuildMonitor monitor) {
    return serve(
        scope,
        isServer(scope)
            ? serving.with(
                Scope.GLOBAL,
                global ->
                    all.build(scope, global, sources.accepted(scope).records(), isForced, monitor))
            : all.buildGlobal(
                shipped.folder(),
                shipped.read(),
                sources.accepted(scope).records(),
                isForced,
                monitor));
  }

  /** Serves what is current in the scope, whoever built it. */
  GenerationInfo serveCurrent(Scope scope) {
    return serve(scope, opened(scope));
  }

  private Generation opened(Scope scope) {
    return isServer(scope)
        ? serving.with(Scope.GLOBAL, global -> all.open(scope, global))
        : all.openGlobal();
  }

  /** Also what was withdrawn while it was being built is taken out before it serves. */
  private GenerationInfo serve(Scope scope, Generation built) {
    Generation served = built;
    if (all.withdraw(scope, withdrawn(scope))) {
      built.close();
      served = opened(scope);
    }
    GenerationInfo info = served.info();
    serving.replace(scope, served);
    return info;
  }

  /** Goes back to a generation; null for the one before the current one. */
  GenerationInfo rollBack(Scope scope, @Nullable String name) {
    var _ =
        name == null
            ? all.directory(scope).rollBack(withdrawn(scope))
            : all.directory(scope).rollBackTo(GenerationInfo.ownName(name), withdrawn(scope));
    return serveCurrent(scope);
  }

  /** Takes out what was withdrawn, from a server that may be served without its own meanwhile. */
  void withdraw(Scope scope, boolean isDropped) {
    boolean isChanged = all.withdraw(scope, withdrawn(scope));
    if (!isServer(scope)) {
      if (isChanged) {
        serving.replace(scope, all.openGlobal());
      }
    } else if (isDropped || isChanged) {
      Optional<Generation> own =
          serving.with(
              Scope.GLOBAL, global -> all.open(scope, global, Serving.additions(sources, scope)));
      own.ifPresent(generation -> serving.replace(scope, generation));
    }
  }
}
