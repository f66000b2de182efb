package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What distinguishes a generation from what it shall hold. Immutable; ids in their order.
 *
 * @param added ids of records that it lacks
 * @param changed ids of records that differ
 * @param removed ids of records that it alone holds
 * @param sameTerms whether terms and topics, which every record is indexed by, are the same
 */
public record GenerationDiff(
    List<String> added, List<String> changed, List<String> removed, boolean sameTerms) {
  public GenerationDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** What it takes to come from one to the other. */
  public static GenerationDiff between(Corpus base, Corpus target) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (CorpusRecord record : target.records()) {
      Optional<CorpusRecord> before = base.find(record.id());
      if (before.isEmpty()) {
        added.add(record.id());
      } else if (!before.get().equals(record)) {
        changed.add(record.id());
      }
    }
    List<String> removed =
        base.records().stream()
            .map(CorpusRecord::id)
            .filter(id -> target.find(id).isEmpty())
            .toList();
    boolean sameTerms =
        base.terms().equals(target.terms()) && base.topics().equals(target.topics());
    return new GenerationDiff(added, changed, removed, sameTerms);
  }

  /** How many records differ. */
  public int size() {
    return added.size() + changed.size() + removed.size();
  }

  public boolean isEmpty() {
    return size() == 0 && sameTerms;
  }
}
