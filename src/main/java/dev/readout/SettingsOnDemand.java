package dev.readout;

import dev.readout.cli.Installation.Places;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.InvalidSettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads where everything is when a command asks for it: an answer at the terminal does not, and
 * must not wait for the settings' library. Beside {@link Main}, since the terminal's room may not
 * read settings.
 *
 * @param home folder of the installation
 * @param environment variables by name
 */
record SettingsOnDemand(Path home, Map<String, String> environment) implements Supplier<Places> {
  SettingsOnDemand {
    environment = Map.copyOf(environment);
  }

  @Override
  public Places get() {
    try {
      return Settings.withoutDiscord(home, environment).places();
    } catch (InvalidSettingsException e) {
      throw new BadInputException(e.getMessage() + "; 'bin/readout config' shows all settings");
    }
  }
}
