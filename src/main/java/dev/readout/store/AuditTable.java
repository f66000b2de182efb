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

  private static final Limit ACTOR = new Limit("the actor", 1, 100);
  private static final Limit ACTION = new Limit("the action", 1, 100);
  private static final Limit SUBJECT = new Limit("the subject", 0, 500);
  private static final Limit DETAIL = new Limit("the detail", 0, 4_000);

  private final Database database;

  public AuditTable(Database database) {
    this.database = database;
  }

  /** Adds an entry, as of now; see {@link AuditEntry} for the lengths. */
  public AuditEntry add(Scope scope, String actor, String action, String subject, String detail) {
    ACTOR.check(actor);
    ACTION.check(action);
    SUBJECT.check(subject);
    DETAIL.check(detail);
    Instant now = database.now();
    long number =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        INSERT INTO audit (at, scope, actor, action, subject, detail)
                        VALUES (:at, :scope, :actor, :action, :subject, :detail)
                        RETURNING number\
                        """)
                    .bind("at", now.toEpochMilli())
                    .bind("scope", scope.id())
                    .bind("actor", actor)
                    .bind("action", action)
                    .bind("subject", subject)
                    .bind("detail", detail)
                    .mapTo(Long.class)
                    .one());
    return new AuditEntry(number, now, scope, actor, action, subject, detail);
  }

  /** The newest entries of a scope, newest first. */
  public List<AuditEntry> newest(Scope scope, int size) {
    return before(scope, Long.MAX_VALUE, size);
  }

  /**
   * The page after one that ends with an entry, newest first; empty when there is nothing older.
   *
   * @param number the entry's
   * @param size 1 to {@link #MAX_PAGE}
   */
  public List<AuditEntry> before(Scope scope, long number, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " entries, not " + size);
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT number, at, actor, action, subject, detail FROM audit
                    WHERE scope = :scope AND number < :number
                    ORDER BY number DESC
                    LIMIT :size\
                    """)
                .bind("scope", scope.id())
                .bind("number", number)
                .bind("size", size)
                .map(
                    (row, context) ->
                        new AuditEntry(
                            row.getLong("number"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            scope,
                            row.getString("actor"),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("detail")))
                .list());
  }
}
