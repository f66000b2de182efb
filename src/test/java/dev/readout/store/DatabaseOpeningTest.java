package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a database is opened or made, and what is said where it cannot be. */
final class DatabaseOpeningTest {
  @TempDir private Path temp;

  private Database open() {
    return Database.open(temp.resolve("readout.db"), InstantSource.system());
  }

  @Test
  void open_noFolder_makesFolderAndTables() {
    Path file = temp.resolve("data").resolve("store").resolve("readout.db");

    try (Database database = Database.open(file, InstantSource.system())) {
      assertThat(database.isWritable()).isTrue();
      assertThat(new ServerSettingsTable(database).of(1)).isEqualTo(ServerSettings.defaults(1));
    }
    assertThat(file).exists();
  }

  @Test
  void open_again_hasWhatWasWritten() {
    try (Database database = open()) {
      new RegistrationTable(database).save(1, "abc");
    }

    try (Database database = open()) {
      assertThat(new RegistrationTable(database).hash(1)).contains("abc");
    }
  }

  @Test
  void close_lastOne_leavesOneFileAndItsLocks() throws IOException {
    open().close();

    assertThat(names()).containsExactlyInAnyOrder("readout.db", "readout.db.lock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space.db", "q?mode=ro.db", "中文#100%20.db", ":memory:"})
  void open_oddName_isTheNameOfTheFile(String name) throws IOException {
    Database.open(temp.resolve(name), InstantSource.system()).close();

    assertThat(names()).contains(name);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(temp)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void open_settings_areThoseOfEveryConnection() {
    List<String> settings = List.of("wal", "1", "1", "1", "5000");
    try (Database database = open()) {
      List<String> writer = database.note(DatabaseOpeningTest::settings);
      List<String> reader = database.read(DatabaseOpeningTest::settings);

      assertThat(writer).isEqualTo(settings);
      assertThat(reader).isEqualTo(settings);
    }
  }

  private static List<String> settings(Handle handle) {
    return Stream.of("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        .map(name -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one())
        .toList();
  }

  @Test
  void open_folderThatCannotBeWritten_isRefusedWithARemedy() throws IOException {
    Path file = folderThatRefuses().resolve("readout.db");

    assertThatThrownBy(() -> Database.open(file, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("let the user that runs Readout write")
        .hasMessageContaining("chown -R " + FileModes.owner() + " " + file.getParent());
  }

  @Test
  void open_readOnlyMount_isToldAsOne() {
    FileSystemException failure =
        new FileSystemException("/data/readout.db.lock", null, "Read-only file system");

    assertThat(StoreUnavailableException.of(Path.of("/data/readout.db"), failure))
        .hasMessageContaining("mount /data so that it can be written");
  }

  /** Nobody keeps root from writing a folder but the kernel, in its own. */
  private Path folderThatRefuses() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("read-only"));
    return folder.toFile().setWritable(false) && !Files.isWritable(folder)
        ? folder
        : Path.of("/proc");
  }

  @Test
  void open_folderAboveIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x").resolve("readout.db");

    assertThatThrownBy(() -> Database.open(file, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void open_logCannotBeWritten_isRefused() throws IOException {
    open().close();
    Files.createDirectory(temp.resolve("readout.db-wal"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void open_noSpaceForTheTables_isRefusedAndLaterOpens() {
    assertThatThrownBy(
            () ->
                Database.open(
                    temp.resolve("readout.db"), InstantSource.system(), Database.MIGRATIONS, 5))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("its disk is full")
        .hasMessageContaining("free some space");

    open().close();
  }

  @Test
  void openKept_missingOrEmpty_saysTheWayOutAndMakesNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("readout.db");
    StoreSettings settings = new StoreSettings(file, null);
    assertThatThrownBy(() -> Database.openKept(settings, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContainingAll("missing or empty", "restore", "--start-anew");
    assertThat(folder).isEmptyDirectory();
    Files.createFile(file);
    assertThatThrownBy(() -> Database.openKept(settings, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class);
    Database.open(settings, InstantSource.system()).close();
    Database.openKept(settings, InstantSource.system()).close();
  }

  @Test
  void open_others_canReadNeitherFolderNorFiles(@TempDir Path home) throws IOException {
    Path data = home.resolve("data");
    Path file = data.resolve("readout.db");
    for (int i = 0; i < 2; i++) {
      try (Database database = Database.open(file, InstantSource.system())) {
        assertThat(database.isWritable()).isTrue();
        for (String name : List.of("readout.db", "readout.db-wal", "readout.db-shm")) {
          assertThat(modeOf(file.resolveSibling(name))).isEqualTo("rw-------");
        }
      }
      assertThat(modeOf(data)).isEqualTo("rwx------");
      // As earlier versions made it.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
