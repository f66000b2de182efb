package dev.readout;

import static dev.readout.Program.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Program.Run;
import dev.readout.corpus.file.TinyCorpus;
import dev.readout.store.Database;
import dev.readout.store.DatabaseUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator runs them: in processes of their own. */
@Timeout(120)
final class BackupCommandsTest {
  private static final String QUESTIONS =
      """
      What is the tariff on bicycles?
      Where did the two sides meet?
      What did Washington say about the talks?
      What did Beijing say about the talks?
      Is the tariff in force?
      Who pays a tariff?
      What does tariff mean?
      What is the quota?
      关税是什么？
      Who attended the talks in Geneva?
      duty ten percent
      What is the brass plate of Porto?
      """;

  @TempDir private static Path shared;
  private static Path file;

  @TempDir private Path temp;
  private Path home;

  @BeforeAll
  static void makeBackup() throws Exception {
    Path site = shared.resolve("site");
    install(site);
    add(site, "global", "Porto asks every owner for a brass plate.\n");
    add(site, "77", "Lagos asks every owner for a brass bell.\n");
    file = shared.resolve("backup.zip");
    Run backup = run(site, "backup", file.toString());
    backup.done();
    assertThat(backup.out())
        .contains("backup of ", "(tables V2)", "indexes of 2 scopes", "settings", file + ": ");
  }

  private static void add(Path site, String scope, String text) throws Exception {
    Path source = Files.writeString(site.resolve(scope + ".txt"), text);
    run(
            site,
            "source",
            "add",
            source.toString(),
            "--yes",
            "--published",
            "2026-05-12",
            "--topic",
            "none",
            "--scope",
            scope)
        .done();
    run(site, "index", "--scope", scope).done();
  }

  @BeforeEach
  void name() {
    home = temp.resolve("home");
  }

  private static void install(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    new TinyCorpus(Files.createDirectories(folder.resolve("index-data")));
    Files.copy(Path.of("config", "readout.yaml"), folder.resolve("config").resolve("readout.yaml"));
  }

  @Test
  void restore_freshInstallation_answersAndShowsTheSame() throws Exception {
    install(home);

    Run restored = run(home, "restore", file.toString());

    restored.done();
    assertThat(restored.out())
        .contains("restored the backup of ", "records: the same as in the backup")
        .contains("settings: the same as in the backup")
        .doesNotContain("before-restore");
    Path questions = Files.writeString(temp.resolve("questions.txt"), QUESTIONS);
    for (String[] command :
        new String[][] {
          {"ask", "--json", "--file", questions.toString()},
          {"status", "tariff"},
          {"source", "list"},
          {"source", "show", "1"},
          {"source", "list", "--scope", "77"},
          {"audit"},
          {"audit", "--scope", "77"}
        }) {
      Run here = run(home, command);
      Run there = run(shared.resolve("site"), command);
      assertThat(here.code()).isEqualTo(there.code());
      assertThat(withoutTimeTaken(here)).as(command[0]).isEqualTo(withoutTimeTaken(there));
      assertThat(here.out()).isNotEmpty();
      assertThat(here.err()).as("nothing was built anew").isEqualTo(there.err()).isEmpty();
    }
  }

  private static String withoutTimeTaken(Run run) {
    return run.out().replaceAll("\"tookMicros\":[0-9]+", "");
  }

  @Test
  void backup_toStandardOutputAndFromInput_isTheSame() throws Exception {
    Path streamed = temp.resolve("streamed.zip");
    Run backup = new Program(shared.resolve("site")).writing(streamed).run("backup", "-");
    backup.done();
    assertThat(backup.err()).startsWith("readout: backup of ").contains("indexes of 2 scopes");

    Run check = new Program(home).reading(streamed).run("restore", "--check", "-");
    check.done();
    assertThat(check.out()).startsWith("whole backup of ");
    install(home);
    new Program(home).reading(streamed).run("restore", "-").done();
    assertThat(home.resolve("data").resolve("readout.db")).exists();
  }

