package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.RecordCopy.RecordChanges;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceRow;
import dev.readout.store.SourceEntry.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Changes a scope's sources within one transaction, each change with its audit entry. */
record SourceWriter(Handle handle, Scope scope, String actor, Instant now) {
  Optional<SourceRow> add(NewSource source, RecordCopy copy) throws RefusedChangeException {
    refuseDuplicate(0, source.address(), copy.recordId(), source.snapshot().sha256());
    Catalogue.refuseSource(handle, scope);
    Catalogue.refuseSize(handle, scope, copy, source.snapshot());
    long number = Catalogue.nextSource(handle, scope);
    insert(number, source, copy);
    insertVersion(number, 1, copy, source.snapshot());
    audit(
        "source.add",
        number,
        "%s; %s; %s%s"
            .formatted(
                source.state().wireName(),
                copy.recordId(),
                source.address() == null ? source.fileName() : source.address(),
                source.feed() == null ? "" : "; feed " + source.feed()));
    return find(number);
  }

  private Optional<SourceRow> find(long number) {
    return SourceRow.find(handle, scope, number);
  }

  private void audit(String action, long number, String detail) {
    AuditEntry.of(now, scope, actor, action, "source " + number, detail).insert(handle);
  }

  /**
   * Refuses what another source has and only one may have. The id of a removed one is free for the
   * same document alone: the same address, or the same bytes where neither has an address.
   */
  private void refuseDuplicate(long self, @Nullable String address, String recordId, String sha256)
      throws RefusedChangeException {
    refuseSame(
        "address",
        """
        SELECT number FROM source
        WHERE scope = :scope AND address = :address AND number <> :self
          AND state IN ('waiting', 'accepted')
        LIMIT 1\
        """,
        self,
        address,
        recordId,
        sha256);
    refuseSame(
        "record id",
        """
        SELECT number FROM source
        WHERE scope = :scope AND record_id = :record AND number <> :self
          AND NOT (state = 'removed' AND address IS NOT DISTINCT FROM :address
            AND (address IS NOT NULL OR EXISTS (
              SELECT 1 FROM source_version
              JOIN snapshot ON snapshot.key = source_version.snapshot
              WHERE source_version.scope = source.scope
                AND source_version.number = source.number
                AND sha256 = :sha256)))
        ORDER BY state = 'removed', number
        LIMIT 1\
        """,
        self,
        address,
        recordId,
        sha256);
  }

  private void refuseSame(
      String what, String sql, long self, @Nullable String address, String recordId, String sha256)
      throws RefusedChangeException {
    Optional<Long> other =
        handle
            .createQuery(sql)
            .bind("scope", scope)
            .bind("self", self)
            .bind("address", address)
            .bind("record", recordId)
            .bind("sha256", sha256)
            .mapTo(Long.class)
            .findOne();
    if (other.isPresent()) {
      throw new RefusedChangeException(new Reason.Duplicate(what, other.get()));
    }
  }

  private void insert(long number, NewSource source, RecordCopy copy) {
    @Nullable Instant nextCheck =
        source.address() == null ? null : source.snapshot().retrieved().plus(NewSource.FIRST_CHECK);
    update(
            """
            INSERT INTO source (scope, number, address, file_name, feed, state, record_id,
              record_hash, title, added, added_by, accepted, version, next_check, failures, etag,
              last_modified)
            VALUES (:scope, :number, :address, :fileName, :feed, :state, :record,
              :hash, :title, :now, :actor, :accepted, 1, :nextCheck, 0, :etag,
              :lastModified)\
            """,
            number,
            copy)
        .bindMethods(source)
        .bind("title", source.record().title())
        .bind("accepted", source.state() == SourceState.ACCEPTED ? now : null)
        .bind("nextCheck", nextCheck)
        .execute();
  }

  /** With the source's number and what is the same for all changes of this transaction. */
  private Update update(String sql, long number) {
    return handle
        .createUpdate(sql)
        .bind("scope", scope)
        .bind("number", number)
        .bind("now", now)
        .bind("actor", actor);
  }

