package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;
import java.util.List;

/**
 * The audit log, to which can only be added: the database itself refuses every change and removal
 * of an entry. Thread-safe.
 */
public final class AuditTable {
  /** How many entries a page may have. */
  public static final int MAX_PAGE = 500;

  private final Database database;

  public AuditTable(Database database) {
    this.database = database;
  }

  /** Adds an entry, as of now; see {@link AuditEntry} for the lengths. */
  public AuditEntry add(Scope scope, String actor, String action, String subject, String detail) {
    AuditNote note = new AuditNote(scope, actor, action, subject, detail);
    Instant now = database.now();
    return database.write(handle -> note.insert(handle, now));
  }

  /** How many entries a scope has; the newest is at this position, the oldest at 1. */
  public long count(Scope scope) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM audit WHERE scope = :scope")
                .bind("scope", scope.id())
                .mapTo(Long.class)
                .one());
  }

  /** The newest entries of a scope, newest first. */
  public List<AuditEntry> newest(Scope scope, int size) {
    return upTo(scope, Long.MAX_VALUE, size);
  }

  /**
   * Entries of a scope from a position on down, newest first. Positions count one scope's entries
   * only, so that they tell nothing of others'; they stay, since nothing is ever removed.
   *
   * @param position of the first entry of the page, from 1; past the newest it is the newest's
   * @param size 1 to {@link #MAX_PAGE}
   */
  public List<AuditEntry> upTo(Scope scope, long position, int size) {
    if (position < 1) {
      throw new IllegalArgumentException("a position is 1 or more, not " + position);
    }
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " entries, not " + size);
    }
    return database.read(
        handle ->
            handle
                // What is skipped is skipped in the index, without reading the entries.
                .createQuery(
                    """
                    SELECT at, actor, action, subject, detail FROM audit
                    WHERE number IN (
                      SELECT number FROM audit WHERE scope = :scope
                      ORDER BY number DESC
                      LIMIT :size
                      OFFSET max(0, (SELECT count(*) FROM audit WHERE scope = :scope) - :position))
                    ORDER BY number DESC\
                    """)
                .bind("scope", scope.id())
                .bind("position", position)
                .bind("size", size)
                .map(
                    (row, context) ->
                        new AuditEntry(
                            Instant.ofEpochMilli(row.getLong("at")),
                            scope,
                            row.getString("actor"),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("detail")))
                .list());
  }
}
