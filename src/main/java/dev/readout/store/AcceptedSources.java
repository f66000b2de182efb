package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scope's accepted sources are in the index. Immutable.
 *
 * @param records in order of their ids
 * @param damaged ids of those that are no longer what was saved, and are left out
 */
public record AcceptedSources(List<CorpusRecord> records, List<String> damaged) {
  public AcceptedSources {
    records = List.copyOf(records);
    damaged = List.copyOf(damaged);
  }

  /** One damaged source must not keep the others out of the index. */
  static AcceptedSources of(List<RecordCopy> copies) {
    List<CorpusRecord> records = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (RecordCopy copy : copies) {
      try {
        records.add(copy.toRecord());
      } catch (IOException e) {
        damaged.add(copy.recordId());
      }
    }
    return new AcceptedSources(records, damaged);
  }
}