  private Update update(String sql, long number, RecordCopy copy) {
    return update(sql, number)
        .bind("record", copy.recordId())
        .bind("hash", copy.hash())
        .bind("size", copy.size())
        .bind("json", copy.json());
  }

  private void insertVersion(long number, int version, RecordCopy copy, Snapshot snapshot) {
    handle.execute(
        "INSERT INTO snapshot (sha256, size, bytes) VALUES (?, ?, ?)"
            + " ON CONFLICT (sha256) DO NOTHING",
        snapshot.sha256(),
        snapshot.size(),
        snapshot.bytes());
    update(
            """
            INSERT INTO source_version (scope, number, version, at, actor, record_id, record_hash,
              record_size, record, snapshot, format, charset, retrieved)
            SELECT :scope, :number, :version, :now, :actor, :record, :hash,
              :size, :json, key, :format, :charset, :retrieved
            FROM snapshot WHERE sha256 = :sha256\
            """,
            number,
            copy)
        .bind("version", version)
        .bindMethods(snapshot)
        .execute();
  }

  /** Empty when the scope has no such source that is waiting, or accepted under this id. */
  Optional<SourceRow> edit(long number, CorpusRecord record, RecordCopy copy)
      throws RefusedChangeException {
    Optional<SourceRow> found = live(number, copy);
    if (found.isEmpty() || found.get().copy().hash().equals(copy.hash())) {
      return found;
    }
    SourceRow before = found.get();
    refuse(before, copy, before.sha256(), null);
    String changes = RecordChanges.between(before.copy(), record);
    copyVersion(before, copy);
    renew(before, copy, record.title());
    audit("source.edit", number, changes);
    return find(number);
  }

  /** An accepted one keeps its id, by which receipts know it. */
  private Optional<SourceRow> live(long number, RecordCopy copy) {
    return find(number)
        .filter(
            row ->
                row.state() == SourceState.WAITING
                    || (row.state() == SourceState.ACCEPTED
                        && row.copy().recordId().equals(copy.recordId())));
  }

  private void refuse(SourceRow before, RecordCopy copy, String sha256, @Nullable Snapshot snapshot)
      throws RefusedChangeException {
    if (!before.copy().recordId().equals(copy.recordId())) {
      refuseDuplicate(before.number(), before.address(), copy.recordId(), sha256);
    }
    Catalogue.refuseSize(handle, scope, copy, snapshot);
  }

  /** The next version, of the same snapshot. */
  private void copyVersion(SourceRow before, RecordCopy copy) {
    update(
            """
            INSERT INTO source_version (scope, number, version, at, actor, record_id, record_hash,
              record_size, record, snapshot, format, charset, retrieved)
            SELECT scope, number, version + 1, :now, :actor, :record, :hash,
              :size, :json, snapshot, format, charset, retrieved
            FROM source_version
            WHERE scope = :scope AND number = :number AND version = :version\
            """,
            before.number(),
            copy)
        .bind("version", before.version())
        .execute();
  }

  /** Makes the version after the newest the newest, and drops the oldest beyond the limit. */
  private void renew(SourceRow before, RecordCopy copy, String title) {
    int version = before.version() + 1;
    handle.execute(
        """
        UPDATE source SET version = ?, record_id = ?, record_hash = ?, title = ?
        WHERE scope = ? AND number = ?\
        """,
        version,
        copy.recordId(),
        copy.hash(),
        title,
        scope,
        before.number());
    handle.execute(
        "DELETE FROM source_version WHERE scope = ? AND number = ? AND version <= ?",
        scope,
        before.number(),
        version - SourceTable.MAX_VERSIONS);
  }

  /** Empty when the scope has no such source that is waiting, or accepted under this id. */
  Optional<SourceRow> revise(
      long number, CorpusRecord record, RecordCopy copy, Snapshot snapshot, SourceHealth health)
      throws RefusedChangeException {
    Optional<SourceRow> found = live(number, copy);
    if (found.isEmpty()) {
      return found;
    }
    SourceRow before = found.get();
    if (!before.copy().hash().equals(copy.hash()) || !before.sha256().equals(snapshot.sha256())) {
      refuse(before, copy, snapshot.sha256(), snapshot);
      String changes = RecordChanges.between(before.copy(), record);
      insertVersion(number, before.version() + 1, copy, snapshot);
      renew(before, copy, record.title());
      audit("source.revise", number, snapshots(before, snapshot) + changes);
    }
    setHealth(handle, scope, number, health);
    return find(number);
  }

