package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.readout.Settings;
import dev.readout.discord.DiscordSettings;
import dev.readout.discord.DiscordSettings.BotToken;
import dev.readout.discord.DiscordSettings.Limits;
import dev.readout.discord.DiscordSettings.Shards;
import dev.readout.ops.LogSetup.LogSettings.LogLevel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsReaderTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void install() {
    home = new Home(folder);
  }

  @Test
  void read_nothingButTheToken_isAllDefaults() {
    Settings settings = home.read();
    assertThat(settings.discord())
        .isEqualTo(
            new DiscordSettings(
                new BotToken(Home.TOKEN), null, null, Shards.ADVISED, Set.of(), Limits.STANDARD));
    assertThat(settings.readout().corpus()).isEqualTo(folder.resolve("index-data"));
    assertThat(settings.readout().index()).isEqualTo(folder.resolve("data/index"));
    assertThat(settings.store().file()).isEqualTo(folder.resolve("data/readout.db"));
    assertThat(settings.store().nativeFolder()).isNull();
  }

  @Test
  void read_defaultLimits_areThose() {
    assertThat(home.read().discord().limits())
        .isEqualTo(
            new Limits(
                16, 200, 8, 60, Duration.ofSeconds(10), Duration.ofDays(180), Duration.ofDays(30)));
  }

  @Test
  void read_sourceCheckout_indexIsInTarget() {
    Home.write(folder.resolve("pom.xml"), "");
    assertThat(home.read().readout().index()).isEqualTo(folder.resolve("target/index"));
  }

  @Test
  void read_everyGroupInTheFile_isAsWritten() {
    home.file(
        """
        readout: {corpus: records, index: /var/lib/index}
        store:
          file: ../readout.db
          native-folder: native
        discord:
          api-url: http://localhost:8080/api/
          gateway-url: ws://localhost:8081
          shards: {total: 8, first: 2, last: 3}
          operators: [123456789012345678, "42"]
          limits:
            answers-at-once: 1
            stop-within: 1m
            receipts-kept: 48h
        """);
    Settings settings = home.read();
    assertThat(settings.readout().corpus()).isEqualTo(folder.resolve("records"));
    assertThat(settings.readout().index()).isEqualTo(Path.of("/var/lib/index"));
    assertThat(settings.store().file()).isEqualTo(folder.resolve("../readout.db"));
    assertThat(settings.store().nativeFolder()).isEqualTo(folder.resolve("native"));
    assertThat(settings.discord())
        .isEqualTo(
            new DiscordSettings(
                new BotToken(Home.TOKEN),
                URI.create("http://localhost:8080/api/"),
                URI.create("ws://localhost:8081"),
                new Shards(8, 2, 3),
                Set.of(123456789012345678L, 42L),
                new Limits(
                    1,
                    200,
                    8,
                    60,
                    Duration.ofMinutes(1),
                    Duration.ofDays(2),
                    Duration.ofDays(30))));
  }

  @Test
  void read_folderInTheEnvironment_startsAtTheWorkingFolder() {
    home.file("readout: {corpus: records}").set("READOUT_CORPUS", "others");
    assertThat(home.read().readout().corpus()).isEqualTo(Path.of("others"));
  }

  @Test
  void read_blankVariable_isAsGoodAsNone() {
    home.file("discord: {limits: {answers-at-once: 5}}").set("DISCORD_LIMITS_ANSWERS_AT_ONCE", " ");
    assertThat(home.read().discord().limits().answersAtOnce()).isEqualTo(5);
  }

  @Test
  void read_variableWithSpacesAround_isTrimmed() {
    home.set("DISCORD_OPERATORS", " 7 , 8 ").set("DISCORD_LIMITS_ANSWERS_WAITING", "3 ");
    assertThat(home.read().discord().operators()).containsExactlyInAnyOrder(7L, 8L);
    assertThat(home.read().discord().limits().answersWaiting()).isEqualTo(3);
  }

  @Test
  void read_dollarAndBraces_meanThemselves() {
    home.file("readout: {corpus: 'a${discord.token}b'}");
    assertThat(home.read().readout().corpus()).isEqualTo(folder.resolve("a${discord.token}b"));
  }

  @Test
  void read_orderOfSourcesInTheEnvironment_isNotRead() {
    home.file("discord: {limits: {answers-at-once: 5}}")
        .set("DISCORD_LIMITS_ANSWERS_AT_ONCE", "6")
        .set("CONFIG_ORDINAL", "1");
    assertThat(home.read().discord().limits().answersAtOnce()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "answers-at-once, 1, 256, 0, 257",
    "answers-waiting, 0, 10000, -1, 10001",
    "member-asks-per-minute, 1, 600, 0, 601",
    "server-asks-per-minute, 1, 6000, 0, 6001",
    "stop-within, 1s, 60s, 0s, 61s",
    "stop-within, 1s, 1m, 0m, 2m",
    "receipts-kept, 1d, 3650d, 23h, 3651d",
    "receipts-kept, 24h, 87600h, 86399s, 87601h",
    "kept-after-leaving, 1d, 365d, 23h, 366d",
  })
  void read_limitAtItsBorders_isTakenAndOneBeyondRefused(
      String key, String least, String most, String below, String above) {
    String name = "discord.limits." + key;
    for (String allowed : List.of(least, most)) {
      home.file("discord: {limits: {%s: %s}}".formatted(key, allowed));
      assertThat(home.inForce(name).origin()).startsWith("file ");
    }
    for (String beyond : List.of(below, above)) {
      home.file("discord: {limits: {%s: %s}}".formatted(key, beyond));
      assertThat(home.mistakes())
          .singleElement()
          .asString()
          .startsWith("config/local.yaml:1: " + name + " '" + beyond + "': write ");
    }
  }

  /** There "I" is not the capital of "i". */
  @Test
  @DefaultLocale("tr-TR")
  void read_turkishLocale_isTheSame() {
    home.file("log: {level: INFO}").set("DISCORD_LIMITS_ANSWERS_WAITING", "3");
    assertThat(home.read().log().level()).isEqualTo(LogLevel.INFO);
    assertThat(home.read().discord().limits().answersWaiting()).isEqualTo(3);
    assertThat(home.inForce("discord.limits.answers-waiting").value()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "1,,, 0, 0",
    "16384,,, 0, 16383",
    "4, 1,, 1, 3",
    "4,, 2, 0, 2",
    "4, 3, 3, 3, 3",
  })
  void read_shards_fillWhatIsLeftOut(int total, String first, String last, int from, int to) {
    home.set("DISCORD_SHARDS_TOTAL", String.valueOf(total));
    if (first != null) {
      home.set("DISCORD_SHARDS_FIRST", first);
    }
    if (last != null) {
      home.set("DISCORD_SHARDS_LAST", last);
    }
    assertThat(home.read().discord().shards()).isEqualTo(new Shards(total, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total: 0 | discord.shards.total '0': write a whole number from 1 to 16384",
        "total: 16385 | discord.shards.total '16385': write a whole number from 1 to 16384",
        "first: 1 | discord.shards.first '1': stands alone; set discord.shards.total too",
        "last: 1 | discord.shards.last '1': stands alone; set discord.shards.total too",
        "total: 4, last: 4 | discord.shards.last '4': makes shards 0 to 4 of 4; write first",
        "total: 4, first: 4 | discord.shards.first '4': makes shards 4 to 3 of 4; write first",
        "total: 4, first: 3, last: 2 | discord.shards.last '2': makes shards 3 to 2 of 4",
        "total: 4, first: -1 | discord.shards.first '-1': write a whole number from 0 to 16383",
      })
  void read_shardsThatCannotBe_areRefused(String written, String mistake) {
    home.file("discord: {shards: {" + written + "}}");
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("config/local.yaml:1: " + mistake);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discord.com/api",
        "ftp://discord.com",
        "https:///api",
        "https://name:word@discord.com",
        "https://discord.com?x=1",
        "https://discord.com#x",
        "https://two words",
        "wss://gateway.discord.gg"
      })
  void read_apiUrlThatIsNone_isRefused(String url) {
    home.set("DISCORD_API_URL", url);
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_API_URL: discord.api-url '%s': write an address with https:// or http:// and a host, without user or query"
                .formatted(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e2", "+5", "0x10", "five", "99999999999999999999", "1_000", "٣"})
  void read_numberThatIsNone_isRefused(String number) {
    home.set("DISCORD_LIMITS_ANSWERS_AT_ONCE", number);
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_LIMITS_ANSWERS_AT_ONCE: discord.limits.answers-at-once '%s': write a whole number from 1 to 256"
                .formatted(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "s", "PT10S", "10 s", "-1s", "1.5s", "10ms", "99999999999s"})
  void read_durationThatIsNone_isRefused(String duration) {
    home.set("DISCORD_LIMITS_STOP_WITHIN", duration);
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_LIMITS_STOP_WITHIN: discord.limits.stop-within '%s': write 1s to 60s, as a whole number with s, m, h or d for its unit"
                .formatted(duration));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "a-name", "1,,2", "-5", "9223372036854775808", "1 2"})
  void read_operatorThatIsNoId_isRefused(String operators) {
    home.set("DISCORD_OPERATORS", operators);
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("DISCORD_OPERATORS: discord.operators '" + operators + "': write up to 100 ");
  }

  @Test
  void read_operators_upToTheLargestIdAndAHundredOfThem() {
    home.set("DISCORD_OPERATORS", "9223372036854775807" + ",1".repeat(99));
    assertThat(home.read().discord().operators()).containsExactlyInAnyOrder(Long.MAX_VALUE, 1L);
    home.set("DISCORD_OPERATORS", "9223372036854775807" + ",1".repeat(100));
    assertThat(home.mistakes()).hasSize(1);
  }

  @Test
  void read_pathThatIsNone_isRefused() {
    home.set("STORE_FILE", "a\u0000b");
    assertThat(home.mistakes()).containsExactly("STORE_FILE: store.file 'a\uFFFDb': write a file");
  }

  @Test
  void read_manyMistakes_areAllToldAtOnce() {
    home.file(
            """
            discord:
              token: abc.def.ghi
              api-url: ftp://x
              limits:
                answers-at-once: none
                answer-waiting: 5
            """)
        .without("DISCORD_TOKEN")
        .set("DISCORD_OPERATORS", "me")
        .set("DISCORD_SHARDS_LAST", "3")
        .set("DISCORD_LIMITS_RECEIPTS_KEPT", "forever");
    assertThat(home.refusal())
        .hasMessageStartingWith("8 errors in the settings:\n  ")
        .hasMessageNotContaining("abc.def.ghi")
        .hasNoCause();
    assertThat(home.mistakes())
        .satisfiesExactly(
            line ->
                assertThat(line).startsWith("config/local.yaml:2: discord.token is a secret and"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "config/local.yaml:6: discord.limits.answer-waiting is no setting;"
                            + " the nearest is discord.limits.answers-waiting"),
            line -> assertThat(line).startsWith("environment: discord.token is not set"),
            line -> assertThat(line).startsWith("config/local.yaml:3: discord.api-url 'ftp://x'"),
            line ->
                assertThat(line).startsWith("DISCORD_SHARDS_LAST: discord.shards.last '3': stands"),
            line -> assertThat(line).startsWith("DISCORD_OPERATORS: discord.operators 'me': write"),
            line ->
                assertThat(line)
                    .startsWith("config/local.yaml:5: discord.limits.answers-at-once 'none'"),
            line ->
                assertThat(line)
                    .startsWith(
                        "DISCORD_LIMITS_RECEIPTS_KEPT: discord.limits.receipts-kept 'forever'"));
  }

  @Test
  void places_noTokenAndMistakesAboutDiscord_areRead() {
    home.without("DISCORD_TOKEN")
        .set("DISCORD_TOKEN_FILE", folder.resolve("none").toString())
        .set("DISCORD_OPERATORS", "me")
        .set("STORE_FILE", "/a.db");
    Settings places = Settings.withoutDiscord(folder, home.environment);
    assertThat(places.store().file()).isEqualTo(Path.of("/a.db"));
    assertThat(places.readout().index()).isEqualTo(folder.resolve("data/index"));
    assertThat(places.intake().allowLoopback()).isFalse();
  }

  @Test
  void places_mistakesOfTheirOwn_areTold() {
    home.set("INTAKE_ALLOW_LOOPBACK", "perhaps");
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> Settings.withoutDiscord(folder, home.environment))
        .withMessageContaining("intake.allow-loopback 'perhaps'");
  }

  @Test
  void read_longValueWithControlCharacters_isShownShortAndHarmless() {
    home.set("DISCORD_API_URL", "\u001b[31m" + "x".repeat(10_000));
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .hasSizeLessThan(250)
        .doesNotContain("\u001b")
        .contains("\uFFFD[31mxxx", "…'");
  }
}
