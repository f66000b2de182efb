package dev.readout;

import dev.readout.answer.SafeText;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.config.InvalidSettingsException;
import dev.readout.config.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Shows the settings in force. Beside {@link Main}, since the terminal's room may not read
 * settings; no field or signature names a type of theirs, so that other commands do not load them.
 */
@Command(
    name = "config",
    sortOptions = false,
    description = "Checks the bot's settings; shows each with its origin, secrets hidden.",
    footer = {"", "docs/settings.md lists all of them."})
final class ConfigCommand implements Callable<Integer> {
  private final Path home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  ConfigCommand(Path home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      SettingsReader.Read<Settings> read = Settings.read(home, environment);
      var _ = read.checked("");
      List<SettingsReader.InForce> settings = read.inForce();
      String form =
          "%%-%ds  %%-%ds  %%s%n"
              .formatted(
                  settings.stream().mapToInt(setting -> setting.key().length()).max().orElse(1),
                  settings.stream().mapToInt(setting -> setting.value().length()).max().orElse(1));
      for (SettingsReader.InForce setting : settings) {
        String value = SafeText.of(setting.value());
        terminal.out().printf(form, setting.key(), value, setting.origin());
      }
      return ReadoutCommand.DONE;
    } catch (InvalidSettingsException e) {
      terminal.err().println("readout: " + e.getMessage());
      return ReadoutCommand.BAD_INPUT;
    }
  }
}
