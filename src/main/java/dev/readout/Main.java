package dev.readout;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.RecordsCommand;
import dev.readout.cli.SourceCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.cli.Terminal.Layout;
import dev.readout.intake.release.RecordReleases;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
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
        HealthCommand.isMeant(args)
            ? HealthCommand.of(home, environment).call()
            : run(home, environment, args));
  }

  /** The version that runs. */
  static String version() {
    return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "dev");
  }

  private static int run(Path home, Map<String, String> environment, String... args) {
    InstantSource clock = InstantSource.system();
    SettingsOnDemand places = new SettingsOnDemand(home, environment);
    Terminal terminal = terminal(environment);
    try (Installation installation = Installation.at(home, environment, places, clock)) {
      ConfigCommand config = new ConfigCommand(home, environment, terminal);
      BotCommand bot = new BotCommand(home, environment, clock, terminal);
      Object source = SourceCommand.forArguments(installation, terminal, args);
      Object records =
          RecordsCommand.forArguments(installation, RecordReleases.of(home), terminal, args);
      BackupCommand backup = new BackupCommand(home, environment, clock, terminal);
      RestoreCommand restore = new RestoreCommand(home, environment, terminal);
      StoreCommand store = new StoreCommand(home, environment, terminal);
      HealthCommand health = new HealthCommand(home, environment, terminal);
      return new ReadoutCommand(
              installation, terminal, source, records, backup, restore, store, config, bot, health)
          .run(args);
    } catch (BadInputException e) { // of the environment, before any command
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
        Layout.of(interactive, environment),
        interactive);
  }
}
