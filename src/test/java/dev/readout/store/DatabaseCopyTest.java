package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.SqliteFile.NativeLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database, whoever writes to it meanwhile, and what copies are. */
@Timeout(600)
final class DatabaseCopyTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path temp;
  private Path file;
  private Path copy;
  private Path migrations;

  @BeforeEach
  void folders() throws IOException {
    file = Files.createDirectory(temp.resolve("data")).resolve("readout.db");
    copy = Files.createDirectory(temp.resolve("copies")).resolve("copy.db");
    migrations = Files.createDirectory(temp.resolve("migrations"));
  }

  private StoreSettings settings() {
    return new StoreSettings(file, null);
  }

  /** As a later version would open it. */
  private void openLater() throws IOException {
    Files.writeString(migrations.resolve("V900__later.sql"), "CREATE TABLE later (x);\n");
    List<String> all = new ArrayList<>(Database.MIGRATIONS);
    all.add("filesystem:" + migrations);
    Database.open(file, CLOCK, all, Database.MAX_PAGES).close();
  }

  @Test
  void make_anotherProcessWrites_hasAllThatItHadSaid() throws IOException {
    WritingProcess process = WritingProcess.start(file);
    List<String> saved = process.awaitReceipts(50);

    String tables = DatabaseCopy.make(settings(), copy);

    process.killAfter(100);
    assertThat(tables).isEqualTo(Schema.NEWEST);
    try (Database database = Database.open(copy, CLOCK)) {
      Receipts receipts = new Receipts(database);
      assertThat(saved).hasSize(50).allSatisfy(id -> assertThat(receipts.find(id)).isPresent());
    }
  }

  @Test
  void make_done_isOneFile() throws IOException {
    Database.open(file, CLOCK).close();

    DatabaseCopy.make(settings(), copy);

    assertThat(copy.getParent()).isDirectoryContaining(path -> path.equals(copy));
    try (var files = Files.list(copy.getParent())) {
      assertThat(files).containsExactly(copy);
    }
  }

  /** Who may read a copy may read every question in it. */
  @Test
  void copies_whoeverMakesThem_areTheirOwnersAlone() throws IOException {
    Database.open(file, CLOCK).close();
    DatabaseCopy.make(settings(), copy);
    openLater();

    for (Path made : List.of(copy, file.resolveSibling("readout.db.before-V900"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .as(made.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void make_tablesOfAnOlderVersion_leavesThemSo() throws IOException {
    Files.writeString(migrations.resolve("V1__older.sql"), "CREATE TABLE heartbeat (only, at);\n");
    List<String> scripts = List.of("filesystem:" + migrations);
    SqliteFile older = new SqliteFile(file, Database.MAX_PAGES, scripts);
    migrate(older);
    byte[] before = Files.readAllBytes(file);

    assertThat(DatabaseCopy.make(settings(), copy)).isEqualTo("1");

    assertThat(file).hasBinaryContent(before);
  }

  private void migrate(SqliteFile older) throws IOException {
    try {
      NativeLibrary.load(file, temp);
      new Schema(older).bringUpToDate();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void make_newerThanThisVersion_isRefused() throws IOException {
    openLater();

    assertThatThrownBy(() -> DatabaseCopy.make(settings(), copy))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("a newer Readout has changed its tables to V900");
  }

  @Test
  void make_pagesOverwritten_isRefused() throws IOException {
    try (Database database = Database.open(file, CLOCK)) {
      RegistrationTable registrations = new RegistrationTable(database);
      for (int i = 0; i < 500; i++) {
        registrations.save(i, "x".repeat(100));
      }
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate((int) channel.size() - 8_192), 4_096);
    }

    assertThatThrownBy(() -> DatabaseCopy.make(settings(), copy))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("it is damaged, or no database");
  }

  @Test
  void make_copyCannotBeWritten_isRefused() {
    Database.open(file, CLOCK).close();

    assertThatThrownBy(
            () -> DatabaseCopy.make(settings(), temp.resolve("no-such-folder").resolve("copy.db")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void look_copy_isOurs() {
    Database.open(file, CLOCK).close();
    DatabaseCopy.make(settings(), copy);

    assertThat(look()).isEqualTo(new DatabaseCopy.Found.Ours(Schema.NEWEST));
    assertThat(look()).isEqualTo(new DatabaseCopy.Found.Ours(Schema.NEWEST));
  }

  private DatabaseCopy.Found look() {
    return DatabaseCopy.look(settings(), copy);
  }

  @Test
  void look_tablesOfALaterVersion_isNewer() throws IOException {
    openLater();
    Files.copy(file, copy);

    assertThat(look()).isEqualTo(new DatabaseCopy.Found.Newer("900"));
  }

  @Test
  void look_databaseOfAnother_isForeign() throws SQLException {
    Database.open(file, CLOCK).close(); // loads the driver
    try (Connection connection = new SqliteFile(copy).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE song (title TEXT)");
    }

    assertThat(look()).isEqualTo(new DatabaseCopy.Found.Foreign());
  }

  @Test
  void look_emptyFile_isForeign() throws IOException {
    Files.createFile(copy);

    assertThat(look()).isEqualTo(new DatabaseCopy.Found.Foreign());
  }

  @Test
  void look_noDatabase_isDamaged() throws IOException {
    Files.writeString(copy, "Not a database at all. ".repeat(100));

    assertThat(look()).isInstanceOf(DatabaseCopy.Found.Damaged.class);
  }

  @Test
  void look_cutShort_isDamaged() throws IOException {
    Database.open(file, CLOCK).close();
    DatabaseCopy.make(settings(), copy);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    assertThat(look()).isInstanceOf(DatabaseCopy.Found.Damaged.class);
  }
}
