package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
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
  static AcceptedSources of(Database database, Scope scope) {
    List<RecordCopy> copies =
        database.list(
            RecordCopy.class,
            """
            SELECT source.record_hash AS hash, source.record_id,
              source_version.record AS json
            FROM source
            JOIN source_version ON source_version.scope = source.scope
              AND source_version.number = source.number
              AND source_version.version = source.version
            WHERE source.scope = ? AND source.state = 'accepted'
            ORDER BY source.record_id\
            """,
            scope);
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

  /** The same as long as the sources are: a SHA-256. Reads no record. */
  static String fingerprint(Database database, Scope scope) {
    List<String> ids =
        database.list(
            String.class,
            """
            SELECT record_id || ' ' || record_hash FROM source
            WHERE scope = ? AND state = 'accepted'
            ORDER BY record_id\
            """,
            scope);
    return Sha256.of(String.join("\n", ids));
  }
}
