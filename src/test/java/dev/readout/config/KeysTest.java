package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key is in the shipped file and in the documentation, and can be set in both ways. */
final class KeysTest {
  private static final Path SHIPPED = Path.of("config/readout.yaml");
  private static final Path PAGE = Path.of("docs/settings.md");

  /** For each key two values; the first goes into the file, the second into the environment. */
  private static final Map<String, List<String>> SAMPLES =
      Map.ofEntries(
          Map.entry("readout.corpus", List.of("/a", "/b")),
          Map.entry("readout.index", List.of("/a", "/b")),
          Map.entry("store.file", List.of("/a.db", "/b.db")),
          Map.entry("store.native-folder", List.of("/a", "/b")),
          Map.entry("search.semantic", List.of("off", "on")),
          Map.entry("search.reader", List.of("off", "on")),
          Map.entry("intake.allow-loopback", List.of("true", "false")),
          Map.entry("ops.enabled", List.of("false", "true")),
          Map.entry("ops.address", List.of("0.0.0.0", "127.0.0.2")),
          Map.entry("ops.port", List.of("9001", "9002")),
          Map.entry("log.format", List.of("json", "plain")),
          Map.entry("log.level", List.of("DEBUG", "OFF")),
          Map.entry("discord.api-url", List.of("https://a/", "http://b/")),
          Map.entry("discord.gateway-url", List.of("wss://a/", "ws://b/")),
          Map.entry("discord.shards.total", List.of("4", "5")),
          Map.entry("discord.shards.first", List.of("1", "2")),
          Map.entry("discord.shards.last", List.of("3", "2")),
          Map.entry("discord.operators", List.of("1,2", "3")),
          Map.entry("discord.limits.answers-at-once", List.of("1", "2")),
          Map.entry("discord.limits.answers-waiting", List.of("1", "2")),
          Map.entry("discord.limits.member-asks-per-minute", List.of("1", "2")),
          Map.entry("discord.limits.server-asks-per-minute", List.of("1", "2")),
          Map.entry("discord.limits.stop-within", List.of("1s", "2s")),
          Map.entry("discord.limits.receipts-kept", List.of("1d", "2d")));

  @TempDir Path folder;

  static Stream<Key<?>> all() {
    return Keys.ALL.stream();
  }

  static Stream<Key<?>> writable() {
    return all().filter(key -> !key.secret());
  }

  private Home home(Key<?> key) {
    Home home = new Home(folder);
    return key.name().startsWith("discord.shards.") ? home.set("DISCORD_SHARDS_TOTAL", "4") : home;
  }

  @ParameterizedTest
  @MethodSource("writable")
  void environment_anyKey_standsAboveTheFileAndThatAboveTheDefault(Key<?> key) {
    List<String> samples = Objects.requireNonNull(SAMPLES.get(key.name()), key.name());
    String inFile = samples.getFirst();
    String inEnvironment = samples.getLast();
    Home home = home(key).without(key.variable());
    assertThat(home.inForce(key.name()).origin()).isEqualTo("default");
    home.file("\n" + key.name() + ": " + inFile);
    assertThat(home.inForce(key.name()))
        .isEqualTo(new SettingInForce(key.name(), inFile, "file " + home.file() + ":2"));
    home.set(key.variable(), inEnvironment);
    assertThat(home.inForce(key.name()))
        .isEqualTo(new SettingInForce(key.name(), inEnvironment, "environment " + key.variable()));
  }

  @Test
  void variable_ofDashesAndDots_isAsDocumented() {
    assertThat(Keys.API_URL.variable()).isEqualTo("DISCORD_API_URL");
    assertThat(Keys.ANSWERS_AT_ONCE.variable()).isEqualTo("DISCORD_LIMITS_ANSWERS_AT_ONCE");
    assertThat(Keys.TOKEN.fileVariable()).isEqualTo("DISCORD_TOKEN_FILE");
    assertThat(Keys.LOG_LEVEL.variable()).isEqualTo("READOUT_LOG");
  }

  @Test
  void inForce_isInTheOrderOfTheKeysAndComplete() {
    assertThat(SettingsReader.inForce(folder, Map.of("DISCORD_TOKEN", Home.TOKEN)))
        .extracting(SettingInForce::key)
        .containsExactlyElementsOf(all().map(Key::name).toList());
  }

  @Test
  void shippedFile_setsTheDefaults() throws IOException {
    Home home = new Home(folder);
    Settings defaults = home.read();
    home.file(Files.readString(SHIPPED));
    assertThat(home.read()).isEqualTo(defaults);
  }

  @ParameterizedTest
  @MethodSource("writable")
  void shippedFile_everyKey_hasAboveItWhatItMeansAndMayBe(Key<?> key) throws IOException {
    List<String> lines = Files.readAllLines(SHIPPED);
    String last = key.name().substring(key.name().lastIndexOf('.') + 1);
    assertThat(comments(lines, last + ":"))
        .contains(
            "%s Allowed: %s. Default: %s. Environment: %s."
                .formatted(
                    key.meaning(), key.form().allowed(), key.standardText(), key.variable()));
  }

  @Test
  void shippedFile_holdsKeysOfOursOnly() throws IOException {
    long keys =
        Files.readAllLines(SHIPPED).stream()
            .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
            .count();
    long groups =
        Stream.of(
                "readout", "store", "search", "intake", "ops", "log", "discord", "shards", "limits")
            .count();
    assertThat(keys).isEqualTo(writable().count() + groups);
  }

  @Test
  void shippedFile_namesTheVariablesOfSecrets() throws IOException {
    assertThat(Files.readString(SHIPPED)).contains("DISCORD_TOKEN", "DISCORD_TOKEN_FILE");
  }

  /** The comments right above lines that begin with a word, each on one line. */
  private static List<String> comments(List<String> lines, String word) {
    return IntStream.range(0, lines.size())
        .filter(index -> lines.get(index).strip().startsWith(word))
        .mapToObj(
            index -> {
              List<String> above = lines.subList(0, index).reversed();
              return above.stream()
                  .map(String::strip)
                  .takeWhile(line -> line.startsWith("#"))
                  .toList()
                  .reversed()
                  .stream()
                  .map(line -> line.substring(1).strip())
                  .collect(Collectors.joining(" "));
            })
        .toList();
  }

  @Test
  void page_itsTable_isThatOfTheKeys() throws IOException {
    String table =
        all()
            .map(
                key ->
                    "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                            key.name(),
                            key.standardText(),
                            key.form().allowed(),
                            key.secret()
                                ? "`%s` or `%s`".formatted(key.variable(), key.fileVariable())
                                : "`" + key.variable() + "`",
                            key.meaning()))
            .collect(
                Collectors.joining(
                    "",
                    "| key | default | allowed | environment | meaning |\n|---|---|---|---|---|\n",
                    "\n"));
    assertThat(Files.readString(PAGE)).contains(table);
  }
}
