package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.RecordCopy.DamagedEntryException;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import dev.readout.store.SourceEntry.AcceptedSources;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceRow;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue: the sources that moderators and feeds have added to a scope, with what was
 * received for them and the records made of it. A number of another scope is not found. A change
 * and its audit entry are made together or not at all. Thread-safe.
 *
 * <p>Limits: {@link CatalogueLimit}; of a source the newest {@value #MAX_VERSIONS} versions are
 * kept, of those refused the newest 1,000. What was removed stays, since receipts may quote it,
 * until the scope is forgotten.
 *
 * <p>An address is had by one source that is waiting or accepted, the id of a record by one that is
 * not removed; the id of one removed can be had again by the same document alone.
 */
public record SourceTable(Database database) {
  /** How many versions of a source are kept. */
  public static final int MAX_VERSIONS = 20;

  /** How many sources a page may have. */
  public static final int MAX_PAGE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(SourceTable.class);
  private static final Limit RECORD_ID = new Limit("a record id", 1, 300);

  /** A source as it is found again by its number or title. Immutable. */
  public record SourceTitle(long number, String title) {}

  /** Adds a source; its address is due for a look {@link NewSource#FIRST_CHECK} after retrieval. */
  public SourceEntry add(NewSource source, String actor) throws RefusedChangeException {
    RecordCopy copy = copy(source.record());
    return write(source.scope(), actor, writer -> writer.add(source, copy)).orElseThrow();
  }

  private interface Change {
    Optional<SourceRow> by(SourceWriter writer) throws RefusedChangeException;
  }

  private Optional<SourceEntry> write(Scope scope, String actor, Change change)
      throws RefusedChangeException {
    AuditEntry.checkActor(actor);
    Instant now = database.now();
    return database
        .write(handle -> change.by(new SourceWriter(handle, scope, actor, now)))
        .map(SourceRow::toEntry);
  }

  private static RecordCopy copy(CorpusRecord record) throws RefusedChangeException {
    RECORD_ID.check(record.id());
    return RecordCopy.ifSmallEnough(record)
        .orElseThrow(() -> Catalogue.full(CatalogueLimit.RECORD));
  }

  public Optional<SourceEntry> find(Scope scope, long number) {
    return database.read(handle -> SourceRow.find(handle, scope, number)).map(SourceRow::toEntry);
  }

  /** The source with the address: the one waiting or accepted, else the newest. */
  public Optional<SourceEntry> withAddress(Scope scope, String address) {
    return best(scope, "source.address = ?", address);
  }

  /** The source of which a kept version has the bytes: as above if there are several. */
  public Optional<SourceEntry> withContent(Scope scope, String sha256) {
    return best(
        scope,
        """
        (source.scope, source.number) IN (
          SELECT scope, number FROM source_version
          WHERE snapshot = (SELECT key FROM snapshot WHERE sha256 = ?))
        """,
        sha256);
  }

  private Optional<SourceEntry> best(Scope scope, String condition, String value) {
    return rows(
            """
            WHERE source.scope = ? AND %s
            ORDER BY source.state IN ('waiting', 'accepted') DESC, source.number DESC LIMIT 1\
            """
                .formatted(condition),
            scope,
            value)
        .stream()
        .findFirst()
        .map(SourceRow::toEntry);
  }

  private List<SourceRow> rows(String condition, Object... arguments) {
    return database.list(SourceRow.class, SourceRow.SELECT + condition, arguments);
  }

  /** Up to {@link #MAX_PAGE} sources in any of the states after a number, 0 for the first page. */
  public List<SourceEntry> page(Scope scope, Set<SourceState> states, long after, int size) {
    Limit.checkPage(size, MAX_PAGE, "sources");
    if (states.isEmpty()) {
      return List.of();
    }
    return rows(
            """
            WHERE source.scope = ? AND source.number > ? AND source.state IN (%s)
            ORDER BY source.number LIMIT ?\
            """
                .formatted(quoted(states)),
            scope,
            after,
            size)
        .stream()
        .map(SourceRow::toEntry)
        .toList();
  }

  /** Up to {@link #MAX_PAGE} of the newest 1,000 whose number begins with it or title has it. */
  public List<SourceTitle> titles(Scope scope, String text, int size) {
    Limit.checkPage(size, MAX_PAGE, "sources");
    return database.list(
        SourceTitle.class,
        """
        SELECT number, title FROM (
          SELECT number, title FROM source
          WHERE scope = ?
          ORDER BY number DESC
          LIMIT 1000) AS newest
        WHERE instr(lower(title), lower(?)) > 0
          OR instr(CAST(number AS TEXT), ?) = 1
        LIMIT ?\
        """,
        scope,
        text,
        text,
        size);
  }

  public int count(Scope scope, Set<SourceState> states) {
    if (states.isEmpty()) {
      return 0;
    }
    return database.one(
        Integer.class,
        "SELECT count(*) FROM source WHERE scope = ? AND state IN (" + quoted(states) + ")",
        scope);
  }

  private static String quoted(Set<SourceState> states) {
    return states.stream()
        .map(state -> "'" + state.wireName() + "'")
        .collect(Collectors.joining(", "));
  }

  public AcceptedSources accepted(Scope scope) {
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
      } catch (IOException e) { // one must not keep the others out of the index
        damaged.add(copy.recordId());
      }
    }
    return new AcceptedSources(records, damaged);
  }

  /** The same as long as {@link #accepted} is: a SHA-256. Reads no record. */
  public String acceptedFingerprint(Scope scope) {
    List<String> ids =
        database.list(
            String.class,
            """
            SELECT record_id || ' ' || record_hash FROM source
            WHERE scope = ? AND state = 'accepted' ORDER BY record_id\
            """,
            scope);
    return Sha256.of(String.join("\n", ids));
  }

  /** The scopes of which a source has ever been accepted. */
  public Set<Scope> scopesWithSources() {
    return Set.copyOf(
        database.list(Scope.class, "SELECT DISTINCT scope FROM source WHERE accepted IS NOT NULL"));
  }

  /** Whether the scope has an accepted source with a record of this id. */
  public boolean isAccepted(Scope scope, String recordId) {
    return database.one(
        Boolean.class,
        "SELECT EXISTS (SELECT 1 FROM source"
            + " WHERE scope = ? AND record_id = ? AND state = 'accepted')",
        scope,
        recordId);
  }

  /** Ids of the records of removed sources that no accepted source has again, in order. */
  public Set<String> withdrawn(Scope scope) {
    return new TreeSet<>(
        database.list(
            String.class,
            """
            SELECT record_id FROM source WHERE scope = ? AND state = 'removed'
            EXCEPT
            SELECT record_id FROM source WHERE scope = ? AND state = 'accepted'\
            """,
            scope,
            scope));
  }

  /** Describes a source anew; only while it waits may its id change, by which receipts know it. */
  public Optional<SourceEntry> edit(Scope scope, long number, CorpusRecord record, String actor)
      throws RefusedChangeException {
    RecordCopy copy = copy(record);
    return write(scope, actor, writer -> writer.edit(number, record, copy));
  }

  /** Notes that its document is another now, as a next version; if it is not, only the health. */
  public Optional<SourceEntry> revise(
      Scope scope,
      long number,
      CorpusRecord record,
      Snapshot snapshot,
      SourceHealth health,
      String actor)
      throws RefusedChangeException {
    RecordCopy copy = copy(record);
    return write(scope, actor, writer -> writer.revise(number, record, copy, snapshot, health));
  }

  /** Approves, refuses, removes or takes back; what cannot be is not done. Empty for no source. */
  public Optional<SourceEntry> setState(Scope scope, long number, SourceState state, String actor)
      throws RefusedChangeException {
    return write(scope, actor, writer -> writer.setState(number, state));
  }

  /** Notes what a look has shown, without an audit entry; false when there is no such source. */
  public boolean checked(Scope scope, long number, SourceHealth health) {
    return database.note(handle -> SourceWriter.setHealth(handle, scope, number, health)) > 0;
  }

  /** Sets when to look at the address next; false when the scope has no such source. */
  public boolean reschedule(Scope scope, long number, Instant nextCheck) {
    return database.note(
            "UPDATE source SET next_check = ? WHERE scope = ? AND number = ?",
            nextCheck,
            scope,
            number)
        > 0;
  }

  /** Up to {@link #MAX_PAGE} accepted sources due by then, longest due first, none damaged. */
  public List<SourceEntry> due(Scope scope, Instant moment, int limit) {
    Limit.checkPage(limit, MAX_PAGE, "sources");
    List<SourceEntry> entries = new ArrayList<>();
    for (SourceRow row :
        rows(
            """
            WHERE source.scope = ? AND source.state = 'accepted' AND source.next_check <= ?
            ORDER BY source.next_check, source.number LIMIT ?\
            """,
            scope,
            moment,
            limit)) {
      try {
        entries.add(row.toEntry());
      } catch (DamagedEntryException e) {
        LOG.warn("a source is not looked at again", e);
      }
    }
    return entries;
  }

  /** The kept versions, newest first; empty when the scope has no such source. */
  public List<SourceVersion> versions(Scope scope, long number) {
    return database.list(
        SourceVersion.class,
        """
        SELECT version, sha256 AS snapshot, source_version.retrieved
        FROM source_version
        JOIN snapshot ON snapshot.key = source_version.snapshot
        WHERE scope = ? AND number = ?
        ORDER BY version DESC\
        """,
        scope,
        number);
  }

  /** Removes all sources of a scope with versions and snapshots; how many. Numbers go on. */
  public long forget(Scope scope, String actor) {
    database.write(
        AuditEntry.of(database.now(), scope, actor, "source.forget", "all sources", "")::insert);
    long forgotten =
        database.writeInBatches(
            """
            DELETE FROM source WHERE (scope, number) IN
              (SELECT scope, number FROM source WHERE scope = ? LIMIT 1)\
            """,
            scope);
    database.emptyLog();
    return forgotten;
  }
}
