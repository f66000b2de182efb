package dev.readout.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

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
    List<Long> channels =
        handle
            .createQuery("SELECT channel FROM server_channel WHERE server = ?")
            .bind(0, server)
            .mapTo(Long.class)
            .list();
    Set<Long> distinct = new HashSet<>(channels);
    return handle
        .createQuery(
            "SELECT language, private_by_default, feedback, keep_questions"
                + " FROM server_settings WHERE server = ?")
        .bind(0, server)
        .map(
            (row, context) ->
                new ServerSettings(
                    server,
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    distinct))
        .findOne();
  }

  /** Stores them in place of those before. */
  public void save(ServerSettings settings) {
    database.write(
        handle -> {
          remove(handle, settings.server());
          handle.execute(
              """
              INSERT INTO server_settings
                (server, language, private_by_default, feedback, keep_questions)
              VALUES (?, ?, ?, ?, ?)\
              """,
              settings.server(),
              settings.language(),
              settings.privateByDefault(),
              settings.feedback(),
              settings.keepQuestions());
          for (long channel : settings.channels()) {
            handle.execute(
                "INSERT INTO server_channel (server, channel) VALUES (?, ?)",
                settings.server(),
                channel);
          }
          return settings;
        });
  }

  /** Removes them, so that the defaults hold again. */
  public void remove(long server) {
    database.write(handle -> remove(handle, server));
  }

  private static int remove(Handle handle, long server) {
    return handle.execute("DELETE FROM server_settings WHERE server = ?", server);
  }
}
