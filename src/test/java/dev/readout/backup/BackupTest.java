package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a real database and a few records, and what is refused to be restored. */
final class BackupTest extends BackupFixture {
  private static void assertIsItsOwnersAlone(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void restore_emptyFolder_bringsBackAllButTheIndex() throws IOException {
    byte[] backup = bytes();
    assertThat(new Restore(there).check(new ByteArrayInputStream(backup))).isEqualTo(LINE);

    Restore.Restored restored = restore(backup);

    assertThat(restored)
        .isEqualTo(new Restore.Restored(LINE, Restore.Fate.RESTORED, Restore.Fate.RESTORED));
    assertThat(there.records().resolve("readouts").resolve("会谈.md")).hasContent("one");
    assertThat(there.settings()).hasSameTextualContentAs(here.settings());
    assertThat(there.data()).isDirectoryNotContaining("glob:**{.part,index}");
    assertIsItsOwnersAlone(there.store().file());
    try (Database database = Database.open(there.store(), CLOCK)) {
      assertThat(new AuditTable(database).newest(Scope.GLOBAL, 9).toString()).contains("alice");
    }
  }

  @Test
  void write_recordsAreALink_holdsWhatItLeadsTo() throws IOException {
    Path elsewhere = Files.move(here.records(), temp.resolve("elsewhere"));
    Files.createSymbolicLink(here.records(), elsewhere);

    bytes();

    Files.delete(here.records());
    assertThatThrownBy(() -> backup().write(OutputStream.nullOutputStream()))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("there are no records in");
  }

  @Test
  void write_databaseIsBeingWritten_hasAllThatWasSaid() {
    try (Database database = Database.open(here.store(), CLOCK)) {
      new AuditTable(database).add(Scope.GLOBAL, "bob", "write", "", "");
      restore(bytes());
    }
    try (Database database = Database.open(there.store(), CLOCK)) {
      assertThat(new AuditTable(database).newest(Scope.GLOBAL, 9).toString()).contains("bob");
    }
  }

  @Test
  void write_file_isItsOwnersAndHoldsNoIndex() throws IOException {
    backup().write(file, false);

    assertIsItsOwnersAlone(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "database/readout.db",
              "settings/local.yaml",
              "records/readouts/会谈.md",
              "records/topics.yaml",
              "contents.json");
    }
    assertThat(here.data()).isDirectoryNotContaining("glob:**backup-*");
  }

  @Test
  void write_fileIsThere_isRefusedUnlessReplacing() throws IOException {
    Files.writeString(file, "precious");

    assertThatThrownBy(() -> backup().write(file, false))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("exists; add --force");
    assertThat(file).hasContent("precious");
    assertThat(backup().write(file, true)).isEqualTo(LINE);
  }

  @Test
  void write_diskRefuses_saysSoAndLeavesNothing() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> backup().write(full))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("the disk is full");
    assertThat(here.data()).isDirectoryNotContaining("glob:**backup-*");
  }

  @Test
  void restore_recordsAndSettingsAreThere_stayAndItSaysHowTheyAre() throws IOException {
    Files.createDirectories(there.records());
    Files.writeString(there.records().resolve("topics.yaml"), "- another");
    Files.createDirectories(there.settings().getParent());
    Files.copy(here.settings(), there.settings());

    Restore.Restored restored = restore(bytes());

    assertThat(restored.records()).isEqualTo(Restore.Fate.KEPT);
    assertThat(restored.settings()).isEqualTo(Restore.Fate.SAME);
    assertThat(there.records().resolve("topics.yaml")).hasContent("- another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"readout.db", "readout.db-wal", "index/current", "restore.part/x"})
  void restore_thereIsData_isRefused(String name) throws IOException {
    Path data = there.data().resolve(name);
    Files.createDirectories(data.getParent());
    Files.writeString(data, "mine");

    assertThatThrownBy(() -> restore(bytes())).isInstanceOf(BackupFailedException.class);

    assertThat(data).hasContent("mine");
    assertThat(there.records()).doesNotExist();
  }

  @Test
  void restore_cutShortAnywhere_changesNothing() {
    byte[] backup = bytes();
    for (int length = 0; length < backup.length * 9 / 10; length += backup.length / 30) {
      assertUnusable(Arrays.copyOf(backup, length), "");
    }
  }

  @Test
  void restore_byteChangedAnywhere_isRefusedOrTheSame() throws IOException {
    byte[] backup = bytes();
    for (int at = 11; at < backup.length * 9 / 10; at += backup.length / 30) {
      byte[] changed = backup.clone();
      changed[at] ^= 0x55;
      try {
        new Restore(there).check(new ByteArrayInputStream(changed));
      } catch (UnusableBackupException e) {
        continue;
      }
      // Of a time or another note in the zip, which nothing depends on.
      assertThat(restore(changed).backup()).isEqualTo(LINE);
      Files.delete(there.store().file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "records/../../escaped",
        "records/a/../../escaped",
        "/etc/passwd",
        "records/a\\..\\b",
        "records/\u0000",
        "records/folder/",
        "database/other.db",
        "index/current"
      })
  void restore_nameThatBelongsInNone_isRefused(String name) throws IOException {
    assertUnusable(zip(List.of("records/a.md", name), "{}"), "");
    assertThat(temp.resolve("escaped")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "not json",
        "{\"format\":1,\"program\":\"1\",\"made\":\"1\",\"tables\":\"\",\"records\":1}",
        "{\"format\":2,\"program\":\"1\",\"made\":\"1\",\"tables\":\"\",\"records\":2}",
        "{\"format\":2,\"program\":\"1\",\"made\":\"1\",\"tables\":\"2\",\"records\":1}"
      })
  void restore_holdsAnotherThanItSays_isRefused(String contents) throws IOException {
    assertUnusable(zip(List.of("records/a.md"), contents), "it ");
  }

  /** A gigabyte of nothing takes a megabyte of zip. */
  @Test
  void restore_bomb_isRefusedOnceItIsTooLarge() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("records/bomb.md"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        zip.write(nothing);
      }
    }

    assertUnusable(out.toByteArray(), "larger than it may be");
  }

  @Test
  void restore_databaseOfAnother_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BackupFile.write(out, "1.2.3", CLOCK.instant(), here.settings(), "2", null, here.records());

    assertUnusable(out.toByteArray(), "its database is damaged");
  }

  @Test
  void check_tablesOfANewerVersion_isRefused() throws IOException {
    byte[] newer =
        zip(
            List.of("database/readout.db", "records/a.md"),
            "{\"format\":2,\"program\":\"9\",\"made\":\"1\",\"tables\":\"900\",\"records\":1}");

    assertThatThrownBy(() -> new Restore(there).check(new ByteArrayInputStream(newer)))
        .isInstanceOf(UnusableBackupException.class)
        .hasMessageContaining("it was made by Readout 9, whose tables (V900) are newer");
  }
}