  @Test
  void backup_fileIsThere_failsUnlessForced() throws Exception {
    Path there = Files.writeString(temp.resolve("there.zip"), "precious");

    Run refused = run(shared.resolve("site"), "backup", there.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("there.zip exists; add --force");
    assertThat(there).hasContent("precious");
    run(shared.resolve("site"), "backup", "--force", there.toString()).done();
    run(home, "restore", "--check", there.toString()).done();
  }

  /** As on a full disk: a file may grow to 2 MiB at most, by whatever unit the shell counts. */
  @Test
  void backup_diskRefuses_saysSoAndLeavesNothing() throws Exception {
    install(home);
    byte[] large = new byte[5_000_000];
    new Random(1).nextBytes(large);
    Files.write(home.resolve("index-data").resolve("large.bin"), large);
    Path target = temp.resolve("backup.zip");

    Run failed =
        new Program(home)
            .startedBy("sh", "-c", "ulimit -f 2048; exec \"$@\"", "sh")
            .run("backup", target.toString());

    assertThat(failed.code()).as(failed.err()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("the backup cannot be made").contains("large");
    assertThat(names(temp)).containsExactly("home");
    assertThat(names(home.resolve("data"))).containsExactly("index", "readout.db.inuse");
    assertThat(names(home.resolve("data").resolve("index"))).isEmpty();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void backup_secretInTheSettings_isRefusedAndShowsItNowhere() throws Exception {
    install(home);
    Files.writeString(
        home.resolve("config").resolve("readout.yaml"), "discord:\n  token: abc.def.ghi\n");

    Run refused = run(home, "backup", temp.resolve("b.zip").toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("discord.token", "is a secret and must not stand in this file")
        .doesNotContain("abc.def.ghi");
    assertThat(temp.resolve("b.zip")).doesNotExist();
    assertThat(home.resolve("data")).doesNotExist();
  }

  @Test
  void restore_somebodyWorksOnIt_isRefused() throws Exception {
    install(home);
    try (Database _ =
        Database.open(home.resolve("data").resolve("readout.db"), InstantSource.system())) {
      Run refused = run(home, "restore", "--force", file.toString());

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("a bot or another command of Readout is at work on it");
    }
  }

  @Test
  void restore_thereIsData_isRefusedAndWithForceKeepsIt() throws Exception {
    install(home);
    run(home, "restore", file.toString()).done();

    Run refused = run(home, "restore", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("there is already a database");

    Run forced = run(home, "restore", file.toString(), "--force");
    forced.done();
    assertThat(forced.out())
        .contains("what was there before is in " + home + "/data/before-restore");
  }

  @Test
  void restore_settingsOfOtherPlaces_keepsThoseInForce() throws Exception {
    Path other = temp.resolve("other");
    install(other);
    Path settings = other.resolve("config").resolve("readout.yaml");
    Files.writeString(settings, "store:\n  file: elsewhere/readout.db\n");
    Path moved = temp.resolve("moved.zip");
    run(other, "backup", moved.toString()).done();
    install(home);

    Run restored = run(home, "restore", moved.toString());

    restored.done();
    assertThat(restored.out())
        .contains("settings: not restored, since they name other places")
        .contains("differs from the backup's");
    assertThat(home.resolve("config").resolve("readout.yaml"))
        .hasSameBinaryContentAs(Path.of("config", "readout.yaml"));
  }

  @Test
  void restore_fileThatIsNone_isBadInput() throws Exception {
    assertThat(run(home, "restore", temp.resolve("nowhere.zip").toString()).code()).isEqualTo(2);
    Path text = Files.writeString(temp.resolve("text.zip"), "hello");
    Run refused = run(home, "restore", "--check", text.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo("readout: this backup cannot be used: it is no backup of Readout\n");
  }

  /** Commands that answer build an index where there is none; not while it is being replaced. */
  @Test
  void everyCommand_restoreCutShort_refusesUntilItIsMended() throws Exception {
    install(home);
    Path database = home.resolve("data").resolve("readout.db");
    Files.createDirectories(home.resolve("data"));
    Files.writeString(
        DatabaseUse.unfinishedRestore(database),
        "{\"phase\":\"SETTING_ASIDE\",\"aside\":\"before-restore-1\",\"parts\":[\"DATABASE\"]}");

    for (String[] command :
        new String[][] {
          {"ask", "Who pays a tariff?"}, {"index"}, {"source", "list"}, {"rollback"}
        }) {
      Run refused = run(home, command);
      assertThat(refused.code()).as(command[0]).isEqualTo(1);
      assertThat(refused.err()).contains("a restore was cut short").contains("bin/readout restore");
    }
    assertThat(home.resolve("data").resolve("index").resolve("current")).doesNotExist();

    Run mended = run(home, "restore", file.toString());
    mended.done();
    assertThat(mended.err())
        .contains("an earlier restore was cut short; what was there before it is back");
  }
}
