package dev.readout;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.RecordsCommand;
import dev.readout.cli.SourceCommand;
import dev.readout.cli.Terminal;
import dev.readout.intake.release.RecordReleases;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Builds every part, runs the command, closes what was opened; alone ends the process. */
public final class Main {

  private Main() {}

  /** The system property {@code readout.home} names the installation; the launcher sets it. */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("readout.home", ""));
    System.exit(
        List.of(args).equals(List.of(OperatorCommands.HEALTH))
            ? OperatorCommands.forHealth(home, environment).health()
            : run(home, environment, args));
  }

  static String version() {
    return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "dev");
  }

  private static int run(Path home, Map<String, String> environment, String... args) {
    InstantSource clock = InstantSource.system();
    Terminal terminal = terminal(environment);
    OperatorCommands operator = new OperatorCommands(home, environment, terminal);
    try (Installation installation = Installation.at(home, environment, operator::places, clock)) {
      List<Object> further = new ArrayList<>();
      further.add(SourceCommand.forArguments(installation, terminal, args));
      further.add(
          RecordsCommand.forArguments(installation, RecordReleases.of(home), terminal, args));
      further.addAll(operator.all(clock));
      further.add(new BotCommand(home, environment, clock, terminal));
      return new ReadoutCommand(installation, terminal, further.toArray()).run(args);
    } catch (Terminal.BadInputException e) { // of the environment, before any command
      terminal.tell(String.valueOf(e.getMessage()));
      return ReadoutCommand.BAD_INPUT;
    }
  }

  /** Ends the process without closing anything, for which there may be no threads or memory. */
  static void endAtOnce(int code) {
    Runtime.getRuntime().halt(code);
  }

  static Terminal terminal(Map<String, String> environment) {
    // Null where input or output is no terminal, whatever the documentation of Java 22 to 24 said.
    boolean interactive =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Terminal(
        // Not System.out, which would keep a full disk to itself.
        new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.in,
        Terminal.Layout.of(interactive, environment),
        interactive);
  }
}
