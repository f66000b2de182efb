package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a file that an older or a newer version, or something else, has left. */
final class SchemaTest {
  @TempDir private Path temp;

  private Path data;
  private Path file;
  private Path later;

  @BeforeEach
  void folders() throws IOException {
    data = Files.createDirectory(temp.resolve("data"));
    file = data.resolve("readout.db");
    later = Files.createDirectory(temp.resolve("later"));
  }

  private Database open() {
    return Database.open(file, InstantSource.system());
  }

  /** As a later version would, which has the migrations of the folder as well. */
  private Database openLater() {
    List<String> migrations = new ArrayList<>(Database.MIGRATIONS);
    migrations.add("filesystem:" + later);
    return Database.open(file, InstantSource.system(), migrations, Database.MAX_PAGES);
  }

  private void laterVersion(int version, String sql) throws IOException {
    Files.writeString(later.resolve("V" + version + "__later.sql"), sql + ";\n");
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.contains("before"))
          .sorted()
          .toList();
    }
  }

  /** A start that finds this version in the file does not ask Flyway. */
  @Test
  void newest_isTheNewestThatIsShipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(
              files.map(path -> path.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1")))
          .contains(Schema.NEWEST)
          .doesNotContain(String.valueOf(Integer.parseInt(Schema.NEWEST) + 1));
    }
  }

  @Test
  void open_nothingPending_makesNoCopy() throws IOException {
    open().close();
    open().close();

    assertThat(copies()).isEmpty();
  }

  @Test
  void open_pending_copiesFirstWhatIsStillInTheLog() throws IOException {
    laterVersion(900, "DROP TABLE registration");
    try (Database older = open()) {
      new RegistrationTable(older).save(1, "abc");
      openLater().close();
    }

    assertThat(copies()).containsExactly("readout.db.before-V900");
    try (Database copy =
        Database.open(data.resolve("readout.db.before-V900"), InstantSource.system())) {
      assertThat(new RegistrationTable(copy).hash(1)).contains("abc");
    }
  }

  @Test
  void open_manyVersionsLater_keepsTheNewestThreeCopies() throws IOException {
    open().close();
    for (int version = 997; version < 1_002; version++) {
      laterVersion(version, "CREATE TABLE later_" + version + " (x)");
      openLater().close();
    }

    assertThat(copies())
        .containsExactlyInAnyOrder(
            "readout.db.before-V999", "readout.db.before-V1000", "readout.db.before-V1001");
  }

  @Test
  void open_copyLeftHalfDone_isMadeAnew() throws IOException {
    laterVersion(900, "CREATE TABLE later (x)");
    open().close();
    Files.writeString(data.resolve("readout.db.before-V900.part"), "half");

    openLater().close();

    assertThat(copies()).containsExactly("readout.db.before-V900");
  }

  @Test
  void open_copyCannotBeMade_changesNothing() throws IOException {
    laterVersion(900, "CREATE TABLE later (x)");
    open().close();
    Files.createFile(Files.createDirectory(data.resolve("readout.db.before-V900")).resolve("x"));

    assertThatThrownBy(this::openLater).isInstanceOf(StoreUnavailableException.class);

    assertThat(copies()).containsExactly("readout.db.before-V900");
    open().close();
  }

  @Test
  void open_newerThanThisVersion_isRefusedAndNamesTheCopy() throws IOException {
    laterVersion(900, "CREATE TABLE later (x)");
    open().close();
    openLater().close();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("a newer Readout has changed its tables to V900")
        .hasMessageContaining("readout.db.before-V900");
    openLater().close();
  }

  /** What a downgrade finds. */
  @Test
  void open_newerThanThisVersion_leavesEveryByte() throws IOException {
    laterVersion(900, "CREATE TABLE later (x)");
    open().close();
    openLater().close();
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(this::open).isInstanceOf(StoreUnavailableException.class);

    assertThat(file).hasBinaryContent(before);
    assertThat(copies()).containsExactly("readout.db.before-V900");
  }

  @Test
  void newest_always_isWhatTheMigrationsMake() throws IOException {
    open().close();

    assertThat(DatabaseCopy.look(new StoreSettings(file, null), file))
        .isEqualTo(new DatabaseCopy.Found.Ours(Schema.NEWEST));
    assertThat(DatabaseCopy.isNewer(Schema.NEWEST)).isFalse();
    assertThat(DatabaseCopy.isNewer(Schema.NEWEST + ".1")).isTrue();
    assertThat(DatabaseCopy.isNewer("1")).isFalse();
  }

  @Test
  void open_secondOfTwoChangesFails_undoesBothAndNamesTheCopy() throws IOException {
    open().close();
    laterVersion(900, "CREATE TABLE later (x)");
    laterVersion(901, "INSERT INTO no_such_table VALUES (1)");

    assertThatThrownBy(this::openLater)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be changed to V901, and are as they were")
        .hasMessageContaining("no_such_table")
        .hasMessageContaining("readout.db.before-V901");
    open().close();
  }

  @Test
  void open_noDatabase_isRefusedAndLeftAlone() throws IOException {
    Files.writeString(file, "Not a database at all. ".repeat(100));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("it is damaged, or no database")
        .hasMessageContaining("restore a backup");
    assertThat(file).content().startsWith("Not a database at all.");
  }

  @Test
  void open_pageOverwritten_isRefused() throws IOException {
    try (Database database = open()) {
      RegistrationTable registrations = new RegistrationTable(database);
      for (int i = 0; i < 500; i++) {
        registrations.save(i, "x".repeat(100));
      }
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // Whole pages, but for the first, up to the last.
      channel.write(ByteBuffer.allocate((int) channel.size() - 8_192), 4_096);
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("it is damaged, or no database");
  }

  @Test
  void open_databaseOfAnother_isRefusedAndLeftAlone() throws SQLException {
    open().close(); // loads the driver
    Path others = data.resolve("others.db");
    try (Connection connection = new SqliteFile(others).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE song (title TEXT)");
    }

    assertThatThrownBy(() -> Database.open(others, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(others.toString())
        .hasMessageContaining("non-empty schema");
    try (Connection connection = new SqliteFile(others).connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("SELECT count(*) FROM sqlite_schema").getInt(1))
          .isEqualTo(1);
    }
  }

  @Test
  void open_emptyFile_isANewDatabase() throws IOException {
    Files.createFile(file);

    open().close();

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void open_tenAtOnce_makeTheTablesOnce() throws Exception {
    openTenTimesAtOnce(this::open);

    assertThat(copies()).isEmpty();
    open().close();
  }

  @Test
  void open_tenAtOncePending_copyOnceWhatWasBefore() throws Exception {
    laterVersion(900, "DROP TABLE registration");
    try (Database older = open()) {
      new RegistrationTable(older).save(1, "abc");
    }

    openTenTimesAtOnce(this::openLater);

    assertThat(copies()).containsExactly("readout.db.before-V900");
    try (Database copy =
        Database.open(data.resolve("readout.db.before-V900"), InstantSource.system())) {
      assertThat(new RegistrationTable(copy).hash(1)).contains("abc");
    }
  }

  private static void openTenTimesAtOnce(Supplier<Database> opening) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> openings = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        openings.add(threads.submit(() -> opening.get().close()));
      }
      for (Future<?> each : openings) {
        each.get(5, TimeUnit.MINUTES);
      }
    }
  }
}
