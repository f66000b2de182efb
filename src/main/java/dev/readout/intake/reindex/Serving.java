package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.Indexes.Additions;
import dev.readout.store.SourceTable;
import java.util.Set;
import java.util.function.Function;

/** What answers members, told of new generations. Thread-safe. */
public interface Serving {
  /** What the work makes of the scope's generation, which must not be used afterwards. */
  <T> T with(Scope scope, Function<Generation, T> work);

  /** From now on the generation, which is taken over, answers in the scope. */
  void replace(Scope scope, Generation generation);

  /** From now on these records of the scope are found no longer by anybody. */
  default void hide(Scope scope, Set<String> ids) {}

  /** From now on only what is global answers in the server. */
  void drop(Scope server);

  /** Hears of a change of an index that has ended well, in one line for who runs it. */
  default void hear(String change) {}

  /** What a scope has of its own, as the catalogue says. */
  static Additions additions(SourceTable sources, Scope scope) {
    return new Additions(
        () -> sources.accepted(scope).records(),
        sources.withdrawn(scope),
        id -> sources.isAccepted(scope, id));
  }
}
