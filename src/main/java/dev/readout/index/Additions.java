package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the catalogue says of a scope's own records. Immutable.
 *
 * @param accepted reads those that shall be found; called only when it matters
 * @param withdrawn ids of those that must not be found, not even in an index built before; for a
 *     server, those of the global scope too
 * @param listed whether the catalogue has an accepted source with a record of this id, which was
 *     added; what it does not list came into an index before the catalogue lost it
 */
public record Additions(
    Supplier<List<CorpusRecord>> accepted, Set<String> withdrawn, Predicate<String> listed) {
  /** How the ids of all records begin that were added; no shipped one's does. */
  public static final String ID_START = "added-";

  /** No records of its own, and no catalogue to ask. */
  public static final Additions NONE = new Additions(List::of, Set.of());

  /** Of a catalogue that has lost nothing. */
  public Additions(Supplier<List<CorpusRecord>> accepted, Set<String> withdrawn) {
    this(accepted, withdrawn, _ -> true);
  }

  public Additions {
    withdrawn = Set.copyOf(withdrawn);
  }
}
