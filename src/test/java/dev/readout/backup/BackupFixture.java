package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.backup.Backup.Locations;
import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An installation with a real database and a few records, and an empty one. */
abstract class BackupFixture {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  static final String LINE =
      "backup of 2026-11-24T12:00:00Z by Readout 1.2.3: database of 0.3 MB (tables V5),"
          + " 2 files of records, settings";

  @TempDir Path temp;
  Locations here;
  Locations there;
  Path file;

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

  Locations locations(String name) {
    Path data = temp.resolve(name).resolve("data");
    return new Locations(
        new StoreSettings(data.resolve("readout.db"), null),
        data.resolve("index"),
        temp.resolve(name).resolve("index-data"),
        temp.resolve(name).resolve("config").resolve("local.yaml"),
        null);
  }

  Backup backup() {
    return new Backup(here, "1.2.3", CLOCK);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(backup().write(out)).isEqualTo(LINE);
    return out.toByteArray();
  }

  Restore.Restored restore(byte[] bytes) {
    return new Restore(there).restore(new ByteArrayInputStream(bytes));
  }

  void assertUnusable(byte[] bytes, String reason) {
    assertThatThrownBy(() -> restore(bytes))
        .isInstanceOf(UnusableBackupException.class)
        .hasMessageContaining(reason);
    assertThat(there.records()).doesNotExist();
    assertThat(there.data()).isEmptyDirectory();
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  static byte[] zip(List<String> names, String contents) throws IOException {
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
