package dev.readout;

import static dev.readout.Program.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Program.Run;
import dev.readout.corpus.TinyCorpus;
import dev.readout.store.StoreSettings;
import dev.readout.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator runs them: in processes of their own. */
final class BackupCommandsTest {
  @TempDir private Path temp;
  private Path home;

  @BeforeEach
  void install() throws IOException {
    home = temp.resolve("home");
    Files.createDirectories(home.resolve("config"));
    new TinyCorpus(Files.createDirectories(home.resolve("index-data")));
  }

  @Test
  void restore_fromInput_hasWhatWasBackedUpToOutput() throws Exception {
    Path text = Files.writeString(temp.resolve("a.txt"), "Porto asks owners for a brass plate.\n");
    String[] add = {"source", "add", text.toString(), "--yes", "--published", "2026-05-12"};
    run(home, add).done();
    Path file = temp.resolve("backup.zip");

    Run backup = new Program(home).writing(file).run("backup", "-");

    backup.done();
    assertThat(backup.err()).startsWith("readout: backup of ").contains("(tables V5)");
    Files.move(home.resolve("data"), temp.resolve("aside"));
    Run restored = new Program(home).reading(file).run("restore", "-").done();
    assertThat(restored.out())
        .startsWith("restored the backup of ")
        .contains("records: the same as in the backup")
        .contains("settings: none in the backup");
    assertThat(run(home, "source", "list").out()).contains("a.txt");
    Run refused = new Program(home).reading(file).run("restore", "-");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("there is data already");
  }

  @Test
  void storeMove_toServer_theSameIsListedThere() throws Exception {
    Path text = Files.writeString(temp.resolve("a.txt"), "Porto asks owners for a brass plate.\n");
    run(home, "source", "add", text.toString(), "--yes", "--published", "2026-05-12").done();
    assertThat(run(home, "store", "move", "--to", "server").err()).contains("store.url is not set");
    StoreSettings server = TestPostgres.empty("command", temp);
    Files.writeString(
        home.resolve("config").resolve("local.yaml"),
        "store:\n  url: %s\n  user: postgres\n".formatted(server.url()));

    assertThat(run(home, "store", "move", "--to", "nowhere").code()).isEqualTo(2);
    assertThat(run(home, "store", "move", "--to", "server").done().out())
        .contains("rows from", "readout.db are in jdbc:postgresql://localhost");

    Files.delete(home.resolve("data").resolve("readout.db"));
    assertThat(run(home, "source", "list").done().out()).contains("a.txt");
    assertThat(run(home, "backup", temp.resolve("b.zip").toString()).done().out())
        .contains("(tables V5)");
  }

  @Test
  void backup_secretInTheSettings_isRefusedAndShowsItNowhere() throws Exception {
    Files.writeString(
        home.resolve("config").resolve("readout.yaml"), "discord:\n  token: abc.def.ghi\n");

    Run refused = run(home, "backup", temp.resolve("b.zip").toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("discord.token", "is a secret and must not stand in this file")
        .doesNotContain("abc.def.ghi");
    assertThat(temp.resolve("b.zip")).doesNotExist();
  }
}
