package dev.readout.cli;

import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.Setting;
import dev.readout.intake.release.RecordReleases;
import dev.readout.meaning.Models.ModelSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders that commands work on. Immutable.
 *
 * @param corpus the records
 * @param index the generations
 */
public record Folders(
    @Setting(of = "a folder", otherwise = "index-data") Path corpus,
    @Setting(of = "a folder", otherwise = "target/index in a source checkout, else data/index")
        Path index) {

  /**
   * Those of an installation: {@code index-data} or the release of records that was taken since,
   * and {@code target/index} in a source checkout or {@code data/index} elsewhere.
   */
  public static Folders of(Path home) {
    boolean checkout = Files.isRegularFile(home.resolve("pom.xml"));
    return new Folders(
        RecordReleases.of(home).inForce(), home.resolve(checkout ? "target/index" : "data/index"));
  }

  /**
   * Those that {@code READOUT_CORPUS} and {@code READOUT_INDEX} name, else those of the
   * installation. Commands but {@code bot} and {@code config} read nothing else, since an answer at
   * the terminal should not wait for a file of settings.
   */
  static Folders at(Path home, Map<String, String> environment) {
    Folders standard = of(home);
    return new Folders(
        folder(environment.get("READOUT_CORPUS"), standard.corpus),
        folder(environment.get("READOUT_INDEX"), standard.index));
  }

  /**
   * Which models are used: what {@code SEARCH_SEMANTIC} and {@code SEARCH_READER} say, else all.
   *
   * @throws BadInputException when one of them says something else
   */
  static ModelSettings models(Map<String, String> environment) {
    return new ModelSettings(
        isOn("SEARCH_SEMANTIC", environment), isOn("SEARCH_READER", environment));
  }

  private static boolean isOn(String variable, Map<String, String> environment) {
    String written = environment.getOrDefault(variable, "").strip();
    return switch (written) {
      case "", "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw new BadInputException(variable + " is no switch; write on or off");
    };
  }

  private static Path folder(@Nullable String named, Path otherwise) {
    return named == null || named.isBlank() ? otherwise : Path.of(named);
  }
}
