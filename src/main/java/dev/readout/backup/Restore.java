package dev.readout.backup;

import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.store.DatabaseCopy;
import dev.readout.store.DatabaseCopy.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Restores a backup where there is neither a database nor an index. All of it is read, checked and
 * unpacked beside first; the database takes its place last, so that a restore that is cut short
 * leaves nothing that a bot would serve. Records and settings that are there already, such as those
 * of an image, stay. Thread-safe.
 */
public record Restore(Backup.Locations where) {
  private static final String STAGING = "restore.part";

  /** What became of records or settings. */
  public enum Fate {
    /** They are the backup's. */
    RESTORED("restored"),
    /** They were the same. */
    SAME("the same as in the backup"),
    /** The backup has none. */
    ABSENT("none in the backup"),
    /** Those that were there stay. */
    KEPT("those here stay and differ from the backup's, which unzip can take out of it");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** What a restore has done, with what was restored in a line. Immutable. */
  public record Restored(String backup, Fate records, Fate settings) {}

  /** Reads all of a backup and checks it, changing nothing; says what it holds. */
  public String check(InputStream in) throws IOException {
    BackupFile.Contents contents = BackupFile.read(BackupKey.of(where.keyFile()).under(in), null);
    if (!contents.tables().isEmpty() && DatabaseCopy.isNewer(contents.tables())) {
      throw newer(contents, contents.tables());
    }
    return contents.toString();
  }

  /** Restores a backup; changes nothing when it is unusable or there is data already. */
  public Restored restore(InputStream in) {
    try {
      refuseData();
      Path staging = where.data().resolve(STAGING);
      Files.createDirectories(where.data());
      Files.createDirectory(staging);
      try {
        BackupFile.Contents contents =
            BackupFile.read(BackupKey.of(where.keyFile()).under(in), staging);
        Path database = staging.resolve(BackupFile.DATABASE);
        if (Files.exists(database)) {
          checkDatabase(contents, database);
        }
        Fate settings = put(staging.resolve(BackupFile.SETTINGS), where.settings());
        Fate records = put(staging.resolve(BackupFile.RECORDS), where.records());
        if (Files.exists(database)) {
          Files.move(database, where.store().file());
        }
        return new Restored(contents.toString(), records, settings);
      } finally {
        delete(staging);
      }
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be restored", e);
    }
  }

  private void refuseData() throws IOException {
    Path staging = where.data().resolve(STAGING);
    if (Files.exists(staging)) {
      throw new BackupFailedException(
          "another restore is under way, or was cut short; if it was, delete " + staging);
    }
    Path file = where.store().file();
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    for (Path there : List.of(file, log, where.index())) {
      if (Files.isDirectory(there) ? !isEmpty(there) : Files.exists(there)) {
        throw new BackupFailedException(
            "there is data already, "
                + there
                + "; stop the bot and move it away with all that lies beside it in its folder");
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static UnusableBackupException newer(BackupFile.Contents contents, String tables) {
    return new UnusableBackupException(
        "it was made by Readout %s, whose tables (V%s) are newer; restore it with that version"
            .formatted(contents.program(), tables));
  }

  private void checkDatabase(BackupFile.Contents contents, Path database) {
    switch (DatabaseCopy.look(where.store(), database)) {
      case Found.Ours _ -> {}
      case Found.Newer(String tables) -> throw newer(contents, tables);
      case Found.Foreign _ ->
          throw new UnusableBackupException("its database holds no tables of Readout");
      case Found.Damaged(String reason) ->
          throw new UnusableBackupException("its database is damaged (" + reason + ")");
    }
  }

  /** Puts a file or a folder where there is none, all of it at once. */
  private static Fate put(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return Fate.ABSENT;
    }
    if (Files.isDirectory(to) ? !isEmpty(to) : Files.exists(to)) {
      return isSame(from, to) ? Fate.SAME : Fate.KEPT;
    }
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Path part = to.resolveSibling(to.getFileName() + ".part");
    delete(part); // of a restore that was cut short
    copy(from, part);
    Files.deleteIfExists(to);
    Files.move(part, to);
    return Fate.RESTORED;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    if (!Files.isDirectory(one)) {
      return Files.mismatch(one, other) < 0;
    }
    List<Path> files = BackupFile.files(one);
    if (!files.equals(BackupFile.files(other))) {
      return false;
    }
    for (Path file : files) {
      if (Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** A file is no backup that can be restored here; the message says why. Nothing was changed. */
  public static final class UnusableBackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableBackupException(String message) {
      super(message);
    }

    UnusableBackupException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
