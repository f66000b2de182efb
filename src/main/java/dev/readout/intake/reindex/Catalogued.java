package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Indexes.Additions;
import dev.readout.store.SourceTable;

/**
 * What the catalogue says that indexes must hold, and must not. Pure functions of the catalogue.
 */
public final class Catalogued {
  private Catalogued() {}

  /** What a scope has of its own. */
  public static Additions additions(SourceTable sources, Scope scope) {
    return new Additions(
        () -> sources.accepted(scope).records(),
        sources.withdrawn(scope),
        id -> sources.isAccepted(scope, id));
  }
}
