package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.backup.Restored.Fate;
import dev.readout.corpus.Scope;
import dev.readout.index.IndexCopy;
import dev.readout.store.Database;
import dev.readout.store.StoreSettings;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Restoring in an empty folder, in the place of another installation, and where it cannot be. */
@Timeout(60)
final class RestoreTest {
  @TempDir private static Path shared;
  private static SampleInstallation first;
  private static SampleInstallation second;
  private static Path file;

  @TempDir private Path temp;
  private SampleInstallation site;

  @BeforeAll
  static void make() throws IOException {
    first =
        SampleInstallation.make(
            shared.resolve("first"), "first", Instant.parse("2026-11-01T08:00:00Z"));
    second =
        SampleInstallation.make(
            shared.resolve("second"), "second", Instant.parse("2026-11-02T08:00:00Z"));
    file = first.backup("first.zip");
  }

  @BeforeEach
  void name() {
    site = new SampleInstallation(temp.resolve("site"));
  }

  /** What the backup holds, as a restore in an empty folder puts it. */
  private Map<String, String> restoredElsewhere() throws IOException {
    SampleInstallation elsewhere = new SampleInstallation(temp.resolve("elsewhere"));
    elsewhere.restore(file, SampleInstallation.CAREFUL);
    return elsewhere.contents();
  }

  @Test
  void restore_emptyFolder_hasWhatWasThereAndSaysSo() throws IOException {
    Restored restored = site.restore(file, SampleInstallation.CAREFUL);

    Map<String, String> expected = first.contents();
    expected.keySet().removeIf(name -> name.contains("000002") || name.endsWith("readout.db"));
    Map<String, String> found = site.contents();
    assertThat(found.remove("data/readout.db")).isNotNull();
    assertThat(found).isEqualTo(expected);
    assertThat(restored.before()).isEmpty();
    assertThat(restored.records()).isEqualTo(new Fate.Replaced(false));
    assertThat(restored.settings()).isEqualTo(new Fate.Replaced(false));
    assertThat(restored.indexes())
        .extracting(IndexCopy.Current::scope, IndexCopy.Current::isRolledBack)
        .containsExactly(tuple(Scope.GLOBAL, true), tuple(SampleInstallation.SERVER, false));
  }

  @Test
  void restore_thereIsData_isRefusedAndChangesNothing() throws IOException {
    site = second.copyTo(temp.resolve("site"));
    Map<String, String> before = site.contents();

    assertThatThrownBy(() -> site.restore(file, SampleInstallation.CAREFUL))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("there is already a database")
        .hasMessageContaining("--force");
    assertThat(site.contents()).isEqualTo(before);

    Files.delete(site.where().store().file());
    assertThatThrownBy(() -> site.restore(file, SampleInstallation.CAREFUL))
        .hasMessageContaining("there is already an index");
  }

  @Test
  void restore_replacing_hasTheBackupsAndKeepsWhatWasThere() throws IOException {
    site = second.copyTo(temp.resolve("site"));
    Files.writeString(site.where().data().resolve("readout.db-wal"), "log");
    Files.writeString(site.where().data().resolve("readout.db.before-V2"), "copy");
    Files.writeString(site.where().data().resolve("stranger"), "stays");
    Map<String, String> before = site.contents();

    Restored restored = site.restore(file, SampleInstallation.REPLACING);

    Map<String, String> expected = restoredElsewhere();
    expected.put("data/stranger", before.get("data/stranger"));
    assertThat(site.contents()).isEqualTo(expected);
    before.remove("data/stranger");
    assertThat(site.setAside()).isEqualTo(before);
    assertThat(restored.before())
        .containsExactly(
            site.where().data().resolve("before-restore-20261124T120000Z"),
            site.where().index().resolve("before-restore-20261124T120000Z"));
  }

  @Test
  void restore_twiceInASecond_keepsWhatWasThereApart() throws IOException {
    site.restore(file, SampleInstallation.CAREFUL);

    site.restore(file, SampleInstallation.REPLACING);
    Restored third = site.restore(file, SampleInstallation.REPLACING);

    assertThat(third.before().getFirst()).hasFileName("before-restore-20261124T120000Z-2");
    assertThat(site.contents()).isEqualTo(restoredElsewhere());
  }

  @Test
  void restore_backupWithoutDatabase_setsTheDatabaseAside() throws IOException {
    SampleInstallation bare = first.copyTo(temp.resolve("bare"));
    FileTree.delete(bare.where().data());
    Path bareFile = bare.backup("bare.zip");
    site = second.copyTo(temp.resolve("site"));

    site.restore(bareFile, SampleInstallation.REPLACING);

    assertThat(site.where().store().file()).doesNotExist();
    assertThat(site.setAside()).containsKey("data/readout.db");
  }

  @Test
  void restore_somebodyWorksOnIt_isRefusedAndChangesNothing() throws IOException {
    site = second.copyTo(temp.resolve("site"));
    try (Database _ = Database.open(site.where().store().file(), SampleInstallation.CLOCK)) {
      assertThatThrownBy(() -> site.restore(file, SampleInstallation.REPLACING))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("a bot or another command of Readout is at work on it");
    }

    assertThat(site.setAside()).isEmpty();
    assertThat(site.where().records().resolve("second.txt")).exists();
  }

