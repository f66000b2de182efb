package dev.readout.config;

import dev.readout.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * An installation's folder with an environment, for settings. The token is set unless taken out.
 */
final class Home {
  static final String TOKEN = "MTA5.GhJk_l.s3cr3t-Part";

  final Path folder;
  final Map<String, String> environment = new HashMap<>(Map.of("DISCORD_TOKEN", TOKEN));

  Home(Path folder) {
    this.folder = folder;
  }

  Path file() {
    return folder.resolve("config/local.yaml");
  }

  /** Writes the file of settings. */
  Home file(String yaml) {
    write(file(), yaml);
    return this;
  }

  /** Writes any file and returns its path. */
  static String write(Path path, String text) {
    try {
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Home set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Home without(String variable) {
    environment.remove(variable);
    return this;
  }

  Settings read() {
    return Settings.read(folder, environment).checked("");
  }

  SettingsReader.InForce inForce(String key) {
    read();
    return Settings.read(folder, environment).inForce().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  InvalidSettingsException refusal() {
    return Assertions.catchThrowableOfType(InvalidSettingsException.class, this::read);
  }

  /** Each as its one line, without the folder. */
  List<String> mistakes() {
    return refusal().mistakes().stream()
        .map(mistake -> mistake.toString().replace(folder + "/", ""))
        .toList();
  }
}
