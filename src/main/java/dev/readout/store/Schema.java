package dev.readout.store;

import dev.readout.store.DatabaseCopy.SafetyCopy;
import dev.readout.store.Engine.Access;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to what this version needs, those of a file after a {@link SafetyCopy} of
 * what was there; refuses what it cannot read. One process at a time: for a file by a lock on
 * {@code readout.db.lock}, since Flyway holds none for SQLite; for a server by Flyway's own.
 * Thread-safe.
 */
record Schema(Engine engine) {
  /** What the newest migration makes of the tables. */
  static final String NEWEST = "5";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 100;

  /** The lock of a file is the process's, whichever thread takes it. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  /** Brings them up to date; throws, leaving all as it was, if it is damaged or newer. */
  void bringUpToDate() throws IOException, SQLException, InterruptedException {
    if (!(engine instanceof SqliteFile file)) {
      if (!isUpToDate()) {
        migrate();
      }
      return;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    if (!IN_THIS_PROCESS.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      throw busy();
    }
    try (FileChannel channel =
        FileChannel.open(
            file.path().resolveSibling(file.path().getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      lock(channel, deadline);
      file.checkWhole();
      if (!isUpToDate()) {
        migrate();
      }
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  /** Held until the channel is closed. */
  private void lock(FileChannel channel, long deadline) throws IOException, InterruptedException {
    @Nullable FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() > deadline) {
        throw busy();
      }
      Thread.sleep(POLL_MILLIS);
      lock = channel.tryLock();
    }
  }

  private StoreUnavailableException busy() {
    return new StoreUnavailableException(
        engine,
        "another process has been changing its tables for " + PATIENCE.toSeconds() + " seconds",
        "wait for that process or end it");
  }

  /** By Flyway's own record, since Flyway takes longer to load than all else of a start. */
  private boolean isUpToDate() {
    if (engine instanceof SqliteFile(Path file, _, List<String> migrations)
        && (!migrations.equals(Database.MIGRATIONS) || !Files.exists(file))) {
      return false;
    }
    try (Connection connection = engine.connect(Access.READ);
        Statement statement = connection.createStatement();
        ResultSet done =
            statement.executeQuery(
                "SELECT max(CAST(version AS INTEGER)), count(*) FILTER (WHERE NOT success)"
                    + " FROM flyway_schema_history")) {
      return done.next() && NEWEST.equals(done.getString(1)) && done.getInt(2) == 0;
    } catch (SQLException e) {
      LOG.debug("no record of changes to the tables can be read", e);
      return false;
    }
  }

  private void migrate() throws SQLException, IOException {
    Optional<String> newer = newerVersion();
    if (newer.isPresent()) {
      throw newer(engine, newer.get());
    }
    Flyway flyway = flyway();
    MigrationInfo[] pending = flyway.info().pending();
    if (pending.length == 0) {
      return;
    }
    String version = pending[pending.length - 1].getVersion().getVersion();
    @Nullable Path copy = null;
    if (flyway.info().current() != null && engine instanceof SqliteFile file) {
      copy = SafetyCopy.make(file, version);
      LOG.info("Changing the tables of {} to V{}; as it was: {}.", file, version, copy);
    }
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw failed(version, copy, e);
    }
  }

  private Flyway flyway() {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(engine.dataSource())
        .locations(engine.migrations().toArray(String[]::new))
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        // All or none.
        .group(true)
        .installedBy("readout")
        .loggers("slf4j")
        .load();
  }

  /** What a newer version has changed the tables to; empty when this one knows all of it. */
  Optional<String> newerVersion() {
    return Arrays.stream(flyway().info().all())
        .filter(
            migration ->
                migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED)
        .reduce((earlier, later) -> later)
        .map(newest -> newest.getVersion().getVersion());
  }

  /** What the tables are; empty where there are none of ours. */
  Optional<String> version() {
    return Optional.ofNullable(flyway().info().current())
        .map(current -> current.getVersion().getVersion());
  }

  /** What to do about a database whose tables are newer than this version. */
  static StoreUnavailableException newer(Engine engine, String version) {
    String orElse =
        engine instanceof SqliteFile file
            ? "; or move it away with its -wal and -shm files and put the copy "
                + SafetyCopy.nameBefore(file.path(), version)
                + " in its place"
            : "";
    return new StoreUnavailableException(
        engine,
        "a newer Readout has changed its tables to V" + version,
        "install that version again, or restore a backup from before" + orElse);
  }

  private StoreUnavailableException failed(
      String version, @Nullable Path copy, FlywayException failure) {
    StoreUnavailableException reason = engine.unavailable(failure);
    return new StoreUnavailableException(
        engine,
        "its tables cannot be changed to V"
            + version
            + ", and are as they were: "
            + reason.reason(),
        reason.remedy() + (copy == null ? "" : "; a copy from before is " + copy),
        failure);
  }
}
