package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key is in the shipped file and on the page, and there are no others. */
final class KeysTest {
  private static final Path SHIPPED = Path.of("config/readout.yaml");

  @TempDir Path folder;

  private List<SettingsReader.InForce> all(Home home) {
    return Settings.read(home.folder, home.environment).inForce();
  }

  @Test
  void shippedFile_everyKeyButSecrets_setsTheDefault() throws IOException {
    Home home = new Home(folder);
    Settings defaults = home.read();
    Home.write(folder.resolve("config/readout.yaml"), Files.readString(SHIPPED));

    assertThat(home.read()).isEqualTo(defaults);
    String text = Files.readString(SHIPPED).replaceAll("(?m)^\\s*#.*$", "");
    for (SettingsReader.InForce setting : all(home)) {
      String key = setting.key();
      assertThat(
              text.contains(
                  "\n"
                      + "  ".repeat((int) key.chars().filter(c -> c == '.').count())
                      + key.substring(key.lastIndexOf('.') + 1)
                      + ":"))
          .as(key)
          .isEqualTo(!Set.of("discord.token", "store.password").contains(key));
    }
  }

  @Test
  void page_everyKey_hasItsRowWithDefaultAndVariable() throws IOException {
    String page = Files.readString(Path.of("docs/settings.md"));
    for (SettingsReader.InForce setting : all(new Home(folder))) {
      assertThat(page).containsPattern("(?m)^\\| `%s` \\|.*\\| `[A-Z_]+`".formatted(setting.key()));
    }
    long rows = page.lines().filter(line -> line.matches("\\| `[a-z.-]+` \\|.*")).count();
    assertThat(rows).isEqualTo(all(new Home(folder)).size());
  }
}
