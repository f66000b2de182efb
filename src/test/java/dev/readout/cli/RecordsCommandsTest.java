package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.TinyInstallation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release from the key that signs it to the roll-back, at the terminal. */
final class RecordsCommandsTest {
  private static final String ADDED = "2025-11-10-bicycle-pause";

  @TempDir Path folder;
  private TinyInstallation keeper;
  private TinyInstallation installation;
  private Path release;

  @BeforeEach
  void pack() throws IOException {
    keeper = new TinyInstallation(Files.createDirectory(folder.resolve("keeper")));
    installation = new TinyInstallation(Files.createDirectory(folder.resolve("here")));
    keeper.write("VERSION", "2026-11-20\n");
    keeper.write(
        "restrictions/" + ADDED + ".md",
        Files.readString(keeper.corpus().resolve("restrictions/" + ADDED + ".md"))
            .replace("for one year.", "until the tenth of November 2026."));
    release = folder.resolve("records.zip");
    String key = folder.resolve("key").toString();
    installation.trust(done(keeper, "records", "keygen", key).strip());
    assertThat(keeper.run("records", "keygen", key).code()).isEqualTo(1); // none is replaced
    assertThat(done(keeper, "records", "pack", release.toString(), "--key", key))
        .contains("records.zip, ");
  }

  private static String done(TinyInstallation where, String... arguments) {
    Run run = where.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private String asked() {
    return done(installation, "ask", "For how long did the Bureau pause its rule?");
  }

  @Test
  void update_thenRollback_answersFollow() {
    assertThat(asked()).contains("10 November 2025 for one year");
    assertThat(done(installation, "records", "update", release.toString()))
        .startsWith("in force: records 2026-11-20: 6 records, ");
    assertThat(asked()).contains("until the tenth of November 2026");
    assertThat(done(installation, "records", "update", release.toString()))
        .startsWith("in force already: ");
    assertThat(done(installation, "records", "list"))
        .contains("* records 2026-11-20", "  records that came with the program");
    assertThat(done(installation, "records", "rollback"))
        .isEqualTo("in force: the records that came with the program\n");
    assertThat(asked()).contains("10 November 2025 for one year");
    assertThat(done(installation, "audit")).contains("records.update", "records.rollback");
  }

  @Test
  void update_aReleaseThatIsBad_saysWhyAndFails() throws IOException {
    assertThat(asked()).contains("for one year");
    Files.write(release, new byte[] {'P', 'K'});
    Run run = installation.run("records", "update", release.toString());
    assertThat(run.code()).isEqualTo(ReadoutCommand.FAILED);
    assertThat(run.err()).contains("no whole release");
    assertThat(installation.run("records", "update").code()).isEqualTo(ReadoutCommand.BAD_INPUT);
    assertThat(asked()).contains("for one year");
  }
}