  private static String snapshots(SourceRow before, Snapshot snapshot) {
    return "snapshot: %.12s → %.12s; ".formatted(before.sha256(), snapshot.sha256());
  }

  /** Empty when the scope has no such source. */
  Optional<SourceRow> setState(long number, SourceState state) throws RefusedChangeException {
    Optional<SourceRow> found =
        find(number).filter(row -> canBecome(row.state(), state) && !lacksDay(row, state));
    if (found.isPresent()) {
      refuse(found.get(), state);
      move(found.get(), state);
    }
    return find(number);
  }

  private static boolean canBecome(SourceState before, SourceState after) {
    return switch (after) {
      case WAITING -> false;
      case ACCEPTED -> before != SourceState.ACCEPTED;
      case REFUSED -> before == SourceState.WAITING;
      case REMOVED -> before.isLive();
    };
  }

  /** Whatever way it takes, nothing is accepted of which nobody has said when it was published. */
  private static boolean lacksDay(SourceRow before, SourceState after) {
    return after == SourceState.ACCEPTED && before.toEntry().record().published() == null;
  }

  private void refuse(SourceRow before, SourceState after) throws RefusedChangeException {
    if (after == SourceState.ACCEPTED && !before.state().isLive()) {
      refuseDuplicate(before.number(), before.address(), before.copy().recordId(), before.sha256());
      if (before.state() == SourceState.REFUSED) {
        Catalogue.refuseSource(handle, scope);
      }
    }
  }

  private void move(SourceRow before, SourceState after) {
    update(
            """
            UPDATE source
            SET state = :state, accepted = CASE :state WHEN 'accepted'
              THEN coalesce(accepted, :now) ELSE accepted END
            WHERE scope = :scope AND number = :number\
            """,
            before.number())
        .bind("state", after)
        .execute();
    audit(
        action(before.state(), after),
        before.number(),
        before.state().wireName() + " → " + after.wireName() + "; " + before.copy().recordId());
    if (after == SourceState.REFUSED) {
      dropOldestRefused(before.number());
    }
    if (after == SourceState.REMOVED) {
      NoteTable.withdraw(handle, scope, before.copy().recordId());
    }
  }

  private static String action(SourceState before, SourceState after) {
    return switch (after) {
      case ACCEPTED -> before == SourceState.REMOVED ? "source.restore" : "source.approve";
      case REFUSED -> "source.refuse";
      case REMOVED -> "source.remove";
      case WAITING -> throw new IllegalStateException("nothing goes back to waiting");
    };
  }

  /** A feed can bring more to refuse than is worth keeping; the one refused now is kept. */
  private void dropOldestRefused(long kept) {
    List<Long> dropped =
        handle
            .select(
                """
                SELECT number FROM source
                WHERE scope = ? AND state = 'refused' AND number <> ?
                ORDER BY number DESC LIMIT 1000000 OFFSET ?\
                """,
                scope,
                kept,
                Catalogue.MAX_REFUSED - 1)
            .mapTo(Long.class)
            .list();
    for (long number : dropped) {
      handle.execute("DELETE FROM source WHERE scope = ? AND number = ?", scope, number);
      audit("source.drop", number, "refused, and older than " + Catalogue.MAX_REFUSED + " others");
    }
  }

  /** No change of the catalogue, so without an audit entry. */
  static int setHealth(Handle handle, Scope scope, long number, SourceHealth health) {
    return handle
        .createUpdate(
            """
            UPDATE source
            SET checked = :checked, changed = :changed, next_check = :nextCheck,
              failures = :failures, problem = :problem, moved_to = :movedTo,
              etag = :etag, last_modified = :lastModified
            WHERE scope = :scope AND number = :number\
            """)
        .bindMethods(health)
        .bind("scope", scope)
        .bind("number", number)
        .execute();
  }
}
