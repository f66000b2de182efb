package dev.readout.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for all tests of a process, started by the first that needs it; it forces
 * nothing to the disk. Thread-safe.
 */
public final class TestPostgres {
  private static final Set<String> MADE = new HashSet<>();

  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /** Over a folder of its own that outlives it, or over one that goes with it. */
  private static EmbeddedPostgres start(int port, @Nullable Path data) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setServerConfig("fsync", "off")
            .setServerConfig("listen_addresses", "0.0.0.0") // several ways may lead to it
            .setServerConfig("shared_buffers", "32MB");
    if (data != null) {
      builder.setDataDirectory(data).setCleanDataDirectory(false);
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server of its own for a test that stops it. Confined to one thread. */
  public static final class Stoppable implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    private Stoppable(Path folder) {
      this.folder = folder;
      this.server = TestPostgres.start(0, folder.resolve("pg"));
      this.port = server.getPort();
    }

    public static Stoppable start(Path folder) {
      return new Stoppable(folder);
    }

    public StoreSettings settings() {
      return TestPostgres.settings(server, "postgres", folder);
    }

    public void stop() throws IOException {
      server.close();
    }

    public int port() {
      return port;
    }

    /** The session that has a duty of one process; 0 for none, or while that cannot be told. */
    public int holder(String duty) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery(
                  """
                  SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = %d
                    AND objid::bigint = hashtext('%s')::bigint & 4294967295 AND granted\
                  """
                      .formatted(Database.DUTIES, duty))) {
        return found.next() ? found.getInt(1) : 0;
      } catch (SQLException e) {
        return 0;
      }
    }

    /** Whether it takes connections. */
    public boolean isUp() {
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        return connection.isValid(1);
      } catch (SQLException e) {
        return false;
      }
    }

    public void startAgain() {
      server = TestPostgres.start(port, folder.resolve("pg"));
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /**
   * A database with our tables and nothing in them. The next who asks for the name empties it
   * again.
   *
   * @param folder for the process's own files
   */
  public static synchronized StoreSettings empty(String name, Path folder) {
    EmbeddedPostgres running = running();
    StoreSettings settings = settings(running, name, folder);
    try {
      if (MADE.add(name)) {
        execute(running, "postgres", "CREATE DATABASE " + name);
        Database.open(settings, InstantSource.system()).close();
      } else {
        clear(running, name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings;
  }

  /** A new database without our tables; each name once. */
  static synchronized StoreSettings bare(String name, Path folder) {
    EmbeddedPostgres running = running();
    try {
      execute(running, "postgres", "CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings(running, name, folder);
  }

  /** Ends all connections to a database, as the server's new start does. */
  static void endConnections(String name) {
    try {
      execute(
          running(),
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized EmbeddedPostgres running() {
    if (server == null) {
      server = start(0, null);
    }
    return server;
  }

  /** Where a database of a server is. */
  static StoreSettings settings(EmbeddedPostgres server, String name, Path folder) {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
    return new StoreSettings(folder.resolve("readout.db"), null, url, "postgres", null);
  }

  private static void clear(EmbeddedPostgres server, String name) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = server.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery(
              "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                  + " AND tablename <> 'flyway_schema_history'")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      statement.execute("SET session_replication_role = replica"); // the audit log refuses
      statement.execute("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY");
    }
  }

  static void execute(EmbeddedPostgres server, String database, String sql) throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