  @Test
  void restore_recordsTheSameWithOtherTimes_givesThemTheTimesAndKeepsNoCopy() throws IOException {
    first.copyTo(temp.resolve("site"));
    FileTree.delete(site.where().data());
    Path record = site.where().records().resolve("README.md");
    Files.setLastModifiedTime(record, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    Restored restored = site.restore(file, SampleInstallation.CAREFUL);

    assertThat(restored.records()).isEqualTo(new Fate.Replaced(true));
    assertThat(restored.settings()).isEqualTo(new Fate.Same());
    assertThat(site.contents()).isEqualTo(restoredElsewhere());
    assertThat(site.setAside()).isEmpty();
  }

  @Test
  void restore_recordsTheSame_leavesThemAlone() throws IOException {
    first.copyTo(temp.resolve("site"));
    FileTree.delete(site.where().data());

    assertThat(site.restore(file, SampleInstallation.CAREFUL).records()).isEqualTo(new Fate.Same());
  }

  @Test
  void restore_recordsThatCannotBeWritten_staySayingHowTheyDiffer() throws IOException {
    second.copyTo(temp.resolve("site"));
    FileTree.delete(site.where().data());
    refuseWriting(site.where().records());
    try {
      Restored restored = site.restore(file, SampleInstallation.CAREFUL);

      assertThat(restored.records())
          .isInstanceOfSatisfying(
              Fate.Kept.class,
              kept ->
                  assertThat(kept.difference())
                      .contains("1 only in the backup (first.txt)")
                      .contains("only here (")
                      .contains("second.txt")
                      .contains("1 different (README.md)")
                      .contains("the next start builds the index from those here"));
      assertThat(site.where().records().resolve("second.txt")).exists();
      assertThat(site.where().store().file()).exists();
    } finally {
      assertThat(site.where().records().toFile().setWritable(true)).isTrue();
    }
  }

  /** Permissions keep nobody from writing who is root; a link does. */
  private static void refuseWriting(Path folder) throws IOException {
    if (!folder.toFile().setWritable(false) || Files.isWritable(folder)) {
      Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("README.md"));
    }
  }

  @Test
  void restore_keepingRecordsAndSettings_leavesThemAndSaysHowTheyDiffer() throws IOException {
    second.copyTo(temp.resolve("site"));
    Map<String, String> before = site.contents();

    Restored restored = site.restore(file, new RestoreOptions(true, true, true));

    Map<String, String> after = site.contents();
    before.keySet().removeIf(name -> name.startsWith("data/"));
    after.keySet().removeIf(name -> name.startsWith("data/"));
    assertThat(after).isEqualTo(before);
    assertThat(restored.records()).isInstanceOf(Fate.Kept.class);
    assertThat(restored.settings())
        .isEqualTo(
            new Fate.Kept(
                "you asked to keep them", site.where().settings() + " differs from the backup's"));
  }

  @Test
  void restore_settingsThatMustNotBeInForce_stay() throws IOException {
    Restore restore =
        new Restore(
            site.where(),
            settings -> {
              assertThat(settings).hasContent("# first");
              return Optional.of("they name other places");
            },
            SampleInstallation.CLOCK);
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(restore.restore(in, SampleInstallation.CAREFUL).settings())
          .isEqualTo(
              new Fate.Kept("they name other places", "there is no " + site.where().settings()));
    }
    assertThat(site.where().settings()).doesNotExist();
  }

  @Test
  void restore_settingsCannotBeReplaced_areToldAndTheRestIsRestored() throws IOException {
    second.copyTo(temp.resolve("site"));
    Path settings = site.where().settings();
    Path inTheWay = settings.resolveSibling("readout.yaml.restoring");

    Restored restored =
        site.restore(
            file,
            SampleInstallation.REPLACING,
            step -> {
              if (step.equals("write " + settings)) {
                block(inTheWay);
              }
            });

    assertThat(restored.settings())
        .isInstanceOfSatisfying(
            Fate.Kept.class, kept -> assertThat(kept.difference()).contains("differs from"));
    assertThat(settings).hasContent("# second");
    assertThat(site.where().records().resolve("first.txt")).exists();
    Database.open(site.where().store().file(), SampleInstallation.CLOCK).close();
  }

  @Test
  void restore_settingsAreNoFile_stay() throws IOException {
    Files.createDirectories(site.where().settings());

    assertThat(site.restore(file, SampleInstallation.CAREFUL).settings())
        .isInstanceOfSatisfying(
            Fate.Kept.class, kept -> assertThat(kept.reason()).contains("is no file"));
  }

  @Test
  void restore_failsOnTheWay_putsBackWhatWasThere() throws IOException {
    site = second.copyTo(temp.resolve("site"));
    Path inTheWay = site.where().records().resolve("first.txt");
    Files.writeString(Files.createDirectory(inTheWay).resolve("x"), "x");
    Map<String, String> before = site.contents();

    assertThatThrownBy(
            () ->
                site.restore(
                    file,
                    SampleInstallation.REPLACING,
                    step -> {
                      if (step.equals("write " + site.where().records())) {
                        block(inTheWay);
                      }
                    }))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("the restore failed, and what was there is back");

    assertThat(site.contents()).isEqualTo(before);
    assertThat(site.setAside()).isEmpty();
    Database.open(site.where().store().file(), SampleInstallation.CLOCK).close();
  }

  /** Makes a folder stay that would be removed as empty: a link that leads nowhere is no file. */
  private static void block(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void restore_databaseOfAnotherName_takesIt() throws IOException {
    Locations where =
        new Locations(
            new StoreSettings(temp.resolve("all/other.db"), null),
            temp.resolve("all"),
            temp.resolve("records"),
            temp.resolve("settings.yaml"));
    try (InputStream in = Files.newInputStream(file)) {
      new Restore(where, _ -> Optional.empty(), SampleInstallation.CLOCK)
          .restore(in, SampleInstallation.CAREFUL);
    }

    assertThat(FileTree.names(temp.resolve("all")))
        .containsExactly(
            "000001", "build.lock", "current", "numbers", "other.db", "other.db.inuse", "servers");
    assertThat(temp.resolve("settings.yaml")).hasContent("# first");
  }
}
