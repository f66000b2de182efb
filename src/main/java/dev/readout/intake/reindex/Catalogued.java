package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Additions;
import dev.readout.store.SourceTable;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the catalogue says that indexes must hold, and must not. Pure functions of the catalogue.
 */
public final class Catalogued {
  private Catalogued() {}

  /** What a scope has of its own. */
  public static Additions additions(SourceTable sources, Scope scope) {
    return new Additions(
        () -> sources.accepted(scope).records(),
        withdrawn(sources, scope),
        id -> sources.isAccepted(scope, id) || sources.isAccepted(Scope.GLOBAL, id));
  }

  /**
   * What must not be found in a scope any more. Operators' removals hold everywhere, except for the
   * same document that a server has added itself.
   */
  static Set<String> withdrawn(SourceTable sources, Scope scope) {
    Set<String> ids = new TreeSet<>(sources.withdrawn(Scope.GLOBAL));
    if (!ids.isEmpty() && !scope.equals(Scope.GLOBAL)) {
      sources.accepted(scope).records().forEach(record -> ids.remove(record.id()));
    }
    ids.addAll(sources.withdrawn(scope));
    return ids;
  }
}
