package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.ReadoutCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a start loads, in a process of its own: an answer must not wait for the settings' library.
 */
final class StartTest {
  private static final String SETTINGS = "dev.readout.config.SettingsReader ";
  private static final String LIBRARY = "com.fasterxml.jackson.dataformat.yaml.";

  /** Logback's way to say what lines look like, a hundred classes. */
  private static final String PATTERNS = "ch.qos.logback.classic.PatternLayout ";

  @TempDir Path folder;

  private List<String> loadedBy(String... arguments) throws IOException, InterruptedException {
    return loadedBy(ReadoutCommand.DONE, arguments);
  }

  private List<String> loadedBy(int code, String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("loaded.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.util.logging.config.file=/dev/null");
    command.add("-Xlog:class+load:file=" + log);
    command.add("-Dreadout.home=" + folder);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISCORD_TOKEN", "x");
    builder.environment().put("OPS_PORT", String.valueOf(freePort()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    assertThat(builder.start().waitFor()).as(String.join(" ", arguments)).isEqualTo(code);
    return Files.readAllLines(log);
  }

  /** Stands for every command of the terminal: none may import settings, only name the command. */
  @Test
  void version_loadsNothingOfTheSettings() throws IOException, InterruptedException {
    assertThat(loadedBy("version"))
        .anyMatch(line -> line.contains("dev.readout.OperatorCommands "))
        .noneMatch(line -> line.contains(SETTINGS) || line.contains(LIBRARY))
        .noneMatch(line -> line.contains(PATTERNS));
  }

  @Test
  void run_mistakenSwitch_saysSoInOneLine() throws IOException, InterruptedException {
    Program.Run run =
        new Program(folder).startedBy("env", "SEARCH_SEMANTIC=perhaps").run("version");

    assertThat(run.err())
        .isEqualTo(
            "readout: SEARCH_SEMANTIC is no switch; write on or off" + System.lineSeparator());
    assertThat(run.code()).isEqualTo(ReadoutCommand.BAD_INPUT);
  }

  @Test
  void config_loadsThem() throws IOException, InterruptedException {
    assertThat(loadedBy("config"))
        .anyMatch(line -> line.contains(SETTINGS))
        .anyMatch(line -> line.contains(LIBRARY));
  }

  /** It is started every half a minute in a container. Nothing listens where it asks. */
  @Test
  void health_loadsNothingOfWhatOtherCommandsNeed() throws IOException, InterruptedException {
    assertThat(loadedBy(ReadoutCommand.FAILED, "health"))
        .anyMatch(line -> line.contains("dev.readout.ops.OpsClient "))
        .noneMatch(line -> line.contains(" picocli."))
        .noneMatch(line -> line.contains(" org.apache.lucene."))
        .noneMatch(line -> line.contains(" net.dv8tion."))
        .noneMatch(line -> line.contains(" io.micrometer."));
    assertThat(Files.readString(folder.resolve("out.txt")))
        .startsWith("readout: no bot replies at 127.0.0.1:");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
