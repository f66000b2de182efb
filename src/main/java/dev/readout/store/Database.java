package dev.readout.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file, of which one connection writes and three read. Thread-safe, also for virtual
 * threads; safe for several processes on one machine, not over a network's file system. Beside the
 * file are, at times, its {@code -wal} and {@code -shm}, its {@code .lock}, and the copies {@code
 * .before-V…} made before its tables were changed.
 *
 * <p>The file may grow to 4 GiB. Beyond that nothing is written, so sources with their snapshots
 * take at most three quarters of it, see {@link CatalogueLimit}; the rest is for receipts, settings
 * and the audit log. Each copy takes as much again, and a start reads all of it once.
 *
 * <p>Where SQLite's native library goes: {@link NativeLibrary}.
 */
public final class Database implements AutoCloseable {
  static final List<String> MIGRATIONS = List.of("classpath:db/migration");
  static final int MAX_PAGES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 3;

  private final SqliteFile file;
  private final InstantSource clock;
  private final Lane writer;
  private final Lane readers;

  /** What was found to be damaged since it was opened; null while nothing was. */
  private volatile @Nullable StoreUnavailableException damage;

  private Database(SqliteFile file, InstantSource clock, List<Connection> connections) {
    this.file = file;
    this.clock = clock;
    this.writer = new Lane("writer", file.path(), "BEGIN IMMEDIATE", connections.subList(0, 1));
    this.readers =
        new Lane("reader", file.path(), "BEGIN", connections.subList(1, connections.size()));
  }

  /**
   * Opens it, or makes it with the folders above it; changes its tables where this version needs
   * others, after a copy.
   *
   * @throws StoreUnavailableException when it is damaged, newer than this version or cannot be
   *     written; it is then as it was
   */
  public static Database open(StoreSettings settings, InstantSource clock) {
    if (settings.nativeFolder() != null) {
      NativeLibrary.unpackInto(settings.nativeFolder());
    }
    return open(settings.file(), clock);
  }

