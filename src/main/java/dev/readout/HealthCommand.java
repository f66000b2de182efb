package dev.readout;

import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.Layout;
import dev.readout.config.InvalidSettingsException;
import dev.readout.ops.Ops.OpsSettings;
import dev.readout.ops.OpsClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks the running bot whether it works. */
@Command(
    name = HealthCommand.NAME,
    sortOptions = false,
    description = "Asks the running bot whether gateway, index and database work.",
    footer = {"", "Exit codes: 0 healthy, 1 not, 2 mistaken settings."})
final class HealthCommand implements Callable<Integer> {
  static final String NAME = "health";

  private final Path home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  HealthCommand(Path home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Whether the arguments are just this command, which a container asks every half a minute. */
  static boolean isMeant(String... arguments) {
    return arguments.length == 1 && arguments[0].equals(NAME);
  }

  /** The command without the others. */
  static HealthCommand of(Path home, Map<String, String> environment) {
    return new HealthCommand(
        home,
        environment,
        new Terminal(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Layout.PLAIN));
  }

  @Override
  public Integer call() {
    try {
      return ask(Settings.withoutDiscord(home, environment).ops());
    } catch (InvalidSettingsException e) {
      terminal.err().println("readout: " + e.getMessage());
      return ReadoutCommand.BAD_INPUT;
    }
  }

  private int ask(OpsSettings settings) {
    if (!settings.enabled()) {
      terminal.tell("the bot cannot be asked, since ops.enabled is off");
      return ReadoutCommand.BAD_INPUT;
    }
    OpsClient client = new OpsClient(settings);
    try {
      OpsClient.Reply reply = client.health();
      reply.lines().forEach(terminal.out()::println);
      return reply.isOk() ? ReadoutCommand.DONE : ReadoutCommand.FAILED;
    } catch (IOException e) {
      terminal.tell("no bot replies at " + client.where() + ": " + e.getMessage());
      return ReadoutCommand.FAILED;
    }
  }
}
