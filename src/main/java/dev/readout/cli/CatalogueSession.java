package dev.readout.cli;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Verification;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.meaning.Models;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.SourceTable;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, and all that works on it, for one command. A bot may run beside it on the same
 * folders: it sees changes of the catalogue at once, and those of the index within a minute.
 * Confined to one thread; closed by who opened it.
 */
final class CatalogueSession implements AutoCloseable {
  /** Who acts, in the audit log. */
  static final String ACTOR = "terminal";

  private final Database database;
  private final Indexes indexes;
  private final ShippedCorpus shipped;
  private final Generations serving;
  private final SourceCatalogue catalogue;

  private CatalogueSession(
      Installation.Places places, Database database, InstantSource clock, Models models) {
    this.database = database;
    this.indexes = new Indexes(places.folders().index(), clock, places.models(models));
    this.shipped = new ShippedCorpus(places.folders().corpus());
    this.serving = new Generations(indexes, shipped, new SourceTable(database));
    this.catalogue =
        new SourceCatalogue(places.intake(), database, indexes, shipped, serving, clock);
  }

  static CatalogueSession open(Installation.Places places, InstantSource clock, Models models) {
    boolean isKept = new Indexes(places.folders().index(), clock, models).hasServers();
    Database database =
        isKept ? Database.openKept(places.store(), clock) : Database.open(places.store(), clock);
    return new CatalogueSession(places, database, clock, models);
  }

  SourceCatalogue catalogue() {
    return catalogue;
  }

  AuditTable audit() {
    return new AuditTable(database);
  }

  List<Topic> topics() {
    return serving.with(Scope.GLOBAL, generation -> List.copyOf(generation.topics()));
  }

  /** Takes what was removed out of the scope's index at once. */
  Reindexing.Withdrawal withdraw(Scope scope) {
    return indexes.current(scope).isEmpty()
        ? Reindexing.Withdrawal.DONE
        : catalogue.reindexer().withdraw(scope);
  }

  /** Whether the scope has an index of its own, or is to have one. */
  boolean hasSources(Scope scope) {
    return scope.equals(Scope.GLOBAL) || catalogue.sources().scopesWithSources().contains(scope);
  }

  /** Brings the index up to date with changed records or program; a roll-back holds no more. */
  void bringUpToDate() {
    serving.replace(
        Scope.GLOBAL,
        indexes.openGlobalUpToDate(
            shipped.folder(), shipped::read, Serving.additions(catalogue.sources(), Scope.GLOBAL)));
  }

  /** The scope's index as it is; the global scope's with those of all servers. */
  List<Verification> verified(Scope scope, Corpus records) {
    Stream<Scope> all =
        scope.equals(Scope.GLOBAL)
            ? Stream.concat(
                Stream.of(scope),
                catalogue.sources().scopesWithSources().stream()
                    .filter(one -> !one.equals(scope) && indexes.current(one).isPresent()))
            : Stream.of(scope);
    return all.map(one -> indexes.verify(one, records, catalogue.sources().accepted(one).records()))
        .toList();
  }

  /** What the scope's index is now; built by opening it, the audit log is told as of any build. */
  GenerationInfo opened(Scope scope, Optional<String> before) {
    GenerationInfo info = serving.with(scope, Generation::info);
    if (!before.equals(Optional.of(GenerationInfo.ownName(info.name())))) {
      audit().add(scope, ACTOR, "reindex", scope.id(), "generation " + info.name());
    }
    return info;
  }

  /** Brings what was accepted into answers, and waits for it. */
  Reindexing.Outcome reindex(Scope scope) {
    return build(catalogue.reindexer().plan(scope, false));
  }

  Reindexing.Outcome build(ReindexPlan plan) {
    return catalogue.reindexer().start(plan, ACTOR).outcome().join();
  }

  @Override
  public void close() {
    try (database;
        serving) {
      catalogue.close();
    }
  }

  /** Generations that one command works with, each opened when first needed. Thread-safe. */
  private static final class Generations implements Serving, AutoCloseable {
    private final Indexes indexes;
    private final ShippedCorpus shipped;
    private final SourceTable sources;
    private final Map<Scope, Generation> open = new HashMap<>();

    Generations(Indexes indexes, ShippedCorpus shipped, SourceTable sources) {
      this.indexes = indexes;
      this.shipped = shipped;
      this.sources = sources;
    }

    @Override
    public synchronized <T> T with(Scope scope, Function<Generation, T> work) {
      return work.apply(scope.equals(Scope.GLOBAL) ? global() : ofServer(scope));
    }

    private Generation global() {
      return open.computeIfAbsent(
          Scope.GLOBAL,
          _ ->
              indexes.openGlobalAsBuilt(
                  shipped.folder(), shipped::read, () -> sources.accepted(Scope.GLOBAL).records()));
    }

    private Generation ofServer(Scope server) {
      Generation global = global();
      Generation own = open.get(server);
      if (own != null) {
        return own;
      }
      Optional<Generation> opened =
          indexes.open(server, global, Serving.additions(sources, server));
      opened.ifPresent(generation -> open.put(server, generation));
      return opened.orElse(global);
    }

    @Override
    public synchronized void replace(Scope scope, Generation generation) {
      if (scope.equals(Scope.GLOBAL)) {
        close(); // servers' lie over the one before
      }
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
}
