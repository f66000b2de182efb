package dev.readout.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.discord.standin.gateway.CloseCode;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Interactions;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.discord.standin.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What JDA makes of each fault, so that a test of the bot may rely on it. */
final class FaultTest {
  private static final String EDIT = "webhooks/.*/messages/@original";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(ahead.get());
  private final StandIn discord =
      StandIn.start(StandInSettings.defaults().withClock(clock).withHeartbeat(HEARTBEAT));
  private final TinyBot bot = TinyBot.start(discord);
  private final Person alice = discord.person("Alice");

  private static final Duration HEARTBEAT = Duration.ofMillis(300);

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private Interaction ask() {
    return alice.slash("ask").option("question", "?").send();
  }

  private void awaitEvent(String name) {
    await().atMost(discord.patience()).until(() -> bot.events().contains(name));
  }

  @Test
  void gateway_reconnectRequest_missedEventIsReplayed() {
    ask().reply();
    discord.gateway().requestReconnect();
    Interaction missed = ask();

    assertThat(missed.reply().text()).contains("You asked");
    discord.gateway().awaitResumed(1);
    assertThat(discord.gateway().identified()).isEqualTo(1);
    awaitEvent("SessionResumeEvent");
  }

  @Test
  void gateway_cut_missedEventIsReplayed() {
    ask().reply();
    discord.gateway().cut();
    Interaction missed = ask();

    assertThat(missed.reply().text()).contains("You asked");
    discord.gateway().awaitResumed(1);
  }

  @Test
  void gateway_resumableInvalidSession_resumes() {
    discord.gateway().invalidateSessions(/* isResumable= */ true);

    discord.gateway().awaitResumed(1);
    assertThat(ask().reply().text()).contains("You asked");
  }

  @Test
  void gateway_closedWithACode_resumes() {
    discord.gateway().close(CloseCode.SESSION_TIMED_OUT);

    discord.gateway().awaitResumed(1);
    assertThat(ask().reply().text()).contains("You asked");
  }

  @Test
  void gateway_refusesResume_identifiesAnew() {
    jdaLog.expect("Appending to reconnect queue");
    discord.gateway().refuseResume(true);
    discord.gateway().cut();

    discord.gateway().awaitIdentified(2);
    awaitEvent("SessionRecreateEvent");
    assertThat(discord.gateway().resumed()).isZero();
    assertThat(bot.jda().getGuilds()).hasSize(1);
    assertThat(ask().reply().text()).contains("You asked");
  }

  @Test
  void gateway_silentToHeartbeats_isLeftAndResumed() {
    jdaLog.expect("Missed 2 heartbeats!");
    jdaLog.expect("Reconnect failed!");
    discord.gateway().acknowledgeHeartbeats(false);
    awaitEvent("SessionDisconnectEvent");
    discord.gateway().acknowledgeHeartbeats(true);

    discord.gateway().awaitResumed(1);
    assertThat(ask().reply().text()).contains("You asked");
  }

  @Test
  void gateway_disallowedIntents_endsTheBot() {
    jdaLog.expect("cannot be recovered");
    discord.gateway().close(CloseCode.DISALLOWED_INTENTS);

    await().atMost(discord.patience()).until(() -> bot.jda().getStatus() == JDA.Status.SHUTDOWN);
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void rest_rateLimited_isRetriedAfterTheTimeGiven() {
    discord.fail(RestFault.on("PATCH", EDIT).rateLimited(1));
    Interaction asked = ask();

    assertThat(asked.reply().text()).contains("You asked");
    List<Exchange> edits = discord.journal().exchanges("PATCH", EDIT);
    assertThat(edits).extracting(Exchange::status).containsExactly(429, 200);
    assertThat(edits.get(1).at().minus(edits.get(0).at())).isGreaterThan(Duration.ofMillis(900));
    assertThat(discord.faults().waiting()).isEmpty();
  }

  @Test
  void rest_unavailable_isRetried() {
    discord.fail(RestFault.on("PATCH", EDIT).status(503).times(2));

    assertThat(ask().reply().text()).contains("You asked");
    assertThat(discord.journal().exchanges("PATCH", EDIT))
        .extracting(Exchange::status)
        .containsExactly(503, 503, 200);
  }

  @Test
  void rest_destroyed_isRetriedByTheClient() {
    discord.fail(RestFault.on("PATCH", EDIT).destroyed());

    assertThat(ask().reply().text()).contains("You asked");
    assertThat(discord.journal().exchanges("PATCH", EDIT))
        .extracting(Exchange::status)
        .containsExactly(0, 200);
  }

  @Test
  void rest_refused_failsTheCall() {
    discord.fail(RestFault.on("PATCH", EDIT).refused(400, 50035, "Invalid Form Body"));
    ask();
    discord.journal().await("PATCH", EDIT);

    await().atMost(discord.patience()).until(() -> !bot.failures().isEmpty());
    assertThat(bot.failures()).singleElement().asString().contains("50035");
  }

  @Test
  void rest_slow_takesEffectBeforeTheAnswer() {
    Duration delay = Duration.ofMillis(500);
    discord.fail(RestFault.on("PATCH", EDIT).slow(delay));

    assertThat(ask().reply().text()).contains("You asked");
    assertThat(discord.journal().await("PATCH", EDIT).took()).isGreaterThan(delay);
  }

  @Test
  void callback_afterThreeSeconds_isRefused() {
    // JDA tries again half a second later, which by then is late.
    discord.fail(RestFault.on("POST", "interactions/.*").status(503));
    Interaction late = ask();
    ahead.set(Interactions.ACKNOWLEDGE_WITHIN.plusSeconds(1));
    Exchange callback = discord.journal().await(2, "POST", "interactions/.*").getLast();

    assertThat(late.isAcknowledged()).isFalse();
    assertThat(callback.status()).isEqualTo(404);
    assertThat(callback.answer().path("code").asInt()).isEqualTo(10062);
  }

  private int code(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return Json.parse(answer).path("code").asInt();
    }
  }

  @Test
  void webhook_unknownExpiredOrDeleted_isRefused() throws Exception {
    Interaction asked = ask();
    asked.reply();
    String webhook = "webhooks/" + discord.applicationId() + "/" + asked.token();
    String content = "{\"content\":\"c\"}";
    String plain = "{\"content\":\"c\",\"flags\":0}";

    assertThat(code("PATCH", webhook + "x/messages/@original", content)).isEqualTo(10015);
    assertThat(code("PATCH", webhook + "/messages/1", content)).isEqualTo(10008);
    assertThat(code("POST", webhook, "{\"flags\":4}")).isEqualTo(50006);
    assertThat(code("PATCH", webhook + "/messages/@original", plain)).isEqualTo(50035);
    assertThat(code("PUT", "applications/1/commands", "[]")).isZero();
    assertThat(asked.reply().edits()).isEqualTo(1);

    code("POST", webhook, content);
    String followUp = asked.followUps(1).getFirst().id();
    ahead.set(Interactions.TOKEN_LIFE.plusSeconds(1));
    assertThat(code("PATCH", webhook + "/messages/" + followUp, content)).isEqualTo(50027);
  }
}
