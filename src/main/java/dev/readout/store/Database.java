package dev.readout.store;

import dev.readout.store.Engine.Access;
import dev.readout.store.SqliteFile.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, of which one connection writes and a few read: a file of SQLite's, or a database of
 * a PostgreSQL server. Thread-safe, also for virtual threads.
 *
 * <p>A file is safe for several processes on one machine, not over a network's file system. Beside
 * it are, at times, its {@code -wal} and {@code -shm}, its {@code .lock}, and the copies {@code
 * .before-V…} made before its tables were changed. It may grow to 4 GiB. Beyond that nothing is
 * written, so sources with their snapshots take at most three quarters of it, see {@link
 * CatalogueLimit}; the rest is for receipts, settings and the audit log. Each copy takes as much
 * again, and a start reads all of it once.
 *
 * <p>On a server all processes see what one of them has written, and one of them writes at a time.
 *
 * <p>Where SQLite's native library goes: {@link NativeLibrary}.
 */
public final class Database implements AutoCloseable {
  static final List<String> MIGRATIONS = List.of("classpath:db/migration");
  static final int MAX_PAGES = 1 << 20;

  /** Any number that nobody else locks with another in this database. */
  static final int DUTIES = 0x5245_4144;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Engine engine;
  private final Path folder;
  private final InstantSource clock;
  private final ConnectionPool writer;
  private final ConnectionPool readers;

  /** Its one connection is what holds duties; null for a file. */
  private final @Nullable ConnectionPool duties;

  /** What was found to be damaged since it was opened; null while nothing was. */
  private volatile @Nullable StoreUnavailableException damage;

