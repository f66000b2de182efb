package dev.readout;

import dev.readout.cli.BadInputException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.config.InvalidSettingsException;
import dev.readout.ops.OpsClient;
import dev.readout.ops.OpsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Shows and changes how much the running bot logs. Beside {@link Main}, since the terminal's room
 * may not read settings.
 */
@Command(
    name = "loglevel",
    sortOptions = false,
    description = "Shows how much the running bot logs, or changes it until its next start.",
    footer = {
      "",
      "Loggers: dev.readout, net.dv8tion (Discord) or below one of them, and root.",
      "Levels: ERROR, WARN, INFO, DEBUG."
    })
final class LogLevelCommand implements Callable<Integer> {
  private static final String OURS = "dev.readout";

  private final Path home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "[LOGGER=]LEVEL",
      defaultValue = "",
      description = "Such as DEBUG, for dev.readout, or net.dv8tion=DEBUG.")
  String wanted = "";

  LogLevelCommand(Path home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    OpsClient client = client();
    try {
      OpsClient.Reply reply = wanted.isEmpty() ? client.logLevels() : change(client);
      if (reply.status() == OpsClient.Reply.BAD_REQUEST) {
        throw new BadInputException(reply.text().strip());
      }
      if (!reply.isOk()) {
        terminal.tell("the bot refuses (%d): %s".formatted(reply.status(), reply.text().strip()));
        return ReadoutCommand.FAILED;
      }
      reply.lines().forEach(terminal.out()::println);
      return ReadoutCommand.DONE;
    } catch (IOException e) {
      terminal.tell("no bot replies at " + client.where() + ": " + e.getMessage());
      return ReadoutCommand.FAILED;
    }
  }

  private OpsClient.Reply change(OpsClient client) throws IOException {
    int equals = wanted.lastIndexOf('=');
    String logger = equals < 0 ? OURS : wanted.substring(0, equals);
    return client.setLogLevel(logger, wanted.substring(equals + 1));
  }

  private OpsClient client() {
    OpsSettings settings;
    try {
      settings = Settings.withoutDiscord(home, environment).ops();
    } catch (InvalidSettingsException e) {
      throw new BadInputException(e.getMessage() + "; 'bin/readout config' shows all settings");
    }
    if (!settings.enabled()) {
      throw new BadInputException("the bot cannot be asked, since ops.enabled is false");
    }
    return new OpsClient(settings);
  }
}
