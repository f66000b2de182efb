package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
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
    @Nested RecordCopy copy,
    String sha256,
    Instant retrieved,
    Instant added,
    String addedBy,
    int version,
    @Nested SourceHealth health) {

  /** To be continued with a condition on {@code source}. */
  static final String SELECT =
      """
      SELECT source.*, source.record_hash AS hash, source_version.record AS json,
        source_version.retrieved, snapshot.sha256
      FROM source
      JOIN source_version ON source_version.scope = source.scope
        AND source_version.number = source.number AND source_version.version = source.version
      JOIN snapshot ON snapshot.key = source_version.snapshot
      """;

  static Optional<SourceRow> find(Handle handle, Scope scope, long number) {
    return handle
        .select(SELECT + "WHERE source.scope = ? AND source.number = ?", scope, number)
        .mapTo(SourceRow.class)
        .findOne();
  }

  /**
   * The entry.
   *
   * @throws DamagedEntryException when its record is not what was saved
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
        sha256,
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
      throw new DamagedEntryException(which, e);
    }
  }
}
