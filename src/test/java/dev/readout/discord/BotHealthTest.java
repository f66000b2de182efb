package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import dev.readout.ops.Asking;
import dev.readout.ops.Ops;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /healthz} says of the whole bot as its parts come, fail and go. */
@ExtendWith(ShippedIndex.class)
final class BotHealthTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String QUESTION = "Is the Affiliates Rule in force?";
  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Ops ops;
  private Asking asking;
  private ServedBot served;

  @BeforeEach
  void start(IndexDirectory index) {
    ops = Ops.start(Asking.ANY_PORT, "test");
    asking = new Asking(ops.address());
    served = ServedBot.start(index, folder);
  }

  @AfterEach
  void close() {
    served.close();
    asking.close();
    ops.close();
  }

  private void watchAll() {
    var _ = ops.watched(served.database());
    var _ = ops.watched(served.indexes());
    var _ = ops.watched(served.bot());
    awaitHealth(200, "1 of 1 shards connected");
  }

  private String awaitHealth(int status, String detail) {
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              HttpResponse<String> health = asking.get("/healthz");
              return health.statusCode() + " " + health.body();
            },
            health -> health.startsWith(status + " ") && health.contains(detail));
  }

  @Test
  void healthz_botNotThereYet_saysSoAndIsHealthyOnceItIs() {
    var _ = ops.watched(served.database());
    var _ = ops.watched(served.indexes());
    String before = awaitHealth(503, "writable");
    assertThat(before).contains("\"detail\":\"connecting\"", "\"detail\":\"generation 0");

    var _ = ops.watched(served.bot());
    String after = awaitHealth(200, "\"status\":\"ok\"");
    assertThat(after).doesNotContain("unhealthy", served.discord().token());
  }

  @Test
  void healthz_gatewayCut_isUnhealthyUntilItIsResumed() {
    watchAll();
    served.discord().gateway().holdResumes();
    served.discord().gateway().cut();

    awaitHealth(503, "0 of 1 shards connected");
    served.discord().gateway().releaseResumes();
    served.discord().gateway().awaitResumed(1);
    awaitHealth(200, "1 of 1 shards connected");
  }

  @Test
  void healthz_databaseGone_isUnhealthy() throws Exception {
    watchAll();
    Files.delete(served.database().folder().resolve("readout.db"));

    awaitHealth(503, "not writable");
  }

  @Test
  void healthz_databaseStuck_saysSoInTimeAndIsHealthyAfterwards() throws Exception {
    watchAll();
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:sqlite:" + served.database().folder().resolve("readout.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      String stuck = awaitHealth(503, "no reply within 2000 ms");
      assertThat(stuck).contains("1 of 1 shards connected");
      HttpResponse<String> live = asking.get("/livez");
      assertThat(live.statusCode()).isEqualTo(200);
      statement.execute("ROLLBACK");
    }

    awaitHealth(200, "writable");
  }

  @Test
  void healthz_databaseDamagedMeanwhile_isToldOperatorsAndModerators() throws Exception {
    watchAll();
    Path file = served.database().folder().resolve("readout.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 8 << 10, bytes.length, (byte) 7);
    Files.write(file, bytes, StandardOpenOption.WRITE);

    served.database().check();

    awaitHealth(503, "damaged");
    assertThat(doctor(served)).contains("Database: damaged");
    Interaction asked = served.person("Alice").slash("ask").option("question", QUESTION).send();
    assertThat(ReplyRules.checked(served, asked).text()).contains("Affiliates Rule");
  }

  @ParameterizedTest
  @CsvSource({"59, +35", "-59, -35"})
  void healthz_clockAnHourOff_isToldAndEverybodyIsAnsweredAllTheSame(
      int minutes, String shown, IndexDirectory index, @TempDir Path another) {
    StandInSettings standIn =
        StandInSettings.defaults()
            .withClock(() -> Instant.now().minus(Duration.ofMinutes(minutes)));
    try (ServedBot off = ServedBot.start(index, another, ServedBot.GENEROUS, standIn)) {
      var _ = ops.watched(off.bot());
      awaitHealth(503, "clock " + shown);

      off.discord().fail(RestFault.on("PATCH", "webhooks/.*").status(502));
      Interaction asked = off.person("Alice").slash("ask").option("question", QUESTION).send();
      assertThat(Shown.in(asked.reply())).isNotEmpty();
      assertThat(doctor(off)).containsPattern("Clock: -?35\\d\\d seconds off");
    }
  }

  private static String doctor(ServedBot served) {
    Person manager = served.person("Mo").asManager();
    return ReplyRules.checked(served, manager.slash("doctor").send()).text();
  }

  @Test
  void healthz_allClosed_isUnhealthyThroughout() {
    watchAll();
    served.bot().close();
    served.indexes().close();
    served.database().close();

    String closed = awaitHealth(503, "not writable");
    assertThat(closed).doesNotContain("\"status\":\"ok\"");
  }
}