  private Database(Engine engine, Path folder, InstantSource clock) throws SQLException {
    this.engine = engine;
    this.folder = folder;
    this.clock = clock;
    this.writer = new ConnectionPool("writer", engine, Access.WRITE, 1);
    try {
      this.readers = new ConnectionPool("reader", engine, Access.READ, engine.readers());
      this.duties =
          engine instanceof PostgresServer
              ? new ConnectionPool("duty", engine, Access.NOTE, 1)
              : null;
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  /** Opens or makes it, changing tables if need be; throws, leaving it as it was, if it cannot. */
  public static Database open(StoreSettings settings, InstantSource clock) {
    if (settings.url() != null) {
      return open(settings.server(), folder(settings.file()), clock);
    }
    if (settings.nativeFolder() != null) {
      NativeLibrary.unpackInto(settings.nativeFolder());
    }
    return open(settings.file(), clock);
  }

  /** Opens one of which something else shows that it was there; throws also when it is not. */
  public static Database openKept(StoreSettings settings, InstantSource clock) {
    Path file = settings.file();
    try {
      boolean isThere =
          settings.url() == null
              ? Files.exists(file) && Files.size(file) > 0
              : new Schema(settings.server()).version().isPresent();
      if (!isThere) {
        throw new StoreUnavailableException(
            settings.url() == null ? file.toAbsolutePath() : settings.server(),
            "it is missing or empty, but the index has records that servers added",
            "move the folder aside and restore a backup into an empty one, with 'bin/readout"
                + " restore FILE', or lose sources, settings and receipts with 'bin/readout bot"
                + " --start-anew'");
      }
    } catch (IOException e) {
      throw StoreUnavailableException.of(file, e);
    } catch (FlywayException e) {
      throw settings.server().unavailable(e);
    }
    return open(settings, clock);
  }

  /** The same with the native library unpacked beside the file. */
  public static Database open(Path file, InstantSource clock) {
    return open(file, clock, MIGRATIONS, MAX_PAGES);
  }

  static Database open(Path file, InstantSource clock, List<String> migrations, int maxPages) {
    Path path = file.toAbsolutePath().normalize();
    Path folder = folder(path);
    try {
      FileModes.makeFolder(folder);
      NativeLibrary.load(path, folder);
      FileModes.keepFromOthers(path);
    } catch (IOException e) {
      throw StoreUnavailableException.of(path, e);
    }
    return open(new SqliteFile(path, maxPages, migrations), folder, clock);
  }

  private static Database open(Engine engine, Path folder, InstantSource clock) {
    try {
      new Schema(engine).bringUpToDate();
      Database database = new Database(engine, folder, clock);
      database.beat();
      return database;
    } catch (IOException | SQLException | FlywayException e) {
      throw engine.unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(engine, "opening it was interrupted", "try again", e);
    }
  }

  private static Path folder(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return Objects.requireNonNull(path.getParent(), "no file: " + path);
  }

  /** Reads, all of it as of one moment. */
  <T> T read(HandleCallback<T, RuntimeException> query) {
    return in(readers, Access.READ, query);
  }

  <T> List<T> list(Class<T> type, String sql, Object... arguments) {
    return read(handle -> handle.select(sql, arguments).mapTo(type).list());
  }

  <T> Optional<T> find(Class<T> type, String sql, Object... arguments) {
    return read(handle -> handle.select(sql, arguments).mapTo(type).findOne());
  }

  /** What one statement always finds, such as a count. */
  <T> T one(Class<T> type, String sql, Object... arguments) {
    return read(handle -> handle.select(sql, arguments).mapTo(type).one());
  }

  /** Makes all of a change or nothing; on the disk when it returns, whatever the power does. */
  <T, X extends Exception> T write(HandleCallback<T, X> change) throws X {
    return in(writer, Access.WRITE, change);
  }

  /** Makes one change; how many rows it was of. */
  int write(String sql, @Nullable Object... arguments) {
    return write(handle -> handle.execute(sql, arguments));
  }

  /** As {@link #write}, for what is not worth forcing to the disk: a loss of power may undo it. */
  <T> T note(HandleCallback<T, RuntimeException> change) {
    return in(writer, Access.NOTE, change);
  }

  int note(String sql, @Nullable Object... arguments) {
    return note(handle -> handle.execute(sql, arguments));
  }

  /** What a damaged file says may be anything, so that it is neither read nor changed. */
  private <T, X extends Exception> T in(
      ConnectionPool pool, Access access, HandleCallback<T, X> work) throws X {
    StoreUnavailableException found = damage;
    if (found != null) {
      throw found.again();
    }
    try {
      return pool.inTransaction(access, work);
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

  /** Reads every page of a file once; damage is logged, and nothing is read from then on. */
  public void check() {
    if (engine instanceof SqliteFile file) {
      try {
        file.checkWhole();
      } catch (StoreUnavailableException e) {
        found(e);
      } catch (SQLException e) {
        if (StoreUnavailableException.isDamage(e)) {
          found(file.unavailable(e));
        } else {
          LOG.warn("whether the database is whole cannot be told: {}", e.getMessage());
        }
      }
    }
  }

  /** Whether it was found damaged since it was opened. */
  public boolean isDamaged() {
    return damage != null;
  }

  /** Whether it answers, within 20 s; a server that is away is no reason to start anew. */
  public boolean isAlive() {
    try {
      return readers.call(handle -> handle.createQuery("SELECT 1").mapTo(Boolean.class).one());
    } catch (StoreUnavailableException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return isDamaged() || engine instanceof PostgresServer;
    }
  }

  /** Whether other processes may serve from it too. */
  public boolean isShared() {
    return duties != null;
  }

  /**
   * Whether this process alone has the duty, taking it if it is free; 20 s after its holder is cut
   * off, another may.
   */
  public boolean holds(String duty) {
    if (duties == null) {
      return true;
    }
    try {
      return duties.call(
          handle ->
              handle
                  .createQuery("SELECT pg_try_advisory_lock(:ours, hashtext(:duty))")
                  .bind("ours", DUTIES)
                  .bind("duty", duty)
                  .mapTo(Boolean.class)
                  .one());
    } catch (StoreUnavailableException e) {
      LOG.debug("nobody can be asked who has the duty '{}'", duty, e);
      return false;
    }
  }

  /** Repeats a change of a batch of rows until none is left, and says how many rows that was. */
  long writeInBatches(String sql, Object... arguments) {
    long changed = 0;
    int batch = write(sql, arguments);
    while (batch > 0) {
      changed += batch;
      batch = write(sql, arguments);
    }
    return changed;
  }

  /** Now, to the millisecond that is stored. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Takes what was deleted out of SQLite's log too; throws when others read it for too long. */
  void emptyLog() {
    if (!(engine instanceof SqliteFile)) {
      return;
    }
    boolean isBusy =
        writer.call(
            handle ->
                handle
                    .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .map((row, _) -> row.getInt("busy") != 0)
                    .one());
    if (isBusy) {
      throw new StoreUnavailableException(
          engine,
          "its log still holds what was erased, since others read it",
          "erase it once more in a minute");
    }
  }

  /** The folder that its file is in, or would be: for what a process keeps for itself. */
  public Path folder() {
    return folder;
  }

  /** How much it takes on disk, with what is not merged into the file yet. */
  public long bytesOnDisk() {
    if (!(engine instanceof SqliteFile(Path file, _, _))) {
      return read(
          handle ->
              handle
                  .createQuery("SELECT pg_database_size(current_database())")
                  .mapTo(Long.class)
                  .one());
    }
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    try {
      return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a change can be made now: makes one, for at most 20 seconds. For health checks. */
  public boolean isWritable() {
    try {
      beat();
      // A file that was removed can still be written by whoever has it open.
      return !(engine instanceof SqliteFile file) || Files.exists(file.path());
    } catch (StoreUnavailableException e) {
      LOG.debug("The database cannot be written.", e);
      return false;
    }
  }

  private void beat() {
    note(
        handle ->
            handle.execute(
                "INSERT INTO heartbeat (\"only\", at) VALUES (1, ?)"
                    + " ON CONFLICT (\"only\") DO UPDATE SET at = excluded.at",
                now()));
  }

  /** Lets what was asked for finish, then closes; a second time does nothing. */
  @Override
  public void close() {
    try (duties;
        writer) {
      readers.close();
    }
  }
}
