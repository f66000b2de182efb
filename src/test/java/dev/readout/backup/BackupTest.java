package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import dev.readout.index.IndexCopy;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is in a backup, and what is left when none can be made. */
@Timeout(60)
final class BackupTest {
  @TempDir private static Path shared;
  private static SampleInstallation made;

  @TempDir private Path temp;
  private SampleInstallation site;
  private Path file;

  @BeforeAll
  static void make() throws IOException {
    made =
        SampleInstallation.make(
            shared.resolve("made"), "first", Instant.parse("2026-11-01T08:00:00Z"));
  }

  @BeforeEach
  void copy() throws IOException {
    site = made.copyTo(temp.resolve("site"));
    file = temp.resolve("backup.zip");
  }

  private BackupSummary write() {
    return backup().write(file, false);
  }

  private Backup backup() {
    return new Backup(site.where(), "1.2.3", SampleInstallation.CLOCK);
  }

  private List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_all_saysWhatItHolds() throws IOException {
    BackupSummary summary = write();

    assertThat(summary.made()).isEqualTo(SampleInstallation.CLOCK.instant());
    assertThat(summary.program()).isEqualTo("1.2.3");
    assertThat(summary.tables()).isEqualTo("2");
    assertThat(summary.indexes()).isEqualTo(2);
    assertThat(summary.hasSettings()).isTrue();
    assertThat(summary.leftOut()).isEmpty();
    try (var in = Files.newInputStream(file)) {
      assertThat(Restore.check(in)).isEqualTo(summary);
    }
  }

  @Test
  void write_all_holdsWhatServesAndNothingElse() throws IOException {
    Files.writeString(site.where().data().resolve("token"), "secret");
    Files.writeString(site.where().data().resolve("readout.db.before-V2"), "copy");
    Files.createDirectory(site.where().index().resolve("building-000009"));
    Files.writeString(site.where().index().resolve("building-000009").resolve("x"), "half");

    write();

    assertThat(names())
        .startsWith("manifest.json", "database/readout.db")
        .contains(
            "index/current",
            "index/numbers",
            "index/servers/server-77/current",
            "records/README.md",
            "records/first.txt",
            "records/restrictions/2024-06-01-tariff.md",
            "settings/readout.yaml")
        .anyMatch(name -> name.startsWith("index/000001/"))
        .noneMatch(name -> name.contains("000002")) // a roll-back to 000001 is in force
        .noneMatch(name -> name.matches(".*(lock|inuse|token|before-V|building).*"));
  }

  @Test
  void write_done_leavesTheInstallationAsItWas() throws IOException {
    var before = site.contents();

    write();

    assertThat(site.contents()).isEqualTo(before);
    assertThat(siblings()).containsExactly("backup.zip", "site");
  }

  @Test
  void write_file_isItsOwnersOnly() throws IOException {
    write();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_twice_givesTheSameBytes() throws IOException {
    write();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    backup().write(out);

    assertThat(file).hasBinaryContent(out.toByteArray());
  }

  @Test
  void write_somebodyHasItOpen_holdsWhatIsStillInTheLog() throws IOException {
    try (Database database = Database.open(site.where().store().file(), SampleInstallation.CLOCK)) {
      new AuditTable(database).add(Scope.GLOBAL, "now", "write", "", "");
      write();
    }
    SampleInstallation restored = new SampleInstallation(temp.resolve("restored"));
    restored.restore(file, SampleInstallation.CAREFUL);

    try (Database database =
        Database.open(restored.where().store().file(), SampleInstallation.CLOCK)) {
      assertThat(new AuditTable(database).newest(Scope.GLOBAL, 10))
          .extracting(entry -> entry.actor())
          .containsExactly("now", "first");
    }
  }

  @Test
  void write_neitherDatabaseNorIndexNorSettings_holdsTheRecords() throws IOException {
    FileTree.delete(site.where().data());
    Files.delete(site.where().settings());

    BackupSummary summary = write();

    assertThat(summary.tables()).isEmpty();
    assertThat(summary.indexes()).isZero();
    assertThat(summary.hasSettings()).isFalse();
    assertThat(names().subList(1, names().size())).allMatch(name -> name.startsWith("records/"));
  }

  @Test
  void write_indexDamaged_isLeftOutAndTold() throws IOException {
    Files.writeString(site.where().index().resolve("current"), "000007\n");

    assertThat(write().leftOut())
        .extracting(IndexCopy.LeftOut::scope)
        .containsExactly(Scope.GLOBAL);
    assertThat(names()).contains("index/servers/server-77/current").doesNotContain("index/current");
  }

  @Test
  void write_fileIsThere_isRefusedUnlessToBeReplaced() throws IOException {
    Files.writeString(file, "precious");

    assertThatThrownBy(this::write)
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("backup.zip exists; add --force to replace it");
    assertThat(file).hasContent("precious");

    backup().write(file, true);
    assertThat(names()).contains("records/README.md");
  }

  @Test
  void write_placeCannotBe_isRefused() throws IOException {
    assertThatThrownBy(() -> backup().write(temp.resolve("nowhere").resolve("b.zip"), false))
        .hasMessageContaining("there is no folder")
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> backup().write(temp, true)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> backup().write(site.where().records().resolve("b.zip"), false))
        .hasMessageContaining("among records");
    assertThat(siblings()).containsExactly("site");
  }

  @Test
  void write_noRecords_isRefusedAndLeavesNothing() throws IOException {
    FileTree.delete(site.where().records());
    var before = site.contents();

    assertThatThrownBy(this::write)
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("there are no records in")
        .hasMessageContaining("READOUT_CORPUS");
    assertThat(site.contents()).isEqualTo(before);
    assertThat(siblings()).containsExactly("site");
  }

  @Test
  void write_streamFails_saysWhyAndLeavesNothing() throws IOException {
    var before = site.contents();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> backup().write(full))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("the disk is full")
        .hasMessageContaining("free some space");
    assertThat(site.contents()).isEqualTo(before);
  }

  @Test
  void write_leftoversOfAKilledBackup_areRemoved() throws IOException {
    for (Path home : List.of(site.where().data(), site.where().index())) {
      Path left = Files.createDirectories(home.resolve("backup.part").resolve("database"));
      Files.writeString(left.resolve("readout.db"), "half");
    }
    Files.writeString(temp.resolve("backup.zip.part"), "half");

    write();

    assertThat(site.where().data().resolve("backup.part")).doesNotExist();
    assertThat(site.where().index().resolve("backup.part")).doesNotExist();
    assertThat(siblings()).containsExactly("backup.zip", "site");
  }

  @Test
  void write_nameThatNoBackupHolds_isRefused() throws IOException {
    Files.writeString(site.where().records().resolve("a\\b.md"), "x");

    assertThatThrownBy(this::write)
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("a\\b.md")
        .hasMessageContaining("rename it");
  }
}
