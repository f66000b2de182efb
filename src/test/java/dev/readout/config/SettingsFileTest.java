package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void install() {
    home = new Home(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment\n",
        "---\n",
        "discord:\n",
        "discord: {limits: {}}\n",
        "discord:\n  api-url:\n  gateway-url: ~\n  limits: {answers-at-once: ''}\n",
        "discord: {token: }\n",
      })
  void read_fileThatSetsNothing_isAllDefaults(String yaml) {
    Settings defaults = home.read();
    assertThat(home.file(yaml).read()).isEqualTo(defaults);
  }

  @Test
  void read_fullNameOnOneLine_isTheSameKey() {
    home.file("discord.limits.answers-at-once: 5");
    assertThat(home.read().discord().limits().answersAtOnce()).isEqualTo(5);
  }

  @Test
  void read_byteOrderMark_isSkipped() {
    home.file("\uFEFFdiscord: {limits: {answers-at-once: 5}}");
    assertThat(home.read().discord().limits().answersAtOnce()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "discord.limits.answer-at-once, discord.limits.answers-at-once",
    "discord.apiUrl, discord.api-url",
    "discord.api_url, discord.api-url",
    "discord.answers-waiting, discord.limits.answers-waiting",
    "dicsord.operators, discord.operators",
    "corpus, readout.corpus",
    "discord.tokn, discord.token",
    "format, log.format",
    "<<, ops.port"
  })
  void read_unknownKey_isRefusedWithTheNearestAndWithoutItsValue(String key, String nearest) {
    home.file("# a comment\n'" + key + "': s3cr3t");
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml:2: " + key + " is no setting; the nearest is " + nearest);
  }

  @Test
  void read_groupWithAValue_isRefused() {
    home.file("store: x\ndiscord:\n  limits: [1]\n");
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml:1: store (hidden): is a group of keys; write them below it",
            "config/local.yaml:3: discord.limits (hidden): is a group of keys; write them below"
                + " it");
  }

  @Test
  void read_keysBelowAKey_areRefused() {
    home.file("discord:\n  api-url:\n    host: x\n");
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml:2: discord.api-url '{…}': write an address with https:// or http://"
                + " and a host, without user or query");
  }

  @Test
  void read_keyTwice_isRefused() {
    home.file("discord: {operators: [1]}\n\ndiscord:\n  operators: [2]\n");
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml:4: discord.operators stands in line 1 too; leave one out");
  }

  @Test
  void read_listOfGroups_isRefused() {
    home.file("discord: {operators: [{id: 1}, 2]}");
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("config/local.yaml:1: discord.operators '{…},2': write up to 100 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discord:\\n  operators: [1|2|is no YAML: while parsing a flow sequence",
        "discord:\\n\\tlimits: 1|1|is no YAML: while scanning",
        "store.file: a: b|1|is no YAML: mapping values are not allowed here",
        "store.file: a\\n---\\nb: 2|3|holds two documents",
        "- 1\\n- 2|1|holds no keys",
        "\\njust words|2|holds no keys",
        "{}: 1|1|is no YAML: Expected a field name",
        "discord: *nobody|1|discord (hidden): is a group",
      })
  void read_malformed_saysFileAndLine(String yaml, int line, String remedy) {
    home.file(yaml.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("config/local.yaml:" + line + ": " + remedy);
  }

  @Test
  void read_malformedLineWithASecret_isNotQuoted() {
    home.file("discord:\n  token: " + Home.TOKEN + ": x\n").without("DISCORD_TOKEN");
    assertThat(home.mistakes())
        .anySatisfy(line -> assertThat(line).startsWith("config/local.yaml:2: is no YAML"));
    assertThat(home.refusal()).hasMessageNotContaining("s3cr3t").hasNoCause();
  }

  @Test
  void read_malformedBesideWrongVariables_tellsBothAndGuessesNothing() {
    home.file("discord: {shards: {total: 4}")
        .set("DISCORD_SHARDS_LAST", "2")
        .set("DISCORD_OPERATORS", "me");
    assertThat(home.mistakes())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("config/local.yaml:1: is no YAML"),
            line -> assertThat(line).startsWith("DISCORD_OPERATORS: "));
  }

  /** An alias of a group could hold itself, or grow without end. */
  @Test
  void read_alias_isRefused() {
    home.file("discord: {operators: &a [1], api-url: *a}");
    assertThat(home.mistakes()).singleElement().asString().contains("discord.api-url '{*}': write");
  }

  @Test
  void read_deeplyNested_isRefused() {
    home.file("[".repeat(10_000));
    assertThat(home.mistakes()).singleElement().asString().contains("holds no keys");
  }

  @Test
  void read_notUtf8_isRefused() throws IOException {
    home.file("");
    Files.write(home.file(), "readout: {corpus: é}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(home.mistakes()).containsExactly("config/local.yaml: is no UTF-8 text");
  }

  @Test
  void read_tooLong_isRefused() {
    home.file("# " + "x".repeat(65_534));
    home.read();
    home.file("# " + "x".repeat(65_535));
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml: is longer than 65,536 bytes; keep to the keys there are");
  }

  @Test
  void read_folderInItsPlace_isRefused() throws IOException {
    Files.createDirectories(home.file());
    assertThat(home.mistakes())
        .containsExactly(
            "config/local.yaml: cannot be read; it must be a file, check its permissions");
  }

  @Test
  void read_shippedFileBesideTheLocalOne_holdsWhereThatSaysNothing() {
    Path shipped = folder.resolve("config/readout.yaml");
    Home.write(shipped, "discord: {limits: {answers-at-once: 5, answers-waiting: 6}}");
    home.file("discord.limits.answers-at-once: 7");
    assertThat(home.read().discord().limits().answersAtOnce()).isEqualTo(7);
    assertThat(home.read().discord().limits().answersWaiting()).isEqualTo(6);
    assertThat(home.inForce("discord.limits.answers-waiting").origin())
        .isEqualTo("file " + shipped + ":1");
  }

  @Test
  void read_anotherFolderNamed_isReadInstead() {
    Home.write(folder.resolve("other/local.yaml"), "discord: {operators: [7]}");
    home.file("discord: {operators: [8]}")
        .set("READOUT_CONFIG", folder.resolve("other").toString());
    assertThat(home.read().discord().operators()).containsExactly(7L);
  }

  @Test
  void read_anotherFileNamed_isReadInstead() {
    String other = Home.write(folder.resolve("other.yaml"), "discord: {operators: [7]}");
    home.file("discord: {operators: [8]}").set("READOUT_CONFIG", other);
    assertThat(home.read().discord().operators()).containsExactly(7L);
    assertThat(home.inForce("discord.operators").origin()).isEqualTo("file " + other + ":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.yaml", "a\u0000b"})
  void read_anotherFileThatIsMissing_isRefused(String name) {
    home.set("READOUT_CONFIG", name);
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("READOUT_CONFIG: ")
        .endsWith("names no file that exists");
  }

  @Test
  void read_blankNameOfAnotherFile_isAsGoodAsNone() {
    home.file("discord: {operators: [8]}").set("READOUT_CONFIG", " ");
    assertThat(home.read().discord().operators()).containsExactly(8L);
  }
}
