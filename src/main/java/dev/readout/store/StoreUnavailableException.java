package dev.readout.store;

import dev.readout.store.DatabaseCopy.SafetyCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database cannot be opened, read or written; the message says where, why and what to do. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int PAGES_A_GIB = 262_144;

  private final String place;
  private final String reason;
  private final String remedy;

  /** Of one database, by its file or {@link Engine}. */
  StoreUnavailableException(Object place, String reason, String remedy) {
    this(place, reason, remedy, null);
  }

  StoreUnavailableException(Object place, String reason, String remedy, @Nullable Throwable cause) {
    super(message(place, reason, remedy), cause);
    this.place = place.toString();
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The same for another who is refused. */
  StoreUnavailableException again() {
    return new StoreUnavailableException(place, reason, remedy, this);
  }

  private static String message(Object place, String reason, String remedy) {
    return "the database " + place + " cannot be used: " + reason + "; " + remedy;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }

  /** What a failure means for the file, by the result code of SQLite where it has one. */
  static StoreUnavailableException of(Path file, Throwable failure) {
    return switch (resultCode(failure)) {
      case 5, 6 ->
          new StoreUnavailableException(
              file, "another process has kept it locked", "end that process", failure);
      case 3, 8, 14, 23 -> notWritable(file, failure);
      case 10 ->
          new StoreUnavailableException(
              file,
              "its disk refuses to read or write (" + rootOf(failure) + ")",
              "check that disk and the space left on it",
              failure);
      case 11, 26 -> damaged(file, failure);
      case 13 -> full(file, failure);
      default -> withoutCode(file, failure);
    };
  }

  private static StoreUnavailableException withoutCode(Path file, Throwable failure) {
    if (failure instanceof IOException) {
      // Java has no exception of its own for it.
      return rootOf(failure).contains("No space left")
          ? full(file, failure)
          : notWritable(file, failure);
    }
    return new StoreUnavailableException(
        file, rootOf(failure), "if trying again does not help, restore a copy", failure);
  }

  private static StoreUnavailableException full(Path file, Throwable failure) {
    return new StoreUnavailableException(
        file,
        "its disk is full, or it has grown to "
            + Database.MAX_PAGES / PAGES_A_GIB
            + " GiB, the most it may have",
        "free some space",
        failure);
  }

  private static StoreUnavailableException notWritable(Path file, Throwable failure) {
    Path folder = Objects.requireNonNullElse(file.getParent(), file);
    String root = rootOf(failure);
    return new StoreUnavailableException(
        file,
        "it cannot be written (" + root + ")",
        root.contains("Read-only file system")
            ? "mount " + folder + " so that it can be written"
            : "let the user that runs Readout write that file and its folder ('chown -R %s %s')"
                .formatted(FileModes.owner(), folder),
        failure);
  }

  /** Whether it says that the file is no whole database. */
  static boolean isDamage(Throwable failure) {
    int code = resultCode(failure);
    return code == 11 || code == 26;
  }

  static StoreUnavailableException damaged(Path file, Throwable failure) {
    return new StoreUnavailableException(
        file,
        "it is damaged, or no database (" + rootOf(failure) + ")",
        "move it away with its -wal and -shm files, and restore a backup or put the newest "
            + SafetyCopy.nameBefore(file, "…")
            + " in its place",
        failure);
  }

  /** SQLite's primary result code; 0 when no cause has one. */
  private static int resultCode(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
        return sql.getErrorCode() & 0xff;
      }
    }
    return 0;
  }

  /** The first line about the cause of all causes. */
  static String rootOf(Throwable failure) {
    Throwable root = failure;
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    // Of a file's trouble the message is often the path alone.
    String message =
        root instanceof IOException
            ? root.toString()
            : Objects.requireNonNullElse(root.getMessage(), root.toString());
    return message.lines().findFirst().orElse("");
  }
}
