package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may open, copy and replace a database at the same time, in one process and in two. */
@Timeout(60)
final class DatabaseUseTest {
  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("readout.db");
  }

  private Database open() {
    return Database.open(file, InstantSource.system());
  }

  @Test
  void alone_openedTwiceHere_isRefusedUntilBothAreClosed() throws IOException {
    Database one = open();
    Database other = open();

    assertAtWork();
    one.close();
    one.close();
    assertAtWork();
    other.close();

    DatabaseUse.alone(file).close();
  }

  private void assertAtWork() {
    assertThatThrownBy(() -> DatabaseUse.alone(file))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("a bot or another command of Readout is at work on it")
        .hasMessageContaining("stop it first");
  }

  @Test
  void alone_anotherProcessHasItOpen_isRefusedUntilThatIsKilled() throws IOException {
    WritingProcess process = WritingProcess.start(file);
    process.awaitReceipts(1);

    assertAtWork();
    process.killAfter(1);

    DatabaseUse.alone(file).close();
    open().close();
  }

  @Test
  void open_anotherProcessReplacesIt_isRefusedUntilThatIsKilled() throws IOException {
    try (ReplacingProcess _ = ReplacingProcess.start(file)) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("it is being restored from a backup")
          .hasMessageContaining("try again when that is done");
      assertThat(file).doesNotExist();
    }

    open().close();
  }

  @Test
  void open_replacedHere_isRefused() throws IOException {
    try (DatabaseUse _ = DatabaseUse.alone(file)) {
      assertThatThrownBy(this::open).hasMessageContaining("it is being restored from a backup");
      assertThatThrownBy(() -> DatabaseUse.forBackup(file))
          .hasMessageContaining("it is being restored from a backup");
      assertAtWork();
    }

    open().close();
  }

  @Test
  void alone_byAnotherNameOfTheSameFolder_isRefusedAsWell() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp);
    try (Database _ = open()) {
      assertThatThrownBy(() -> DatabaseUse.alone(link.resolve("readout.db")))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void open_restoreCutShort_isRefusedAndCountsAsThere() throws IOException {
    Files.createFile(DatabaseUse.unfinishedRestore(file));

    assertThat(Database.exists(file)).isTrue();
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("a restore was cut short")
        .hasMessageContaining("bin/readout restore FILE");
    assertThat(file).doesNotExist();
    // Whoever mends it can.
    DatabaseUse.alone(file).close();
  }

  @Test
  void forBackup_twice_isRefusedWhileOthersWork() throws IOException {
    try (Database _ = open();
        DatabaseUse _ = DatabaseUse.forBackup(file)) {
      assertThatThrownBy(() -> DatabaseUse.forBackup(file))
          .hasMessageContaining("another backup of it is being made");
      open().close();
      assertAtWork();
    }

    DatabaseUse.forBackup(file).close();
    DatabaseUse.alone(file).close();
  }
}
