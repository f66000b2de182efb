package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.CatalogueFullException.CatalogueLimit;
import dev.readout.store.RecordCopy.RecordChanges;
import dev.readout.store.SourceEntry.NewSource;
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
  Change<SourceRow> add(NewSource source, RecordCopy copy) {
    Optional<Change<SourceRow>> refused =
        duplicate(0, source.address(), copy.recordId(), source.snapshot().sha256())
            .or(
                () ->
                    Optional.<Change<SourceRow>>of(new Change.Full<>(CatalogueLimit.SOURCES))
                        .filter(_ -> Catalogue.isFullOfSources(handle, scope)))
            .or(() -> tooLarge(copy, source.snapshot()));
    if (refused.isPresent()) {
      return refused.get();
    }
    long number = Catalogue.nextSource(handle, scope);
    insert(number, source, copy);
    insertVersion(number, 1, copy, source.snapshot());
    audit(
        "source.add",
        number,
        source.state().wireName()
            + "; "
            + copy.recordId()
            + "; "
            + (source.address() == null ? source.fileName() : source.address())
            + (source.feed() == null ? "" : "; feed " + source.feed()));
    return made(number);
  }

  private Change<SourceRow> made(long number) {
    return new Change.Made<>(SourceRow.find(handle, scope, number).orElseThrow());
  }

  private void audit(String action, long number, String detail) {
    AuditEntry.of(now, scope, actor, action, "source " + number, detail).insert(handle);
  }

  private Optional<Change<SourceRow>> tooLarge(RecordCopy copy, @Nullable Snapshot snapshot) {
    return Catalogue.tooLarge(handle, scope, copy, snapshot).map(Change.Full::new);
  }

  /**
   * What another source has that only one may have. The id of a removed one is free for the same
   * document alone: the same address, or the same bytes where neither has an address.
   */
  private Optional<Change<SourceRow>> duplicate(
      long self, @Nullable String address, String recordId, String sha256) {
    return first(
            """
            SELECT number FROM source
            WHERE scope = :scope AND address = :address AND number <> :self
              AND state IN ('waiting', 'accepted')
            LIMIT 1\
            """,
            self,
            address,
            recordId,
            sha256)
        .map(number -> same(DuplicateEntryException.Same.ADDRESS, number))
        .or(
            () ->
                first(
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
                        sha256)
                    .map(number -> same(DuplicateEntryException.Same.RECORD_ID, number)));
  }

  private static Change<SourceRow> same(DuplicateEntryException.Same same, long number) {
    return new Change.Duplicate<>(same, number);
  }

  private Optional<Long> first(
      String sql, long self, @Nullable String address, String recordId, String sha256) {
    return handle
        .createQuery(sql)
        .bind("scope", scope)
        .bind("self", self)
        .bind("address", address)
        .bind("record", recordId)
        .bind("sha256", sha256)
        .mapTo(Long.class)
        .findOne();
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

  /** Empty when the scope has no such source that is waiting or accepted. */
  Optional<Change<SourceRow>> edit(long number, CorpusRecord record, RecordCopy copy) {
    return live(number)
        .map(
            before -> {
              if (before.copy().hash().equals(copy.hash())) {
                return new Change.Made<>(before);
              }
              return refusal(before, copy, before.sha256(), null)
                  .orElseGet(
                      () -> {
                        String changes = RecordChanges.between(before.copy(), record);
                        copyVersion(before, copy);
                        renew(before, copy, record.title());
                        audit("source.edit", number, changes);
                        return made(number);
                      });
            });
  }

  private Optional<SourceRow> live(long number) {
    return SourceRow.find(handle, scope, number).filter(row -> row.state().isLive());
  }

  private Optional<Change<SourceRow>> refusal(
      SourceRow before, RecordCopy copy, String sha256, @Nullable Snapshot snapshot) {
    String after = copy.recordId();
    if (before.copy().recordId().equals(after)) {
      return tooLarge(copy, snapshot);
    }
    if (before.state() != SourceState.WAITING) {
      return Optional.of(new Change.OtherId<>(before.copy().recordId(), after));
    }
    return duplicate(before.number(), before.address(), after, sha256)
        .or(() -> tooLarge(copy, snapshot));
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

  /** Empty when the scope has no such source that is waiting or accepted. */
  Optional<Change<SourceRow>> revise(
      long number, CorpusRecord record, RecordCopy copy, Snapshot snapshot, SourceHealth health) {
    return live(number)
        .map(
            before -> {
              boolean isSame =
                  before.copy().hash().equals(copy.hash())
                      && before.sha256().equals(snapshot.sha256());
              Optional<Change<SourceRow>> refused =
                  isSame ? Optional.empty() : refusal(before, copy, snapshot.sha256(), snapshot);
              if (refused.isPresent()) {
                return refused.get();
              }
              if (!isSame) {
                String changes = RecordChanges.between(before.copy(), record);
                insertVersion(number, before.version() + 1, copy, snapshot);
                renew(before, copy, record.title());
                audit("source.revise", number, snapshots(before, snapshot) + changes);
              }
              setHealth(handle, scope, number, health);
              return made(number);
            });
  }

  private static String snapshots(SourceRow before, Snapshot snapshot) {
    return "snapshot: "
        + before.sha256().substring(0, 12)
        + " → "
        + snapshot.sha256().substring(0, 12)
        + "; ";
  }

  /** Empty when the scope has no such source. */
  Optional<Change<SourceRow>> setState(long number, SourceState state) {
    return SourceRow.find(handle, scope, number)
        .map(
            before -> {
              if (!canBecome(before.state(), state) || lacksDay(before, state)) {
                return new Change.Made<>(before);
              }
              return refusal(before, state)
                  .orElseGet(
                      () -> {
                        move(before, state);
                        return made(number);
                      });
            });
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

  private Optional<Change<SourceRow>> refusal(SourceRow before, SourceState after) {
    if (after != SourceState.ACCEPTED || before.state().isLive()) {
      return Optional.empty();
    }
    Optional<Change<SourceRow>> taken =
        duplicate(before.number(), before.address(), before.copy().recordId(), before.sha256());
    return before.state() == SourceState.REFUSED && Catalogue.isFullOfSources(handle, scope)
        ? taken.or(() -> Optional.of(new Change.Full<>(CatalogueLimit.SOURCES)))
        : taken;
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
