package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A source as its rows hold it: read on a thread of the database as it is, made an entry and
 * checked on the caller's. Immutable.
 */
record SourceRow(
    long number,
    Scope scope,
    @Nullable String address,
    @Nullable String fileName,
    @Nullable Long feed,
    SourceState state,
    RecordCopy copy,
    String snapshot,
    Instant retrieved,
    Instant added,
    String addedBy,
    int version,
    SourceHealth health) {

  /** To be continued with a condition on {@code source}. */
  static final String SELECT =
      """
      SELECT source.*, source_version.record, source_version.retrieved, snapshot.sha256
      FROM source
      JOIN source_version ON source_version.scope = source.scope
        AND source_version.number = source.number AND source_version.version = source.version
      JOIN snapshot ON snapshot.key = source_version.snapshot
      """;

  static Optional<SourceRow> find(Handle handle, Scope scope, long number) {
    return handle
        .createQuery(SELECT + "WHERE source.scope = :scope AND source.number = :number")
        .bind("scope", scope.id())
        .bind("number", number)
        .map(SourceRow::of)
        .findOne();
  }

  static SourceRow of(ResultSet row, StatementContext context) throws SQLException {
    return new SourceRow(
        row.getLong("number"),
        new Scope(row.getString("scope")),
        row.getString("address"),
        row.getString("file_name"),
        longOrNull(row, "feed"),
        SourceState.ofWireName(row.getString("state")).orElseThrow(),
        new RecordCopy(
            row.getString("record_hash"), row.getString("record_id"), row.getString("record")),
        row.getString("sha256"),
        Instant.ofEpochMilli(row.getLong("retrieved")),
        Instant.ofEpochMilli(row.getLong("added")),
        row.getString("added_by"),
        row.getInt("version"),
        health(row));
  }

  private static SourceHealth health(ResultSet row) throws SQLException {
    return new SourceHealth(
        instantOrNull(row, "checked"),
        instantOrNull(row, "changed"),
        instantOrNull(row, "next_check"),
        row.getInt("failures"),
        row.getString("problem"),
        row.getString("moved_to"),
        row.getString("etag"),
        row.getString("last_modified"));
  }

  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Long millis = longOrNull(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millisOrNull(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /**
   * The entry.
   *
   * @throws DamagedSourceException when its record is not what was saved
   */
  SourceEntry toEntry() {
    return new SourceEntry(
        number,
        scope,
        address,
        fileName,
        feed,
        state,
        record("source " + number + " of " + scope.id(), copy),
        snapshot,
        retrieved,
        added,
        addedBy,
        version,
        health);
  }

  static CorpusRecord record(String which, RecordCopy copy) {
    try {
      return copy.toRecord();
    } catch (IOException e) {
      throw new DamagedSourceException(which, e);
    }
  }
}
