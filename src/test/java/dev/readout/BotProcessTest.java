package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.corpus.TinyCorpus;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.person.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a bot in a process of its own writes to standard error from its start to its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotProcessTest {
  private static final String TOKEN = "MTA5NzQ1.GhJk_l.s3cr3t-Part";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Path folder;

  /** The index is built by the first, and found by the others. */
  @BeforeAll
  void keep(@TempDir Path folder) throws IOException {
    this.folder = folder;
    new TinyCorpus(Files.createDirectory(folder.resolve("index-data")));
  }

  private Process start(Path err, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.config.file=/dev/null",
            "-Dreadout.home=" + folder));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("bot");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(DISCORD|READOUT|LOG|OPS|BACKUP)_.*"));
    builder.environment().put("DISCORD_TOKEN", TOKEN);
    builder.environment().put("OPS_ENABLED", "false"); // its port may be another's here
    builder.environment().put("SEARCH_SEMANTIC", "off");
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.redirectError(err.toFile()).start();
  }

  /** Asks a question of a bot, stops it, and gives what it wrote. */
  private List<String> afternoon(Map<String, String> environment) throws Exception {
    Path err = folder.resolve("err.txt");
    try (StandIn discord =
        StandIn.start(StandInSettings.defaults().withToken(TOKEN).withPatience(PATIENCE))) {
      Map<String, String> all = new java.util.HashMap<>(environment);
      all.put("DISCORD_API_URL", discord.apiUrl());
      all.put("DISCORD_GATEWAY_URL", discord.gatewayUrl());
      Process process = start(err, all);
      try {
        discord.gateway().awaitIdentified(1);
        Person alice = discord.person("Featherstone");
        assertThat(alice.slash("ask").option("question", "zanzibar tariffs").send().reply().text())
            .isNotEmpty();
        await().atMost(PATIENCE).until(() -> Files.readString(err).contains("serves Discord"));
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    !environment.containsKey("BACKUP_EVERY")
                        || Files.readString(err).contains(".zip: backup of "));
        process.destroy();
        assertThat(process.waitFor()).isNotZero(); // ended by a signal
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(Files.readString(err)).doesNotContain(TOKEN, "zanzibar", "Featherstone");
    return Files.readAllLines(err);
  }

  @Test
  void plain_tellsItsStartAndItsEnd() throws Exception {
    List<String> lines = afternoon(Map.of("READOUT_LOG", "TRACE"));

    assertThat(lines)
        .allMatch(
            line ->
                line.matches(
                    "\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}Z [A-Z]+ +[A-Za-z]+( \\[\\d+])?: .*"));
    assertThat(lines.getFirst()).contains("INFO  BotCommand: Readout dev starts on Java ");
    assertThat(lines.get(1))
        .contains("settings: SEARCH_SEMANTIC, ", "DISCORD_TOKEN", " of the environment; ")
        .contains(" by default");
    assertThat(lines.get(2))
        .contains(
            "add the bot to a server: https://discord.com/oauth2/authorize?client_id=2000000");
    assertThat(lines)
        .anyMatch(line -> line.matches(".*: Index of .*, generation \\d+: .* statements\\."));
    assertThat(lines.getLast()).endsWith("BotCommand: Readout has stopped: it was told to");
  }

  @Test
  void json_isJsonFromTheFirstLineToTheLast() throws Exception {
    List<String> lines = afternoon(Map.of("LOG_FORMAT", "json", "BACKUP_EVERY", "1d"));
    List<String> messages = new ArrayList<>();
    for (String line : lines) {
      JsonNode object = new ObjectMapper().readTree(line);
      messages.add(object.get("message").asText());
    }

    assertThat(messages.getFirst()).startsWith("Readout dev starts on Java ");
    assertThat(messages).anyMatch(message -> message.startsWith("connected as Readout"));
    assertThat(messages.getLast()).isEqualTo("Readout has stopped: it was told to");
  }

  @Test
  void discordUnreachable_isOneLineWithoutATrace() throws Exception {
    Path err = folder.resolve("unreachable.txt");
    Process process =
        start(err, Map.of("DISCORD_API_URL", "http://127.0.0.1:1/", "LOG_FORMAT", "plain"));

    assertThat(process.waitFor()).isEqualTo(1);
    List<String> lines = Files.readAllLines(err);
    assertThat(lines)
        .filteredOn(line -> !line.contains(" INFO "))
        .singleElement()
        .asString()
        .contains("ERROR BotCommand: Discord cannot be reached: ");
    assertThat(lines.getLast()).contains("cannot be reached");
  }

  @Test
  void tokenRefused_isToldBeforeAnythingIsBuilt() throws Exception {
    Path err = folder.resolve("refused.txt");
    Path index = folder.resolve("no-index");
    try (StandIn discord = StandIn.start(StandInSettings.defaults().withToken("another"))) {
      Process process =
          start(
              err, Map.of("DISCORD_API_URL", discord.apiUrl(), "READOUT_INDEX", index.toString()));

      assertThat(process.waitFor()).isEqualTo(2);
    }
    assertThat(Files.readAllLines(err)).last().asString().contains("Discord refuses the token");
    assertThat(index).doesNotExist();
  }

  @Test
  void portTaken_isOneLineAndLeavesNothingBehind() throws Exception {
    Path err = folder.resolve("port.txt");
    Path database = folder.resolve("unused").resolve("readout.db");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Process process =
          start(
              err,
              Map.of("OPS_ENABLED", "true", "OPS_PORT", port, "STORE_FILE", database.toString()));

      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(Files.readAllLines(err))
          .filteredOn(line -> !line.contains(" INFO "))
          .singleElement()
          .asString()
          .contains("ERROR BotCommand: health and metrics cannot be served at 127.0.0.1:" + port)
          .contains("set ops.port to one that is free");
    }
    assertThat(database.getParent()).doesNotExist();
  }

  @Test
  void mistakeInTheSettings_isToldAsEverAndNothingElse() throws Exception {
    Path err = folder.resolve("mistake.txt");
    Process process = start(err, Map.of("LOG_FORMAT", "xml", "READOUT_LOG", "loud"));

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readAllLines(err))
        .containsExactly(
            "readout: 2 errors in the settings:",
            "  LOG_FORMAT: log.format 'xml': write plain, json",
            "  READOUT_LOG: log.level 'loud': write trace, debug, info, warn, error, off");
  }
}
