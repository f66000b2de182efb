package dev.readout.store;

import dev.readout.corpus.Scope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The audit log, to which can only be added: the database itself refuses every change and removal
 * of an entry. Only who acted may become a pseudonym, when they ask for it. Thread-safe.
 */
public record AuditTable(Database database) {
  /** How many entries a page may have. */
  public static final int MAX_PAGE = 500;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> WHO =
      List.of(
          "UPDATE audit SET actor = ? WHERE actor = ?",
          "UPDATE source SET added_by = ? WHERE added_by = ?",
          "UPDATE source_version SET actor = ? WHERE actor = ?",
          "UPDATE feed SET added_by = ? WHERE added_by = ?");

  /** Who did what (1 to 100 characters each) to what (500), and more (4,000). Immutable. */
  public record AuditEntry(
      Instant at, Scope scope, String actor, String action, String subject, String detail) {
    private static final Limit ACTOR = new Limit("the actor", 1, 100);
    private static final Limit ACTION = new Limit("the action", 1, 100);
    private static final Limit SUBJECT = new Limit("the subject", 0, 500);
    private static final Limit DETAIL = new Limit("the detail", 0, 4_000);

    public AuditEntry {
      checkActor(actor);
      ACTION.check(action);
      SUBJECT.check(subject);
      DETAIL.check(detail);
    }

    /** An entry whose detail is cut to what one holds. */
    static AuditEntry of(
        Instant at, Scope scope, String actor, String action, String subject, String detail) {
      return new AuditEntry(at, scope, actor, action, subject, Limit.cut(detail, DETAIL.max()));
    }

    static void checkActor(String actor) {
      ACTOR.check(actor);
    }

    /** Writes it in the transaction of what it tells of. */
    AuditEntry insert(Handle handle) {
      handle.execute(
          """
          INSERT INTO audit (at, scope, actor, action, subject, detail)
          VALUES (?, ?, ?, ?, ?, ?)\
          """,
          at,
          scope,
          actor,
          action,
          subject,
          detail);
      return this;
    }
  }

  /** Adds an entry, as of now; see {@link AuditEntry} for the lengths. */
  public AuditEntry add(Scope scope, String actor, String action, String subject, String detail) {
    return database.write(
        new AuditEntry(database.now(), scope, actor, action, subject, detail)::insert);
  }

  /** Where somebody's id is kept for what they changed, in all scopes together. Immutable. */
  public record Traces(long entries, long sources, long feeds) {
    public static final Traces NONE = new Traces(0, 0, 0);
  }

  public Traces traces(String actor) {
    return database.one(
        Traces.class,
        """
        SELECT (SELECT count(*) FROM audit WHERE actor = who) AS entries,
          (SELECT count(*) FROM (
            SELECT scope, number FROM source WHERE added_by = who
            UNION SELECT scope, number FROM source_version WHERE actor = who) AS theirs) AS sources,
          (SELECT count(*) FROM feed WHERE added_by = who) AS feeds
        FROM (SELECT CAST(? AS TEXT) AS who) AS asked\
        """,
        actor);
  }

  /**
   * Puts another pseudonym each time, by which nobody finds the id, wherever it says who changed
   * something; throws when the id is not off the disk yet.
   */
  public String replaceActor(String actor) {
    String pseudonym = "moderator-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    Instant now = database.now();
    database.write(
        handle -> {
          String guard = liftGuard(handle);
          WHO.forEach(change -> handle.execute(change, pseudonym, actor));
          handle.execute(guard);
          List<String> scopes =
              handle
                  .createQuery("SELECT DISTINCT scope FROM audit WHERE actor = ?")
                  .bind(0, pseudonym)
                  .mapTo(String.class)
                  .list();
          for (String scope : scopes) {
            AuditEntry.of(now, new Scope(scope), pseudonym, "actor.replace", "", "").insert(handle);
          }
          return scopes.size();
        });
    database.emptyLog();
    return pseudonym;
  }

  /** Lets entries be changed; returns the statement that forbids it again. */
  private static String liftGuard(Handle handle) {
    if (Engine.isPostgres(handle)) {
      handle.execute("ALTER TABLE audit DISABLE TRIGGER audit_no_update");
      return "ALTER TABLE audit ENABLE TRIGGER audit_no_update";
    }
    String guard = "SELECT sql FROM sqlite_master WHERE name = 'audit_no_update'";
    String trigger = handle.createQuery(guard).mapTo(String.class).one();
    handle.execute("DROP TRIGGER audit_no_update");
    return trigger;
  }

  /** An entry for followers of the log; its number, over all scopes, is for no member. */
  public record News(long number, Scope scope, String action, String detail) {}

  /** The number of the newest entry of before then; 0 for none. */
  public long lastBefore(Instant moment) {
    return database.one(
        Long.class, "SELECT coalesce(max(number), 0) FROM audit WHERE at < ?", moment);
  }

  /** The entries after a number, of all scopes, the oldest first; {@link #MAX_PAGE} of them. */
  public List<News> after(long number) {
    return database.list(
        News.class,
        "SELECT number, scope, action, detail FROM audit WHERE number > ?"
            + " ORDER BY number LIMIT ?",
        number,
        MAX_PAGE);
  }

  /** How many entries a scope has; the newest is at this position, the oldest at 1. */
  public long count(Scope scope) {
    return database.one(Long.class, "SELECT count(*) FROM audit WHERE scope = ?", scope);
  }

  /** The newest entries of a scope, newest first. */
  public List<AuditEntry> newest(Scope scope, int size) {
    return upTo(scope, Long.MAX_VALUE, size);
  }

  /**
   * Up to {@link #MAX_PAGE} entries of a scope from a position, 1 the oldest, on down. Positions
   * count this scope alone and stay.
   */
  public List<AuditEntry> upTo(Scope scope, long position, int size) {
    if (position < 1) {
      throw new IllegalArgumentException("a position is 1 or more, not " + position);
    }
    Limit.checkPage(size, MAX_PAGE, "entries");
    // What is skipped is skipped in the index, without reading the entries.
    return database.list(
        AuditEntry.class,
        """
        SELECT at, scope, actor, action, subject, detail FROM audit
        WHERE number IN (
          SELECT number FROM audit WHERE scope = ?
          ORDER BY number DESC
          LIMIT ?
          OFFSET (SELECT CASE WHEN count(*) > ? THEN count(*) - ? ELSE 0 END
            FROM audit WHERE scope = ?))
        ORDER BY number DESC\
        """,
        scope,
        size,
        position,
        position,
        scope);
  }
}
