package dev.readout.backup;

import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.store.DatabaseCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Makes backups of an installation, also while a bot and commands work on it: SQLite copies the
 * database as of one moment ({@code VACUUM INTO}). The index is not in it, since it is built from
 * the records and the database. Thread-safe.
 */
public final class Backup {
  private final Locations where;
  private final String program;
  private final InstantSource clock;

  /**
   * Of one installation.
   *
   * @param program the version of Readout that runs
   */
  public Backup(Locations where, String program, InstantSource clock) {
    this.where = where;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Writes one to a file, which nobody but its owner may read, and which is there only when it is
   * whole and has been read back.
   *
   * @param isReplacing whether it takes the place of a file that is there
   * @return what it holds, in a line
   * @throws BackupFailedException when it cannot be made
   * @throws dev.readout.store.StoreUnavailableException when the database cannot be copied
   */
  public String write(Path file, boolean isReplacing) {
    Path target = file.toAbsolutePath().normalize();
    refuse(target, isReplacing);
    try {
      // Made so that only its owner may read it, on every system.
      Path part =
          Files.createTempFile(Objects.requireNonNull(target.getParent()), "backup-", ".part");
      part.toFile().deleteOnExit(); // when somebody presses Ctrl-C
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          var _ = write(out);
        }
        String held;
        try (InputStream in = Files.newInputStream(part)) {
          held = BackupFile.read(BackupKey.of(where.keyFile()).under(in), null).toString();
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return held;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (UnusableBackupException e) {
      throw new BackupFailedException(
          "the backup cannot be read back (%s); check the disk of %s"
              .formatted(e.getMessage(), target),
          e);
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be written", e);
    }
  }

  /** How the name of a backup is to end. */
  String ending() {
    return where.keyFile() == null ? ".zip" : ".zip.aes";
  }

  private void refuse(Path target, boolean isReplacing) {
    if (!Files.isDirectory(Objects.requireNonNullElse(target.getParent(), target))) {
      throw new BackupFailedException("there is no folder for " + target + "; make it first");
    }
    if (Files.isDirectory(target)) {
      throw new BackupFailedException(target + " is a folder; name a file in it");
    }
    if (target.startsWith(where.records()) || target.startsWith(where.index())) {
      throw new BackupFailedException(
          target + " would lie among records or indexes; name a file elsewhere");
    }
    if (Files.exists(target) && !isReplacing) {
      throw new BackupFailedException(target + " exists; add --force to replace it");
    }
  }

  /**
   * Writes one to a stream, which is left open.
   *
   * @return what it holds, in a line
   * @throws BackupFailedException when it cannot be made; what has been written then is no backup
   * @throws dev.readout.store.StoreUnavailableException when the database cannot be copied
   */
  public String write(OutputStream out) {
    Path keyFile = where.keyFile();
    if (keyFile != null && keyFile.startsWith(where.records())) {
      throw new BackupFailedException(
          "the key file " + keyFile + " would be in the backup; move it out of the records");
    }
    try {
      boolean isStored = where.store().isUsed();
      Path copy =
          isStored ? Files.createTempFile(where.data(), "backup-", ".db") : where.store().file();
      copy.toFile().deleteOnExit();
      try {
        String tables = isStored ? DatabaseCopy.make(where.store(), copy) : "";
        return BackupKey.of(keyFile)
            .over(
                out,
                all ->
                    BackupFile.write(
                        all,
                        program,
                        clock.instant(),
                        isStored ? copy : null,
                        tables,
                        Files.exists(where.settings()) ? where.settings() : null,
                        where.records()))
            .toString();
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be made", e);
    }
  }
}
