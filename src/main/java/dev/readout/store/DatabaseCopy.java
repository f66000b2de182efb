package dev.readout.store;

import dev.readout.store.SqliteFile.NativeLibrary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig;

/**
 * A database as one file of SQLite's, as of one moment, also of one that is being written to or of
 * a server's. Pure functions.
 */
public final class DatabaseCopy {
  private DatabaseCopy() {}

  public sealed interface Found {
    /** A whole database that this version can open, with the version of its tables. */
    record Ours(String tables) implements Found {}

    /** One whose tables a newer Readout has changed to this version. */
    record Newer(String tables) implements Found {}

    /** A database of something else, or an empty one. */
    record Foreign() implements Found {}

    /** Damaged, or no database. */
    record Damaged(String reason) implements Found {}
  }

  /** Whether tables of this version are newer than this program's, which then cannot open them. */
  public static boolean isNewer(String tables) {
    return MigrationVersion.fromVersion(tables)
        .isNewerThan(MigrationVersion.fromVersion(Schema.NEWEST));
  }

  /**
   * Copies a database into a new file, whole and on disk, and returns its tables' version; throws
   * when it cannot.
   */
  public static String make(StoreSettings from, Path copy) {
    Path file = from.file().toAbsolutePath().normalize();
    try {
      load(from, copy);
      if (from.url() != null) {
        var _ = Transfer.toFile(from.withFile(copy));
        Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".lock"));
        force(copy);
        return Schema.NEWEST;
      }
      vacuum(new SqliteFile(file), copy);
      return switch (look(copy)) {
        case Found.Ours(String tables) -> tables;
        case Found.Newer(String tables) -> throw Schema.newer(new SqliteFile(file), tables);
        case Found.Foreign _ ->
            throw new StoreUnavailableException(
                file, "it holds no tables of Readout", "check store.file");
        case Found.Damaged(String reason) ->
            throw StoreUnavailableException.damaged(file, new SQLException(reason));
      };
    } catch (IOException | SQLException | FlywayException e) {
      throw StoreUnavailableException.of(file, e);
    }
  }

  /** Looks at a copy that nobody else has open; throws when it cannot be read. */
  public static Found look(StoreSettings settings, Path copy) {
    try {
      load(settings, copy);
      return look(copy);
    } catch (IOException | SQLException | FlywayException e) {
      throw StoreUnavailableException.of(copy, e);
    }
  }

  private static void load(StoreSettings settings, Path copy) throws IOException {
    if (settings.nativeFolder() != null) {
      NativeLibrary.unpackInto(settings.nativeFolder());
    }
    NativeLibrary.load(copy, Objects.requireNonNull(copy.toAbsolutePath().getParent()));
  }

  private static Found look(Path copy) throws SQLException, IOException {
    Optional<String> damage = damage(copy);
    if (damage.isPresent()) {
      return new Found.Damaged(damage.get());
    }
    Schema schema = new Schema(new SqliteFile(copy));
    Optional<String> newer = schema.newerVersion();
    if (newer.isPresent()) {
      return new Found.Newer(newer.get());
    }
    Found found = schema.version().<Found>map(Found.Ours::new).orElseGet(() -> new Found.Foreign());
    // Opening it has changed its header.
    force(copy);
    return found;
  }

  /** Copies a database, also one that is being written to, into a file that is not there yet. */
  static void vacuum(SqliteFile from, Path copy) throws SQLException, IOException {
    FileModes.keepFromOthers(copy); // SQLite fills an empty file
    try (Connection connection = from.connect();
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
    force(copy);
  }

  private static void force(Path copy) throws IOException {
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** What is wrong with a file that nobody writes to; empty for a whole database. */
  static Optional<String> damage(Path copy) throws SQLException {
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);
    try (Connection connection = readOnly.createConnection("jdbc:sqlite:" + copy.toUri());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
      String found = result.getString(1);
      return found.equals("ok") ? Optional.empty() : Optional.of(found);
    } catch (SQLException e) {
      if (StoreUnavailableException.isDamage(e)) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /** Copies of the database beside it, made before its tables are changed. */
  static final class SafetyCopy {
    /** How many are kept, the newest. */
    static final int KEPT = 3;

    private SafetyCopy() {}

    /** The name of the copy made before a version, such as {@code readout.db.before-V3}. */
    static String nameBefore(Path file, String version) {
      return file.getFileName() + ".before-V" + version;
    }

    /** Makes one, reads it back, and removes the oldest. */
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
                .sorted(
                    Comparator.comparing(SafetyCopy::made).thenComparing(path -> path).reversed())
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
}
