package dev.readout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, unpacked from its driver's jar beside the database, which is writable where a
 * container's {@code /tmp} is not, loaded once a process and deleted. The driver's properties
 * {@code org.sqlite.tmpdir} and {@code org.sqlite.lib.path} say otherwise. Thread-safe.
 */
final class NativeLibrary {
  private static final String UNPACK_INTO = "org.sqlite.tmpdir";
  private static final List<String> OPERATORS_CHOICE = List.of(UNPACK_INTO, "org.sqlite.lib.path");

  private static boolean loaded;

  private NativeLibrary() {}

  /** Names the folder, unless one of the driver's properties does. */
  static void unpackInto(Path folder) {
    if (OPERATORS_CHOICE.stream().allMatch(name -> System.getProperty(name) == null)) {
      System.setProperty(UNPACK_INTO, folder.toString());
    }
  }

  /** Loads it unless it is; throws when the folder cannot be written. */
  static synchronized void load(Path file, Path folder) throws IOException {
    if (loaded) {
      return;
    }
    if (OPERATORS_CHOICE.stream().anyMatch(name -> System.getProperty(name) != null)) {
      load(file);
      return;
    }
    Path unpacked = Files.createTempDirectory(folder, "sqlite-");
    System.setProperty(UNPACK_INTO, unpacked.toString());
    try {
      load(file);
    } finally {
      System.clearProperty(UNPACK_INTO);
      remove(unpacked);
    }
  }

  private static void load(Path file) {
    try {
      loaded = SQLiteJDBCLoader.initialize();
    } catch (Exception e) { // so declared
      throw new StoreUnavailableException(
          file,
          "SQLite's native library cannot be loaded (" + e.getMessage() + ")",
          "free space if its disk is full; if code may not be run from its folder (noexec), name"
              + " another by store.native-folder or -Dorg.sqlite.tmpdir",
          e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
