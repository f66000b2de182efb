package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The settings of servers. Not cached here. Thread-safe. */
public final class ServerSettingsTable {
  private final Database database;

  public ServerSettingsTable(Database database) {
    this.database = database;
  }

  /** Those of a server, the defaults if it has chosen nothing. */
  public ServerSettings of(long server) {
    return database
        .read(handle -> find(handle, server))
        .orElseGet(() -> ServerSettings.defaults(server));
  }

  private static Optional<ServerSettings> find(Handle handle, long server) {
    Set<Long> channels = ids(handle, "SELECT channel FROM server_channel WHERE server = ?", server);
    Set<Long> roles =
        ids(handle, "SELECT role FROM server_moderator_role WHERE server = ?", server);
    return handle
        .createQuery(
            "SELECT language, private_by_default, feedback, keep_questions, take_feed_items,"
                + " receipt_days FROM server_settings WHERE server = ?")
        .bind(0, server)
        .map(
            (row, context) ->
                new ServerSettings(
                    server,
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    channels,
                    row.getBoolean(5),
                    (@Nullable Integer) row.getObject(6),
                    roles))
        .findOne();
  }

  private static Set<Long> ids(Handle handle, String query, long server) {
    return new HashSet<>(handle.createQuery(query).bind(0, server).mapTo(Long.class).list());
  }

  /** Stores them in place of those before, without an audit entry. */
  public void save(ServerSettings settings) {
    database.write(handle -> replace(handle, settings));
  }

  /** Stores them in place of those before; the audit log says what is other than it was. */
  public void save(ServerSettings settings, String actor) {
    AuditNote.checkActor(actor);
    Instant now = database.now();
    database.write(
        handle -> {
          String changes = SettingsChanges.between(current(handle, settings.server()), settings);
          if (!changes.isEmpty()) {
            replace(handle, settings);
            note(settings.server(), actor, "settings.change", changes).insert(handle, now);
          }
          return settings;
        });
  }

  /**
   * Changes them as they are by then, with nothing by anybody else in between; the audit log says
   * what is other than it was.
   *
   * @param change must not look into the database
   * @return what is other, as the audit log says it; empty when they were so already
   */
  public String change(long server, String actor, UnaryOperator<ServerSettings> change) {
    AuditNote.checkActor(actor);
    Instant now = database.now();
    return database.write(
        handle -> {
          ServerSettings before = current(handle, server);
          ServerSettings after = change.apply(before);
          String changes = SettingsChanges.between(before, after);
          if (!changes.isEmpty()) {
            replace(handle, after);
            note(server, actor, "settings.change", changes).insert(handle, now);
          }
          return changes;
        });
  }

  private static ServerSettings current(Handle handle, long server) {
    return find(handle, server).orElseGet(() -> ServerSettings.defaults(server));
  }

  private static AuditNote note(long server, String actor, String action, String detail) {
    return AuditNote.of(Scope.ofServer(server), actor, action, "settings", detail);
  }

  private static ServerSettings replace(Handle handle, ServerSettings settings) {
    remove(handle, settings.server());
    handle.execute(
        """
        INSERT INTO server_settings
          (server, language, private_by_default, feedback, keep_questions, take_feed_items,
           receipt_days)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        settings.server(),
        settings.language(),
        settings.privateByDefault(),
        settings.feedback(),
        settings.keepQuestions(),
        settings.takeFeedItems(),
        settings.receiptDays());
    for (long channel : settings.channels()) {
      handle.execute(
          "INSERT INTO server_channel (server, channel) VALUES (?, ?)", settings.server(), channel);
    }
    for (long role : settings.moderatorRoles()) {
      handle.execute(
          "INSERT INTO server_moderator_role (server, role) VALUES (?, ?)",
          settings.server(),
          role);
    }
    return settings;
  }

  /** Removes them, so that the defaults hold again, without an audit entry. */
  public void remove(long server) {
    database.write(handle -> remove(handle, server));
  }

  /** Removes them, so that the defaults hold again; the audit log says what is other by it. */
  public void remove(long server, String actor) {
    AuditNote.checkActor(actor);
    Instant now = database.now();
    database.write(
        handle -> {
          String changes =
              SettingsChanges.between(current(handle, server), ServerSettings.defaults(server));
          if (!changes.isEmpty()) {
            note(server, actor, "settings.reset", changes).insert(handle, now);
          }
          return remove(handle, server);
        });
  }

  private static int remove(Handle handle, long server) {
    return handle.execute("DELETE FROM server_settings WHERE server = ?", server);
  }
}
