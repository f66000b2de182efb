package dev.readout.backup;

import dev.readout.store.DatabaseCopy;
import dev.readout.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups of an installation, also while a bot and commands work on it: SQLite copies the
 * database as of one moment ({@code VACUUM INTO}). The index is not in it, since it is built from
 * the records and the database. Thread-safe.
 */
public record Backup(Locations where, String program, InstantSource clock) {
  /** Writes one to a file that only its owner may read, there only when whole and read back. */
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
    } catch (Restore.UnusableBackupException e) {
      throw new BackupFailedException(
          "the backup cannot be read back (%s); check the disk of %s"
              .formatted(e.getMessage(), target),
          e);
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be written", e);
    }
  }

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

  /** Writes one to a stream, left open, and says what it holds; what fails is no backup. */
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

  /** Where the parts of an installation are, or are to be; no key file for no encryption. */
  public record Locations(
      StoreSettings store, Path index, Path records, Path settings, @Nullable Path keyFile) {
    public Locations {
      store = store.withFile(absolute(store.file()));
      index = absolute(index);
      records = absolute(records);
      settings = absolute(settings);
      keyFile = keyFile == null ? null : absolute(keyFile);
    }

    private static Path absolute(Path path) {
      return path.toAbsolutePath().normalize();
    }

    Path data() {
      return Objects.requireNonNull(store.file().getParent());
    }
  }

  /** A backup cannot be made, or not restored; the message says why and what to do. */
  public static final class BackupFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFailedException(String message) {
      super(message);
    }

    BackupFailedException(String message, Throwable cause) {
      super(message, cause);
    }

    /** With what a failure of the disk means for whoever reads it. */
    static BackupFailedException of(String what, IOException failure) {
      return new BackupFailedException(what + ": " + reason(failure), failure);
    }

    static String reason(IOException failure) {
      String said = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
      String file =
          failure instanceof FileSystemException named && named.getFile() != null
              ? named.getFile()
              : "the disk";
      // Java has no exceptions of its own for the first three.
      if (said.contains("No space left") || said.contains("quota exceeded")) {
        return "the disk is full (" + said + "); free some space";
      }
      if (said.contains("Read-only file system")) {
        return file + " is on a disk that cannot be written; mount it so that it can";
      }
      if (said.contains("Broken pipe")) {
        return "whoever was to read it has ended";
      }
      return switch (failure) {
        case AccessDeniedException _ ->
            file + " may not be read or written by the user that runs this; change its owner";
        case NoSuchFileException _ -> file + " does not exist";
        default -> failure instanceof FileSystemException ? said : failure.toString();
      };
    }
  }
}