  /**
   * Opens one that must be there: something else shows that it was. An empty file is none.
   *
   * @throws StoreUnavailableException as {@link #open} does, and when it is not there
   */
  public static Database openKept(StoreSettings settings, InstantSource clock) {
    Path file = settings.file();
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        throw new StoreUnavailableException(
            file.toAbsolutePath(),
            "it is missing or empty, but the index has records that servers added",
            "move the folder aside and restore a backup into an empty one, with 'bin/readout"
                + " restore FILE', or lose sources, settings and receipts with 'bin/readout bot"
                + " --start-anew'");
      }
    } catch (IOException e) {
      throw StoreUnavailableException.of(file, e);
    }
    return open(settings, clock);
  }

  /** The same with the native library unpacked beside the file. */
  public static Database open(Path file, InstantSource clock) {
    return open(file, clock, MIGRATIONS, MAX_PAGES);
  }

  static Database open(Path file, InstantSource clock, List<String> migrations, int maxPages) {
    Path path = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(path.getParent(), "no file: " + path);
    try {
      FileModes.makeFolder(folder);
      NativeLibrary.load(path, folder);
      FileModes.keepFromOthers(path);
      SqliteFile sqlite = new SqliteFile(path, maxPages);
      new Schema(sqlite, migrations).bringUpToDate();
      Database database = new Database(sqlite, clock, connect(sqlite));
      database.beat();
      return database;
    } catch (IOException | SQLException | FlywayException e) {
      throw StoreUnavailableException.of(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(path, "opening it was interrupted", "try again", e);
    }
  }

  /** The first one is the writer's. */
  private static List<Connection> connect(SqliteFile sqlite) throws SQLException {
    List<Connection> connections = new ArrayList<>();
    try {
      connections.add(sqlite.connect());
      for (int i = 0; i < READERS; i++) {
        Connection reader = sqlite.connect();
        connections.add(reader);
        try (Statement statement = reader.createStatement()) {
          statement.execute("PRAGMA query_only = true");
        }
      }
      return connections;
    } catch (SQLException e) {
      for (Connection connection : connections) {
        connection.close();
      }
      throw e;
    }
  }

  /** Reads, all of it as of one moment. */
  <T> T read(HandleCallback<T, RuntimeException> query) {
    return in(readers, "", query);
  }

  /**
   * Changes all that is asked for or nothing; one change after the other. Forced to the disk before
   * it returns, so that a loss of power does not take it back.
   */
  <T> T write(HandleCallback<T, RuntimeException> change) {
    return in(writer, "PRAGMA synchronous = FULL", change);
  }

  /**
   * As {@link #write}, but a loss of power may take back what was noted last: for what is not worth
   * the time that forcing it takes, such as receipts and when a page was looked at.
   */
  <T> T note(HandleCallback<T, RuntimeException> change) {
    return in(writer, "PRAGMA synchronous = NORMAL", change);
  }

  /** What a damaged file says may be anything, so that it is neither read nor changed. */
  private <T> T in(Lane lane, String before, HandleCallback<T, RuntimeException> work) {
    StoreUnavailableException found = damage;
    if (found != null) {
      throw StoreUnavailableException.damaged(file.path(), found);
    }
    try {
      return lane.inTransaction(before, work);
    } catch (StoreUnavailableException e) {
      if (StoreUnavailableException.isDamage(e)) {
        found(e);
      }
      throw e;
    }
  }

  private void found(StoreUnavailableException e) {
    damage = e;
    LOG.error("{}. Nothing more is read from it or written to it", e.getMessage());
  }

  /** Reads every page once; damage is told in the log, and from then on nothing is read. */
  public void check() {
    try {
      new Schema(file, MIGRATIONS).checkWhole();
    } catch (StoreUnavailableException e) {
      found(e);
    } catch (SQLException e) {
      if (StoreUnavailableException.isDamage(e)) {
        found(StoreUnavailableException.damaged(file.path(), e));
      } else {
        LOG.warn("whether the database is whole cannot be told: {}", e.getMessage());
      }
    }
  }

  /** Whether it was found damaged since it was opened. */
  public boolean isDamaged() {
    return damage != null;
  }

  /** Whether it still answers, be it with a refusal; waits for at most 20 seconds. */
  public boolean isAlive() {
    try {
      return readers.call(handle -> handle.createQuery("SELECT 1").mapTo(Boolean.class).one());
    } catch (StoreUnavailableException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return isDamaged();
    }
  }

  /**
   * Makes a change again and again until it finds nothing more to do, letting others write in
   * between.
   *
   * @param change returns how many rows it changed, at most the size of its batch
   * @return how many rows were changed in all
   */
  long writeInBatches(HandleCallback<Integer, RuntimeException> change) {
    long changed = 0;
    int batch = write(change);
    while (batch > 0) {
      changed += batch;
      batch = write(change);
    }
    return changed;
  }

  /** Now, to the millisecond that is stored. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What was overwritten or deleted is then in no file any more, the copies excepted.
   *
   * @throws StoreUnavailableException when others read for so long that the log cannot be emptied;
   *     what is in it goes with the next time that it can
   */
  void emptyLog() {
    boolean isBusy =
        writer.call(
            handle ->
                handle
                    .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .map((row, _) -> row.getInt("busy") != 0)
                    .one());
    if (isBusy) {
      throw new StoreUnavailableException(
          file.path(),
          "its log still holds what was erased, since others read it",
          "erase it once more in a minute");
    }
  }

  /** Where it is. */
  public Path file() {
    return file.path();
  }

  /** The folder that it is in. */
  public Path folder() {
    return Objects.requireNonNull(file.path().getParent());
  }

  /**
   * How much it takes on disk, with what is not merged into the file yet.
   *
   * @throws UncheckedIOException when that cannot be told
   */
  public long bytesOnDisk() {
    Path log = file().resolveSibling(file().getFileName() + "-wal");
    try {
      return Files.size(file()) + (Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a change can be made now: makes one, for at most 20 seconds. For health checks. */
  public boolean isWritable() {
    try {
      beat();
      // A file that was removed can still be written by whoever has it open.
      return Files.exists(file.path());
    } catch (StoreUnavailableException e) {
      LOG.debug("The database cannot be written.", e);
      return false;
    }
  }

  private void beat() {
    note(
        handle ->
            handle.execute(
                "INSERT INTO heartbeat (only, at) VALUES (1, ?)"
                    + " ON CONFLICT (only) DO UPDATE SET at = excluded.at",
                now()));
  }

  /** Lets what was asked for finish, then closes; a second time does nothing. */
  @Override
  public void close() {
    try (writer) {
      readers.close();
    }
  }
}
