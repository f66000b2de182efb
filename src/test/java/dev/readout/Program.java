package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program on an installation, each run in a process of its own. Confined to one thread. */
final class Program {
  private static final File NOTHING = new File("/dev/null");

  private final Path home;
  private final List<String> starter = new ArrayList<>();
  private File in = NOTHING;
  private @Nullable Path out;

  /** What one run did. */
  record Run(int code, String out, String err) {
    Run done() {
      assertThat(code).as(err).isZero();
      return this;
    }
  }

  Program(Path home) {
    this.home = home;
  }

  /** Reads this as standard input. */
  Program reading(Path file) {
    in = file.toFile();
    return this;
  }

  /** Writes standard output there, so that a run shows none. */
  Program writing(Path file) {
    out = file;
    return this;
  }

  /** Is started by this command, whose arguments it follows. */
  Program startedBy(String... command) {
    starter.addAll(List.of(command));
    return this;
  }

  static Run run(Path home, String... arguments) throws IOException, InterruptedException {
    return new Program(home).run(arguments);
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    Path printed = out == null ? Files.createTempFile("out", ".txt") : out;
    Path told = Files.createTempFile("err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().keySet().removeIf(name -> name.matches("(READOUT|DISCORD|STORE)_.*"));
    builder.redirectInput(in);
    builder.redirectOutput(printed.toFile());
    builder.redirectError(told.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    Run run =
        new Run(
            process.exitValue(),
            out == null ? Files.readString(printed) : "",
            Files.readString(told));
    Files.delete(told);
    if (out == null) {
      Files.delete(printed);
    }
    return run;
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(starter);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.util.logging.config.file=/dev/null");
    command.add("-Dreadout.home=" + home);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
