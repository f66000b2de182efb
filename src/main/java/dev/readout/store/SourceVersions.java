package dev.readout.store;

import dev.readout.corpus.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a source was before, and what was received for it. Thread-safe. */
final class SourceVersions {
  /** As its row holds it. */
  private record Row(
      int version, Instant at, String actor, RecordCopy copy, String snapshot, Instant retrieved) {

    SourceVersion toVersion(String source) {
      return new SourceVersion(
          version,
          at,
          actor,
          SourceRow.record("version " + version + " of " + source, copy),
          snapshot,
          retrieved);
    }
  }

  private SourceVersions() {}

  static List<SourceVersion> of(Database database, Scope scope, long number) {
    List<Row> rows =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT version, at, actor, record_hash, record_id, record, retrieved, sha256
                        FROM source_version
                        JOIN snapshot ON snapshot.key = source_version.snapshot
                        WHERE scope = ? AND number = ?
                        ORDER BY version DESC\
                        """)
                    .bind(0, scope.id())
                    .bind(1, number)
                    .map(
                        (row, context) ->
                            new Row(
                                row.getInt("version"),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("actor"),
                                new RecordCopy(
                                    row.getString("record_hash"),
                                    row.getString("record_id"),
                                    row.getString("record")),
                                row.getString("sha256"),
                                Instant.ofEpochMilli(row.getLong("retrieved"))))
                    .list());
    String source = "source " + number + " of " + scope.id();
    return rows.stream().map(row -> row.toVersion(source)).toList();
  }

  /** As the newest version that has it tells of it. */
  static Optional<Snapshot> snapshot(Database database, Scope scope, String sha256) {
    Optional<Snapshot> snapshot =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT bytes, format, charset, retrieved
                        FROM source_version
                        JOIN snapshot ON snapshot.key = source_version.snapshot
                        WHERE scope = ? AND sha256 = ?
                        ORDER BY source_version.retrieved DESC, source_version.key DESC
                        LIMIT 1\
                        """)
                    .bind(0, scope.id())
                    .bind(1, sha256)
                    .map(
                        (row, context) ->
                            Snapshot.of(
                                row.getBytes("bytes"),
                                row.getString("format"),
                                row.getString("charset"),
                                Instant.ofEpochMilli(row.getLong("retrieved"))))
                    .findOne());
    snapshot.ifPresent(
        found -> {
          if (!found.sha256().equals(sha256)) {
            throw new DamagedSourceException(
                "the snapshot " + sha256, new IOException("its hash is now " + found.sha256()));
          }
        });
    return snapshot;
  }
}
