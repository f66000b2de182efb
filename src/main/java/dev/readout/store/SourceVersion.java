package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.SourceRow;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;

/** A source as it once was, from version 1 on, with what it was made from. Immutable. */
public record SourceVersion(
    int version,
    Instant at,
    String actor,
    CorpusRecord record,
    String snapshot,
    Instant retrieved) {

  record Row(
      int version,
      Instant at,
      String actor,
      @Nested RecordCopy copy,
      String sha256,
      Instant retrieved) {
    SourceVersion toVersion(String source) {
      CorpusRecord record = SourceRow.record("version " + version + " of " + source, copy);
      return new SourceVersion(version, at, actor, record, sha256, retrieved);
    }
  }

  static List<SourceVersion> of(Database database, Scope scope, long number) {
    List<Row> rows =
        database.list(
            Row.class,
            """
            SELECT version, at, actor, record_hash AS hash, record_id, record AS json,
              sha256, retrieved
            FROM source_version
            JOIN snapshot ON snapshot.key = source_version.snapshot
            WHERE scope = ? AND number = ?
            ORDER BY version DESC\
            """,
            scope,
            number);
    String source = "source " + number + " of " + scope.id();
    return rows.stream().map(row -> row.toVersion(source)).toList();
  }
}
