package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the catalogue says of a scope's own records. Immutable.
 *
 * @param accepted reads those that shall be found; called only when it matters
 * @param withdrawn ids of those that must not be found, not even in an index built before; for a
 *     server, those of the global scope too
 */
public record Additions(Supplier<List<CorpusRecord>> accepted, Set<String> withdrawn) {
  /** No records of its own. */
  public static final Additions NONE = new Additions(List::of, Set.of());

  public Additions {
    withdrawn = Set.copyOf(withdrawn);
  }
}
