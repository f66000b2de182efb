package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Servers that the bot has left, by the audit log: what they added is not looked at and, in time,
 * deleted. Thread-safe.
 */
public record Departures(Database database) {
  /** Of a scope in {@code :scope} or a column: whether the last that is known is that it left. */
  static final String IS_GONE =
      """
      (SELECT action FROM audit WHERE audit.scope = %s
         AND action IN ('server.leave', 'server.return', 'server.erase')
       ORDER BY number DESC LIMIT 1) IS NOT DISTINCT FROM 'server.leave'\
      """;

  private static final String ACTOR = "discord";
  private static final String LEAVE = "server.leave";
  private static final String RETURN = "server.return";
  private static final String ERASE = "server.erase";
  private static final int BATCH = 500;

  /** Notes that the bot is no longer in a server; false when that is known. */
  public boolean leave(Scope server) {
    return note(server, LEAVE, false);
  }

  /** Notes that it is in a server, if it was not; false when that is known. */
  public boolean comeBack(Scope server) {
    return note(server, RETURN, true);
  }

  private boolean note(Scope server, String action, boolean wasGone) {
    AuditEntry entry = AuditEntry.of(database.now(), server, ACTOR, action, "this server", "");
    if (database.read(handle -> isGone(handle, server)) != wasGone) {
      return false;
    }
    return database.write(
        handle -> {
          boolean isNews = isGone(handle, server) == wasGone;
          if (isNews) {
            entry.insert(handle);
          }
          return isNews;
        });
  }

  private static boolean isGone(Handle handle, Scope server) {
    return handle
        .createQuery("SELECT " + IS_GONE.formatted(":scope"))
        .bind("scope", server)
        .mapTo(Boolean.class)
        .one();
  }

  /** The servers that left before then and have not come back, in the order in which they did. */
  public List<Scope> before(Instant moment) {
    return database.list(
        Scope.class,
        "SELECT scope FROM audit WHERE action = 'server.leave' AND at < ? AND "
            + "number = (SELECT max(number) FROM audit AS later"
            + " WHERE later.scope = audit.scope AND later.action IN"
            + " ('server.leave', 'server.return', 'server.erase')) ORDER BY number",
        moment);
  }

  /** The servers that have something here. */
  public List<Scope> withSomething() {
    return database
        .list(
            Scope.class,
            "SELECT scope FROM source UNION SELECT scope FROM feed"
                + " UNION SELECT scope FROM watch_place"
                + " UNION SELECT 'server-' || server FROM server_settings")
        .stream()
        .filter(scope -> scope.server().isPresent())
        .toList();
  }

  /** Removes everything of a server but the audit log; throws, still due, when not all is gone. */
  public void erase(Scope server) {
    var _ = new SourceTable(database).forget(server, ACTOR);
    var _ = new FeedTable(database).forget(server, ACTOR);
    var _ = new GapTable(database).forget(server);
    new WatchTable(database).forget(server);
    long number = server.server().orElseThrow();
    new ServerSettingsTable(database).remove(number, ACTOR);
    var _ =
        database.writeInBatches(
            "DELETE FROM receipt WHERE key IN"
                + " (SELECT key FROM receipt WHERE scope = ? LIMIT ?)",
            server,
            BATCH);
    database.emptyLog();
    database.write(AuditEntry.of(database.now(), server, ACTOR, ERASE, "this server", "")::insert);
  }
}
