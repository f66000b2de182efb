package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ids of records that a generation lacks, has otherwise or has alone, in order, and whether its
 * terms and topics are the same. Immutable.
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
}
