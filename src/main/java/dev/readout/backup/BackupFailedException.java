package dev.readout.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A backup cannot be made, or not restored; the message says why and what to do. */
public final class BackupFailedException extends RuntimeException {
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

  /** What a failure of the disk means. */
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
