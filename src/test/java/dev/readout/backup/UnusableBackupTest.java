package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Sha256;
import dev.readout.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no backup of ours, and backups that somebody has meddled with. */
@Timeout(60)
final class UnusableBackupTest {
  private static final String HASH = "0".repeat(64);

  @TempDir private Path temp;
  private SampleInstallation site;

  @BeforeEach
  void folder() throws IOException {
    site = new SampleInstallation(Files.createDirectory(temp.resolve("site")));
  }

  private void assertRefused(CraftedBackup backup, String why) throws IOException {
    assertRefused(backup.bytes(), why);
  }

  /** For this reason, by a check and by a restore, which leaves no file but locks. */
  private void assertRefused(byte[] bytes, String why) throws IOException {
    assertThatThrownBy(() -> Restore.check(new ByteArrayInputStream(bytes)))
        .isInstanceOf(UnusableBackupException.class)
        .hasMessageContaining(why);
    assertNotRestored(bytes, why);
  }

  private void assertNotRestored(byte[] bytes, String why) throws IOException {
    assertThatThrownBy(() -> restore(new ByteArrayInputStream(bytes)))
        .isInstanceOf(UnusableBackupException.class)
        .hasMessageContaining(why);
    assertNothingLeft();
  }

  private Restored restore(InputStream in) {
    return new Restore(site.where(), _ -> Optional.empty(), SampleInstallation.CLOCK)
        .restore(in, SampleInstallation.CAREFUL);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .allMatch(name -> name.equals("readout.db.inuse") || name.equals("build.lock"));
    }
  }

  @Test
  void restore_sampleThatTheseAreMadeOf_isRestored() {
    assertThat(restore(CraftedBackup.sample().stream()).backup().records()).isEqualTo(1);
    assertThat(site.where().records().resolve("README.md")).hasContent("hello");
  }

  @Test
  void restore_noZip_isRefused() throws IOException {
    assertRefused(new byte[0], "it is no backup of Readout");
    assertRefused("hello".getBytes(StandardCharsets.UTF_8), "it is no backup of Readout");
    assertRefused(new byte[100_000], "it is no backup of Readout");
  }

  @Test
  void restore_zipOfSomethingElse_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("songs/one.mp3"));
      zip.write(1);
    }
    assertRefused(out.toByteArray(), "it is no backup of Readout");
  }

  @Test
  void restore_cutShortAnywhere_isRefused() throws IOException {
    byte[] whole = CraftedBackup.sample().file("records/b.md", "x".repeat(3_000)).bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Restore.check(new ByteArrayInputStream(cut)))
          .as("%s of %s bytes", length, whole.length)
          .isInstanceOf(UnusableBackupException.class);
    }
    assertNotRestored(Arrays.copyOf(whole, whole.length - 1), "its end is damaged or missing");
  }

  @Test
  void restore_somethingAfterItsEnd_isRefused() throws IOException {
    byte[] whole = CraftedBackup.sample().bytes();
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "its end is damaged");
  }

  @Test
  void restore_formatOfALaterVersion_isRefusedWhateverElseItHolds() throws IOException {
    assertRefused(CraftedBackup.sample().format("2"), "another version of Readout (format 2");
    assertRefused(
        new CraftedBackup().manifest("{\"format\": 7, \"parts\": {\"a\": [1]}}"), "format 7");
    assertRefused(CraftedBackup.sample().format("0"), "format 0");
    assertRefused(CraftedBackup.sample().format("\"1\""), "does not say of what format it is");
    assertRefused(CraftedBackup.sample().format("1.0"), "does not say of what format it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"format\":1}",
        "{\"format\":1,\"program\":\"1\",\"made\":\"2026-11-24T12:00:00Z\",\"tables\":\"\"}",
        "{\"format\":1,\"program\":\"1\",\"made\":\"today\",\"tables\":\"\",\"files\":[]}",
        "{\"format\":1,\"program\":\"1\",\"made\":\"2026-11-24T12:00:00Z\",\"tables\":\"\",\"files\":[null]}",
        "{\"format\":1,\"program\":\"1\",\"made\":\"2026-11-24T12:00:00Z\",\"tables\":\"two\",\"files\":[]}",
        "{\"format\":1,\"program\":\"1\",\"made\":\"2026-11-24T12:00:00Z\",\"tables\":\"\",\"files\":[]}"
            + " {}",
      })
  void restore_manifestThatIsNone_isRefused(String manifest) throws IOException {
    CraftedBackup backup = new CraftedBackup().manifest(manifest.isEmpty() ? " " : manifest);
    assertRefused(backup, "manifest");
  }

  @Test
  void restore_manifestWithoutEnd_isRefused() throws IOException {
    assertRefused(
        new CraftedBackup()
            .manifest("{\"format\":1,\"x\":\"" + " ".repeat(BackupReader.MAX_MANIFEST_BYTES)),
        "manifest is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "records/../../evil.md",
        "records/..",
        "records/.",
        "records/",
        "records",
        "records//evil.md",
        "records/a/../b.md",
        "/etc/passwd",
        "records/\\evil.md",
        "records/a\\..\\..\\evil.md",
        "records/a\u0000.md",
        "C:/evil.md",
        "records/\uD800.md",
        "database/other.db",
        "database/readout.db-wal",
        "index/../evil",
        "index/000001",
        "index/000001/..",
        "index/000001/.hidden",
        "index/000001/a/b",
        "index/build.lock",
        "index/servers/global/current",
        "index/servers/server-1/../../../current",
        "settings/other.yaml",
        "manifest.json",
        "evil.md",
      })
  void restore_nameThatNoBackupHolds_isRefused(String name) throws IOException {
    assertThat(Part.of(name)).isEmpty();
    String json = name.replace("\u0000", "\\u0000").replace("\uD800", "\\ud800");
    assertRefused(CraftedBackup.sample().announce(json, 1, HASH), "its manifest is damaged");
    // Java's own writer of zips makes no second one of a name, and none of half a character.
    if (!name.equals("manifest.json") && !name.contains("\uD800")) {
      assertRefused(CraftedBackup.sample().entry(name, new byte[] {1}), "which is not announced");
    }
    assertThat(temp.resolve("evil.md")).doesNotExist();
  }

  @Test
  void restore_pathTooLong_isRefused() throws IOException {
    assertRefused(
        CraftedBackup.sample().file("records/" + "a".repeat(256), "x"), "manifest is damaged");
    assertRefused(
        CraftedBackup.sample().file("records/" + "a/".repeat(600) + "b", "x"),
        "manifest is damaged");
  }

  @Test
  void restore_fileTwice_isRefused() throws IOException {
    assertRefused(CraftedBackup.sample().announce("records/README.md", 5, HASH), "is listed twice");
  }

  @Test
  void restore_fileThatIsAFolderToo_isRefused() throws IOException {
    assertRefused(
        CraftedBackup.sample().file("records/README.md/x", "x"),
        "records/README.md is a file and a folder");
  }

  @Test
  void restore_otherOrMissingOrFurtherFiles_isRefused() throws IOException {
    assertRefused(
        CraftedBackup.sample().announce("records/b.md", 1, HASH), "records/b.md is missing");
    assertRefused(
        CraftedBackup.sample().announce("records/b.md", 1, HASH).entry("records/c.md", new byte[1]),
        "it holds records/c.md in the place of records/b.md");
    assertRefused(
        CraftedBackup.sample().entry("records/b.md", new byte[1]),
        "it holds records/b.md, which is not announced");
  }

  @Test
  void restore_otherBytesThanAnnounced_isRefused() throws IOException {
    assertRefused(
        new CraftedBackup().announce("records/a", 1, HASH).entry("records/a", new byte[1]),
        "records/a is damaged");
    assertRefused(
        new CraftedBackup()
            .announce("records/a", 2, Sha256.of(new byte[1]))
            .entry("records/a", new byte[1]),
        "records/a is damaged");
  }

  /** A hundred megabytes of zeros take a hundred kilobytes in a zip. */
  @Test
  void restore_moreBytesThanAnnounced_isRefusedBeforeTheyAreWritten() throws IOException {
    assertRefused(
        new CraftedBackup()
            .announce("records/a", 1_000, HASH)
            .entry("records/a", new byte[100_000_000]),
        "records/a is larger than announced");
  }

  @Test
  void restore_moreBytesAnnouncedThanTheDiskHas_isRefusedBeforeAnyIsWritten() throws IOException {
    CraftedBackup backup =
        new CraftedBackup()
            .announce("records/a", Long.MAX_VALUE, HASH)
            .announce("records/b", Long.MAX_VALUE, HASH)
            .entry("records/a", new byte[10]);

    assertThatThrownBy(() -> restore(backup.stream()))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("the backup needs")
        .hasMessageContaining("MB left; free some space");
    assertNothingLeft();
  }

  @Test
  void restore_negativeSize_isRefused() throws IOException {
    assertRefused(new CraftedBackup().announce("records/a", -1, HASH), "manifest is damaged");
  }

  @Test
  void restore_databaseWithoutTables_isRefused() throws IOException {
    assertRefused(CraftedBackup.sample().file("database/readout.db", "x"), "manifest is damaged");
    assertRefused(CraftedBackup.sample().tables("2"), "manifest is damaged");
  }

  @Test
  void restore_tablesOfALaterVersion_isRefused() throws Exception {
    assertRefused(
        CraftedBackup.sample().file("database/readout.db", "x").tables("900"),
        "it was made by Readout 9.9, whose tables (V900) are newer; restore it with that version");
    assertRefused(
        CraftedBackup.sample().file("database/readout.db", "x").tables("99999999999"),
        "manifest is damaged");
    assertNotRestored(
        CraftedBackup.sample()
            .file("database/readout.db", databaseOfALaterVersion())
            .tables("2")
            .bytes(),
        "it was made by Readout 9.9, whose tables (V900) are newer");
  }

  private byte[] databaseOfALaterVersion() throws Exception {
    Path later = temp.resolve("later").resolve("readout.db");
    Database.open(later, SampleInstallation.CLOCK).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + later);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 900, '900', 'later', type, 'V900__later.sql',"
              + " 1, installed_by, installed_on, 1, success FROM flyway_schema_history LIMIT 1");
    }
    byte[] bytes = Files.readAllBytes(later);
    FileTree.delete(temp.resolve("later"));
    return bytes;
  }

  /** Whoever meddles with what a backup says may also want to be believed. */
  @Test
  void restore_otherTablesThanAnnounced_isRefused() throws Exception {
    Path ours = temp.resolve("ours").resolve("readout.db");
    Database.open(ours, SampleInstallation.CLOCK).close();
    byte[] bytes = Files.readAllBytes(ours);
    FileTree.delete(temp.resolve("ours"));

    assertNotRestored(
        CraftedBackup.sample().file("database/readout.db", bytes).tables("1").bytes(),
        "its tables are V2 and not V1, as it says");
  }

  @Test
  void restore_databaseThatIsNone_isRefused() throws IOException {
    Database.open(temp.resolve("driver").resolve("x.db"), SampleInstallation.CLOCK).close();
    FileTree.delete(temp.resolve("driver"));
    assertNotRestored(
        CraftedBackup.sample()
            .file("database/readout.db", "Not a database at all. ".repeat(100))
            .tables("2")
            .bytes(),
        "its database is damaged");
    assertNotRestored(
        CraftedBackup.sample().file("database/readout.db", "").tables("2").bytes(),
        "its database holds no tables of Readout");
  }

  @Test
  void restore_indexThatIsNone_isRefused() throws IOException {
    assertNotRestored(
        CraftedBackup.sample().file("index/current", "000001\n").bytes(), "its index is damaged");
    assertNotRestored(
        CraftedBackup.sample().file("index/current", "../../etc\n").bytes(),
        "its index is damaged");
    assertNotRestored(
        CraftedBackup.sample()
            .file("index/000001/segments_1", "no index")
            .file("index/current", "000001\n")
            .bytes(),
        "its index is damaged");
  }
}
