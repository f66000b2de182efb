package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  @TempDir Path home;

  private record Run(int code, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            InputStream.nullInputStream(),
            Layout.PLAIN);
    int code;
    OperatorCommands commands = new OperatorCommands(home, environment, terminal);
    try (Installation installation =
        Installation.at(home, environment, commands::places, InstantSource.system())) {
      Object[] further = commands.all(InstantSource.system()).toArray();
      code = new ReadoutCommand(installation, terminal, further).run(arguments);
    }
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void config_valid_showsEachKeyWithValueAndOriginInColumns() throws IOException {
    Files.createDirectory(home.resolve("config"));
    Path file = home.resolve("config/local.yaml");
    Files.writeString(file, "discord:\n  operators: [9, 7]\n");
    Run run = run(Map.of("DISCORD_TOKEN", "s3cr3t", "STORE_FILE", "/a.db"), "config");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^discord\\.token {2,}\\(hidden\\) {2,}environment DISCORD_TOKEN$")
        .containsPattern("(?m)^store\\.file {2,}/a\\.db {2,}environment STORE_FILE$")
        .containsPattern("(?m)^discord\\.limits\\.answers-at-once {2,}16 {2,}default$")
        .containsPattern("(?m)^discord\\.shards\\.total {2,}decided by Discord {2,}default$")
        .containsPattern("(?m)^discord\\.operators {2,}7,9 {2,}file \\Q" + file + "\\E:2$")
        .doesNotContain("s3cr3t");
  }

  @Test
  void config_mistakes_exitsWithTwoAndTellsAllOnStandardError() {
    Run run = run(Map.of("DISCORD_API_URL", "x", "DISCORD_OPERATORS", "y"), "config");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("readout: 3 errors in the settings:\n  environment: discord.token is not set")
        .contains("\n  DISCORD_API_URL: discord.api-url 'x': write ")
        .contains("\n  DISCORD_OPERATORS: discord.operators 'y': write ");
  }

  @Test
  void config_unknownOption_isRefusedLikeAnyOther() {
    Run run = run(Map.of(), "config", "--bogus");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("readout: Unknown option")
        .contains("bin/readout config --help");
  }
}
