package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.TestTerminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that nobody recorded: added, told of, assessed, and taken back. Made up. */
final class AssessedSourcesTest {
  private static final String RULE = TinyInstallation.SUSPENDED;
  private static final String OLD_NOTE = "Said to come back.";

  @TempDir Path folder;
  private TinyInstallation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new TinyInstallation(folder);
    Files.writeString(
        folder.resolve("extension.txt"),
        """
        The Bureau of Bicycles keeps its rule of 2025, 90 FR 12345, paused until January 2027.

        This notice is made up for a test.
        """);
  }

  private String done(String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private String added(String... scope) {
    String file = folder.resolve("extension.txt").toString();
    return done(
        with(scope, "source", "add", file, "--yes", "--published", "2026-11-20", "--side", "us"));
  }

  private static String[] with(String[] scope, String... arguments) {
    return Stream.of(arguments, scope).flatMap(Arrays::stream).toArray(String[]::new);
  }

  @Test
  void status_laterSource_isNamedUntilItIsAssessedAndThenFollows() {
    assertThat(added()).contains("Source 1 names " + RULE, "source assess 1 --measure " + RULE);
    done("index");
    assertThat(done("status", RULE))
        .contains("a later source is not yet assessed", "Later source, not assessed: extension.txt")
        .doesNotContain("nothing later");
    assertThat(done("ask", "Is the bicycle export rule in force?"))
        .contains("a later source is not yet assessed")
        .doesNotContain("nothing later");
    assertThat(done("source", "inbox")).contains("not assessed: extension.txt", "0 waiting");
    assertThat(done("source", "assess", "1", "--measure", RULE, "--extended-to", "2027-01-10"))
        .contains("is assessed for " + RULE);
    done("source", "assess", "1", "--measure", "2025-11-10-bicycle-pause", "--unchanged");
    done("index");
    // Said wrongly at first: the day that holds is the last one said.
    done("source", "assess", "1", "--measure", RULE, "--extended-to", "2027-01-01");
    done("source", "assess", "1", "--measure", RULE, "--extended-to", "2027-01-10");
    done("index");
    assertThat(done("status", RULE))
        .contains("suspended from 10 November 2026 to 10 January 2027, by added-2026-11-20-")
        .doesNotContain("not yet assessed", OLD_NOTE);
    assertThat(done("source", "inbox")).isEqualTo("0 waiting\n");
    assertThat(done("ask", "Is the bicycle export rule in force?"))
        .contains("Suspended from 10 November 2026 to 10 January 2027")
        .doesNotContain(OLD_NOTE);
    assertThat(done("ask", "Is the bicycle export rule in force?", "--json"))
        .contains("Suspended from 10 November 2026 to 10 January 2027")
        .doesNotContain(OLD_NOTE);
    assertThat(done("audit")).contains("suspended from 2026-11-10 to 2027-01-10", "terminal");
    done("source", "remove", "1", "--yes");
    assertThat(done("status", RULE)).contains("nothing later in the sources", OLD_NOTE);
  }

  @Test
  void status_assessedAsChangingNothing_saysNothingOfIt() {
    added();
    done("source", "assess", "1", "--measure", RULE, "--unchanged");
    done("source", "assess", "1", "--measure", "2025-11-10-bicycle-pause", "--unchanged");
    done("index");
    assertThat(done("status", RULE)).contains("nothing later in the sources", OLD_NOTE);
  }

  @Test
  void status_ofWhatAServerAdded_isKnownThereOnly() {
    added("--scope", "77");
    done("index", "--scope", "77");
    assertThat(done("status", RULE)).contains("nothing later in the sources");
    assertThat(done("source", "show", "1", "--scope", "77")).contains("names      " + RULE);
  }

  @Test
  void assess_withoutAnAnswer_isBadInput() {
    added();
    for (String wrong : new String[] {"--unchanged --extended-to=2027-01-10", "--state=gone", ""}) {
      Run run =
          installation.run(with(wrong.split(" ", -1), "source", "assess", "1", "--measure", RULE));
      assertThat(run.code()).as(wrong).isEqualTo(ReadoutCommand.BAD_INPUT);
    }
  }
}
