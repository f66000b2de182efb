package dev.readout.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/** An absolute path, of pages of 4 KiB up to a limit, and how connections are set up. Immutable. */
record SqliteFile(Path path, int maxPages, List<String> migrations) implements Engine {
  private static final int BUSY_MILLIS = 5_000;

  @Override
  public int readers() {
    return 3;
  }

  SqliteFile(Path path) {
    this(path, Database.MAX_PAGES, Database.MIGRATIONS);
  }

  Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /** Reads every page once, a gigabyte a second; throws when it is damaged. */
  void checkWhole() throws SQLException {
    if (!Files.exists(path)) {
      return;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      String found = result.getString(1);
      if (!found.equals("ok")) {
        throw StoreUnavailableException.damaged(path, new SQLException(found));
      }
    }
  }

  @Override
  public Connection connect(Access access) throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      if (access == Access.READ) {
        statement.execute("PRAGMA query_only = true");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public List<String> begin(Access access) {
    return switch (access) {
      case READ -> List.of("BEGIN");
      case NOTE -> List.of("PRAGMA synchronous = NORMAL", "BEGIN IMMEDIATE");
      case WRITE -> List.of("PRAGMA synchronous = FULL", "BEGIN IMMEDIATE");
    };
  }

  @Override
  public boolean isLost(Throwable failure) {
    return false;
  }

  @Override
  public StoreUnavailableException unavailable(Throwable failure) {
    return StoreUnavailableException.of(path, failure);
  }

  @Override
  public SQLiteDataSource dataSource() {
    SQLiteConfig config = new SQLiteConfig();
    // Readers and the writer do not wait for each other. NORMAL: a loss of power may take the last
    // writes with it, never the file; the death of the process takes nothing. What must not be lost
    // is written with FULL: Database.write.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // What is forgotten is overwritten.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    // A read-only container has no folder for temporary files.
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(Pragma.MAX_PAGE_COUNT, Integer.toString(maxPages));
    SQLiteDataSource source = new SQLiteDataSource(config);
    // As an address, since the driver would cut a path at its question mark.
    source.setUrl("jdbc:sqlite:" + path.toUri());
    return source;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
