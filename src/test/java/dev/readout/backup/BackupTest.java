package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.backup.Backup.Locations;
import dev.readout.backup.BackupSchedule.BackupSettings;
import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a real database and a few records, and what is refused to be restored. */
final class BackupTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
  private static final String LINE =
      "backup of 2026-11-24T12:00:00Z by Readout 1.2.3: database of 0.3 MB (tables V5),"
          + " 2 files of records, settings";

  @TempDir private Path temp;
  private Locations here;
  private Locations there;
  private Path file;

  @BeforeEach
  void install() throws IOException {
    here = locations("here");
    there = locations("there");
    file = temp.resolve("backup.zip");
    Files.createDirectories(here.records().resolve("readouts"));
    Files.writeString(here.records().resolve("topics.yaml"), "- topic");
    Files.writeString(here.records().resolve("readouts").resolve("会谈.md"), "one");
    Files.createDirectories(here.settings().getParent());
    Files.writeString(here.settings(), "log:\n  level: INFO\n");
    Files.createDirectories(here.index());
    Files.writeString(here.index().resolve("current"), "000001");
    try (Database database = Database.open(here.store(), CLOCK)) {
      new AuditTable(database).add(Scope.GLOBAL, "alice", "write", "", "");
    }
  }

  private Locations locations(String name) {
    Path data = temp.resolve(name).resolve("data");
    return new Locations(
        new StoreSettings(data.resolve("readout.db"), null),
        data.resolve("index"),
        temp.resolve(name).resolve("index-data"),
        temp.resolve(name).resolve("config").resolve("local.yaml"),
        null);
  }

  private static Locations with(Path keyFile, Locations where) {
    return new Locations(where.store(), where.index(), where.records(), where.settings(), keyFile);
  }

  private Backup backup() {
    return new Backup(here, "1.2.3", CLOCK);
  }

  private byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(backup().write(out)).isEqualTo(LINE);
    return out.toByteArray();
  }

  private Restore.Restored restore(byte[] bytes) {
    return new Restore(there).restore(new ByteArrayInputStream(bytes));
  }

  private static void assertIsItsOwnersAlone(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private void assertUnusable(byte[] bytes, String reason) {
    assertThatThrownBy(() -> restore(bytes))
        .isInstanceOf(UnusableBackupException.class)
        .hasMessageContaining(reason);
    assertThat(there.records()).doesNotExist();
    assertThat(there.data()).isEmptyDirectory();
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

  private Path key(String name) throws IOException {
    byte[] secret = new byte[BackupKey.MIN_BYTES];
    new Random(name.hashCode()).nextBytes(secret);
    return Files.write(temp.resolve(name), secret);
  }

  /** Three pieces of 64 KiB and a rest. */
  private byte[] encrypted(Path keyFile) throws IOException {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    Files.write(here.records().resolve("noise.md"), noise);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(new Backup(with(keyFile, here), "1.2.3", CLOCK).write(out)).contains("3 files");
    return out.toByteArray();
  }

  @Test
  void restore_encrypted_bringsBackAllWithItsKeyOnly() throws IOException {
    Path key = key("key");
    byte[] backup = encrypted(key);
    assertThat(new String(backup, StandardCharsets.ISO_8859_1))
        .startsWith("readout backup, encrypted (1)\n")
        .doesNotContain("database/readout.db", "topics.yaml");
    assertUnusable(backup, "it is encrypted; name its key in backup.key-file");
    there = with(key("another"), there);
    assertUnusable(backup, "or its key is another");

    there = with(key, there);
    assertThat(new Restore(there).check(new ByteArrayInputStream(backup))).contains("3 files");
    assertThat(restore(backup).records()).isEqualTo(Restore.Fate.RESTORED);
    assertThat(there.records().resolve("noise.md"))
        .hasSameBinaryContentAs(here.records().resolve("noise.md"));
    assertThat(encrypted(key)).isNotEqualTo(backup);
  }

  /** Pieces are authenticated in their order, and so is the end. */
  @Test
  void restore_encryptedAndMeddledWith_isRefused() throws IOException {
    Path key = key("key");
    byte[] backup = encrypted(key);
    there = with(key, there);
    int head = "readout backup, encrypted (1)\n".length() + 32;
    int piece = (1 << 16) + 16;
    for (int length = 0; length <= backup.length; length += piece / 2) {
      assertUnusable(Arrays.copyOf(backup, Math.min(length, backup.length - 1)), "");
      // Cut where a piece ends, which no piece by itself shows.
      assertUnusable(Arrays.copyOf(backup, head + length / piece * piece), "");
    }
    byte[] swapped = backup.clone();
    System.arraycopy(backup, head, swapped, head + piece, piece);
    System.arraycopy(backup, head + piece, swapped, head, piece);
    assertUnusable(swapped, "put together anew");
    byte[] longer = Arrays.copyOf(backup, backup.length + 1);
    assertUnusable(longer, "put together anew");
    for (int at : new int[] {head - 1, head, head + piece - 1, backup.length - 1}) {
      byte[] changed = backup.clone();
      changed[at] ^= 1;
      assertUnusable(changed, "damaged");
    }
  }

  @Test
  void write_keyFileIsNone_isRefused() throws IOException {
    Path brief = Files.writeString(temp.resolve("brief"), "secret");
    for (Path wrong : List.of(brief, temp.resolve("none"))) {
      Backup backup = new Backup(with(wrong, here), "1.2.3", CLOCK);
      assertThatThrownBy(() -> backup.write(file, false))
          .isInstanceOf(BackupFailedException.class)
          .hasMessageContaining(wrong.toString());
      assertThat(file).doesNotExist();
    }
    Path among = Files.copy(key("key"), here.records().resolve("key"));
    assertThatThrownBy(() -> new Backup(with(among, here), "1.2.3", CLOCK).write(file, false))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("would be in the backup");
  }

  @Test
  void schedule_key_isInTheNameAndKnownAgain() throws IOException {
    Path folder = temp.resolve("backups");
    Backup backup = new Backup(with(key("key"), here), "1.2.3", CLOCK);
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup, daily, CLOCK)) {
      schedule.look();
      schedule.look();
    }
    assertThat(names(folder)).containsExactly("readout-20261124T120000Z.zip.aes");
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

  @Test
  void schedule_newestIsOldEnough_makesAnotherAndDeletesTheOldest() throws IOException {
    Path folder = temp.resolve("backups");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.zip"), "mine");
    Instant[] now = {CLOCK.instant()};
    InstantSource clock = () -> now[0];
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, clock)) {
      for (int hours : new int[] {0, 1, 23, 12, 30}) {
        now[0] = now[0].plus(Duration.ofHours(hours));
        schedule.look();
      }

      assertThat(names(folder))
          .containsExactly(
              "mine.zip", "readout-20261125T120000Z.zip", "readout-20261127T060000Z.zip");
      now[0] = now[0].plusSeconds(60);
      assertThat(schedule.ageSeconds()).isEqualTo(60);
    }
  }

  @Test
  void schedule_oneOfAClockThatWasYearsAhead_keepsNoneFromBeingMade() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("backups"));
    Files.writeString(folder.resolve("readout-20991124T120000Z.zip"), "made by a wrong clock");
    Instant[] now = {CLOCK.instant()};
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 3, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, () -> now[0])) {
      schedule.look();
      schedule.look();
      now[0] = now[0].plus(Duration.ofDays(1));
      schedule.look();
      assertThat(schedule.ageSeconds()).isZero();
    }
    assertThat(names(folder))
        .containsExactly(
            "readout-20261124T120000Z.zip",
            "readout-20261125T120000Z.zip",
            "readout-20991124T120000Z.zip");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void schedule_backupFails_isTriedAgainAnHourLater() throws IOException {
    Path folder = Files.writeString(temp.resolve("no-folder"), "");
    Instant[] now = {CLOCK.instant()};
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, () -> now[0])) {
      schedule.look();
      Files.delete(folder);
      schedule.look();
      assertThat(folder).doesNotExist();
      now[0] = now[0].plus(Duration.ofHours(1));
      schedule.look();
      assertThat(names(folder)).hasSize(1);
    }
  }

  private static byte[] zip(List<String> names, String contents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(1);
      }
      zip.putNextEntry(new ZipEntry("contents.json"));
      zip.write(contents.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
