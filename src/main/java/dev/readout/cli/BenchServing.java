package dev.readout.cli;

import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Catalogued;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.store.SourceTable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The generations that one command works with, each opened when it is first needed. Nobody is
 * answered from them, so one lock will do. Thread-safe; closed by its owner.
 */
final class BenchServing implements Serving, AutoCloseable {
  private final Indexes indexes;
  private final ShippedCorpus shipped;
  private final SourceTable sources;
  private final Map<Scope, Generation> open = new HashMap<>();

  BenchServing(Indexes indexes, ShippedCorpus shipped, SourceTable sources) {
    this.indexes = indexes;
    this.shipped = shipped;
    this.sources = sources;
  }

  @Override
  public synchronized <T> T with(Scope scope, Function<Generation, T> work) {
    return work.apply(scope.equals(Scope.GLOBAL) ? global() : ofServer(scope));
  }

  private Generation global() {
    Generation found = open.get(Scope.GLOBAL);
    if (found == null) {
      found =
          indexes.openGlobalAsBuilt(
              shipped.folder(), shipped::read, () -> sources.accepted(Scope.GLOBAL).records());
      open.put(Scope.GLOBAL, found);
    }
    return found;
  }

  private Generation ofServer(Scope server) {
    Generation found = open.get(server);
    if (found == null) {
      found = indexes.open(server, global(), Catalogued.additions(sources, server)).orElse(null);
      if (found == null) {
        return global();
      }
      open.put(server, found);
    }
    return found;
  }

  @Override
  public synchronized void replace(Scope scope, Generation generation) {
    close(open.put(scope, generation));
  }

  @Override
  public synchronized void drop(Scope server) {
    close(open.remove(server));
  }

  private static void close(@Nullable Generation generation) {
    if (generation != null) {
      generation.close();
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Generation::close);
    open.clear();
  }
}
