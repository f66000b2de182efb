package dev.readout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteJDBCLoader;

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

  /**
   * SQLite itself, unpacked from its driver's jar beside the database, which is writable where a
   * container's {@code /tmp} is not, loaded once a process and deleted. The driver's properties
   * {@code org.sqlite.tmpdir} and {@code org.sqlite.lib.path} say otherwise. Thread-safe.
   */
  static final class NativeLibrary {
    private static final String UNPACK_INTO = "org.sqlite.tmpdir";
    private static final List<String> OPERATORS_CHOICE =
        List.of(UNPACK_INTO, "org.sqlite.lib.path");

    private static boolean loaded;

    private NativeLibrary() {}

    /** Names the folder, unless one of the driver's properties does. */
    static void unpackInto(Path folder) {
      if (OPERATORS_CHOICE.stream().allMatch(name -> System.getProperty(name) == null)) {
        System.setProperty(UNPACK_INTO, folder.toString());
      }
    }

    /** Loads it unless it is; throws when the folder cannot be written. */
    static synchronized void load(Path file, Path folder) throws IOException {
      if (loaded) {
        return;
      }
      if (OPERATORS_CHOICE.stream().anyMatch(name -> System.getProperty(name) != null)) {
        load(file);
        return;
      }
      Path unpacked = Files.createTempDirectory(folder, "sqlite-");
      System.setProperty(UNPACK_INTO, unpacked.toString());
      try {
        load(file);
      } finally {
        System.clearProperty(UNPACK_INTO);
        remove(unpacked);
      }
    }

    private static void load(Path file) {
      try {
        loaded = SQLiteJDBCLoader.initialize();
      } catch (Exception e) { // so declared
        throw new StoreUnavailableException(
            file,
            "SQLite's native library cannot be loaded (" + e.getMessage() + ")",
            "free space if its disk is full; if code may not be run from its folder (noexec), name"
                + " another by store.native-folder or -Dorg.sqlite.tmpdir",
            e);
      }
    }

    private static void remove(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
