package dev.readout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of the database beside it, made before its tables are changed. */
final class SafetyCopy {
  /** How many are kept, the newest. */
  static final int KEPT = 3;

  private SafetyCopy() {}

  /**
   * The name of the copy made before a version of the tables, such as {@code readout.db.before-V3}.
   */
  static String nameBefore(Path file, String version) {
    return file.getFileName() + ".before-V" + version;
  }

  /**
   * Makes one, reads it back, and removes the oldest.
   *
   * @throws SQLException when the database cannot be read whole or the disk is full
   */
  static Path make(SqliteFile file, String version) throws SQLException, IOException {
    Path copy = file.path().resolveSibling(nameBefore(file.path(), version));
    Path part = copy.resolveSibling(copy.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      DatabaseCopy.vacuum(file, part);
      check(part);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException | IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    removeOld(file.path());
    return copy;
  }

  private static void check(Path part) throws SQLException {
    Optional<String> damage = DatabaseCopy.damage(part);
    if (damage.isPresent()) {
      throw new SQLException("the copy " + part + " is damaged: " + damage.get());
    }
  }

  private static void removeOld(Path file) throws IOException {
    Pattern isCopy = Pattern.compile(Pattern.quote(nameBefore(file, "")) + "[0-9.]+");
    try (Stream<Path> siblings = Files.list(file.resolveSibling(""))) {
      List<Path> copies =
          siblings
              .filter(path -> isCopy.matcher(path.getFileName().toString()).matches())
              .sorted(Comparator.comparing(SafetyCopy::made).thenComparing(path -> path).reversed())
              .toList();
      for (Path old : copies.subList(Math.min(KEPT, copies.size()), copies.size())) {
        Files.delete(old);
      }
    }
  }

  private static FileTime made(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
