package dev.readout.backup;

/** A file is no backup that can be restored here; the message says why. Nothing was changed. */
public final class UnusableBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableBackupException(String message) {
    super(message);
  }

  UnusableBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
