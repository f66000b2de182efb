package dev.readout.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a database: every process that does shares a lock on {@code
 * readout.db.inuse}, and one that puts another database in its place has the lock alone. The system
 * frees it when the process dies. Thread-safe.
 */
public final class DatabaseUse implements Closeable {
  /** Bytes of the file that are locked; nothing is written there. */
  private static final long USE = 0;

  private static final long BACKUP = 1;

  /**
   * What this process holds. One channel a file, since a process that closes any channel of a file
   * frees all its locks on it.
   */
  private static final Map<Path, Held> HELD = new HashMap<>();

  private final Path key;
  private final boolean isBackup;
  private boolean closed;

  private DatabaseUse(Path key, boolean isBackup) {
    this.key = key;
    this.isBackup = isBackup;
  }

  private static final class Held {
    private final FileChannel channel;
    private final boolean isAlone;
    private int users;
    private @Nullable FileLock backup;

    private Held(FileChannel channel, boolean isAlone) {
      this.channel = channel;
      this.isAlone = isAlone;
    }
  }

  /**
   * The right to open it, which others have too.
   *
   * @param file whose folder exists
   * @throws StoreUnavailableException while another is put in its place, or when that was cut short
   */
  static DatabaseUse shared(Path file) throws IOException {
    DatabaseUse use = share(file, false);
    if (!Files.exists(unfinishedRestore(file))) {
      return use;
    }
    use.close();
    throw new StoreUnavailableException(
        file,
        "a restore was cut short",
        "run 'bin/readout restore FILE' again, which first puts back what was there");
  }

  /**
   * The right to copy it, which only one has at a time, while others work on it.
   *
   * @param file whose folder exists
   * @throws StoreUnavailableException when it is being copied or replaced
   */
  public static DatabaseUse forBackup(Path file) throws IOException {
    shared(file).close();
    return share(file, true);
  }

  /**
   * The right to replace it, while nobody else works on it.
   *
   * @param file whose folder exists
   * @throws StoreUnavailableException when anybody does
   */
  public static DatabaseUse alone(Path file) throws IOException {
    Path key = key(file);
    synchronized (HELD) {
      Held held = HELD.containsKey(key) ? null : lock(key, true);
      if (held == null) {
        throw new StoreUnavailableException(
            file,
            "a bot or another command of Readout is at work on it",
            "stop it first; with Docker, 'docker compose stop'");
      }
      held.users = 1;
      HELD.put(key, held);
      return new DatabaseUse(key, false);
    }
  }

  /**
   * The file that lies beside a database while another is put in its place, and after that was cut
   * short. Whoever restores writes and removes it.
   */
  public static Path unfinishedRestore(Path file) {
    return file.resolveSibling(file.getFileName() + ".restoring");
  }

  private static DatabaseUse share(Path file, boolean isBackup) throws IOException {
    Path key = key(file);
    synchronized (HELD) {
      Held held = HELD.get(key);
      if (held == null) {
        held = lock(key, false);
      }
      if (held == null || held.isAlone) {
        throw new StoreUnavailableException(
            file, "it is being restored from a backup", "try again when that is done");
      }
      HELD.put(key, held);
      held.users++;
      DatabaseUse use = new DatabaseUse(key, isBackup);
      if (isBackup && !lockBackup(held)) {
        held.users--;
        closeUnused(key, held);
        throw new StoreUnavailableException(
            file, "another backup of it is being made", "try again when that is done");
      }
      return use;
    }
  }

  private static boolean lockBackup(Held held) throws IOException {
    if (held.backup == null) {
      held.backup = held.channel.tryLock(BACKUP, 1, false);
      return held.backup != null;
    }
    return false;
  }

  /** Null when another process has it. */
  private static @Nullable Held lock(Path key, boolean isAlone) throws IOException {
    FileChannel channel =
        FileChannel.open(
            key, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(USE, 1, !isAlone) != null) {
        return new Held(channel, isAlone);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  /** The same for every way to name the file. */
  private static Path key(Path file) throws IOException {
    Path path = file.toAbsolutePath();
    return Objects.requireNonNull(path.getParent())
        .toRealPath()
        .resolve(path.getFileName() + ".inuse");
  }

  private static void closeUnused(Path key, Held held) throws IOException {
    if (held.users == 0) {
      HELD.remove(key);
      held.channel.close();
    }
  }

  /** A second time does nothing. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      Held held = HELD.get(key);
      if (closed || held == null) {
        return;
      }
      closed = true;
      if (isBackup && held.backup != null) {
        held.backup.release();
        held.backup = null;
      }
      held.users--;
      closeUnused(key, held);
    }
  }
}
