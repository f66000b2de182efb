package dev.readout.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/**
 * New databases for tests: copies of one that is made once a process, since Flyway takes longer to
 * make one than most tests take. Thread-safe.
 */
public final class TestDatabase {
  private TestDatabase() {}

  /** Made when it is first asked for. */
  private static final class Once {
    static final byte[] EMPTY = make();

    private static byte[] make() {
      try {
        Path folder = Files.createTempDirectory("readout-empty-database");
        Path file = folder.resolve("readout.db");
        Database.open(file, InstantSource.system()).close();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.deleteIfExists(folder.resolve("readout.db.lock"));
        Files.delete(folder);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Opens it, and makes it if it is not there. */
  public static Database open(Path file, InstantSource clock) {
    make(file);
    return Database.open(file, clock);
  }

  /** Puts one with our tables and nothing in them where none is. */
  public static void make(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.write(file, Once.EMPTY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
