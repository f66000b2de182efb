package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import dev.readout.store.RegistrationTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members and operators learn when something fails, on our side or on Discord's. */
@ExtendWith(ShippedIndex.class)
final class BotFailuresTest {
  private static final String QUESTION = "zanzibar: is the affiliates rule in force?";
  private static final String COMMANDS = "applications/.*/commands";
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private LogLines log;
  private ServedBot served;
  private Person alice;

  @BeforeEach
  void start(IndexDirectory index) {
    log = LogLines.open();
    served = ServedBot.start(index, folder);
    alice = served.person("Alice");
  }

  @AfterEach
  void close() {
    served.close();
    log.close();
    assertThat(log.all()).noneMatch(line -> line.contains("zanzibar"));
  }

  private Interaction ask(boolean isPrivate) {
    return alice.slash("ask").option("question", QUESTION).option("private", isPrivate).send();
  }

  /** The reply to a question asked afterwards: the bot goes on. */
  private void assertGoesOn() {
    assertThat(ReplyRules.checked(served, ask(false)).text()).contains("zanzibar");
  }

  private void assertTellsTheId(Interaction failed, Message apology) {
    assertThat(apology.text())
        .startsWith("Something went wrong in Readout")
        .contains("`" + failed.id() + "`");
    assertThat(apology.isEphemeral()).isTrue();
    assertThat(apology.receiverId()).contains(alice.id());
    assertThat(log.errors())
        .singleElement()
        .asString()
        .contains("[" + failed.id() + "] a reply failed", "IllegalStateException");
  }

  @Test
  void ask_logsNothingOfTheQuestion() {
    ReplyRules.checked(served, ask(false));

    assertThat(log.all()).isNotEmpty();
  }

  @Test
  void ask_failsInPrivate_apologisesWithAnIdThatIsInTheLog() {
    served.indexes().close();
    Interaction asked = ask(true);

    assertTellsTheId(asked, asked.reply());
    assertThat(asked.followUps()).isEmpty();
  }

  @Test
  void ask_failsInPublic_apologisesToTheAskerAlone() {
    served.indexes().close();
    Interaction asked = ask(false);

    assertTellsTheId(asked, asked.followUps(1).getFirst());
    assertThat(asked.original().orElseThrow().isDeleted()).isTrue();
    assertThat(asked.followUps()).hasSize(1);
  }

  @Test
  void receipt_databaseIsAway_saysSoAndQuestionsAreAnswered() {
    served.database().close();

    Message reply = alice.slash("receipt").option("id", "ABCD2345").send().reply();

    assertThat(reply.text()).startsWith("The database of Readout cannot be used just now");
    assertThat(log.errors()).isEmpty();
    assertGoesOn();
  }

  @Test
  void typing_fails_offersNothing() {
    served.indexes().close();

    Interaction typed = alice.slash("ask").typing("question", "zanzibar");
    assertThat(typed.choices()).isEmpty();
    log.await("[" + typed.id() + "] completing failed");
  }

  @Test
  void ask_databaseGone_isAnsweredWithoutReceipt() {
    served.database().close();
    Message reply = alice.slash("ask").option("question", QUESTION).send().reply();

    assertThat(reply.text()).contains("Affiliates Rule", "(CN)").doesNotContain("(CN) · `");
    // Whether the server wants answers in private cannot be known.
    assertThat(reply.isEphemeral()).isTrue();
    log.await("An answer goes out without a receipt");
  }

  @Test
  void edit_rateLimited_isSentAgainWhenAllowed() {
    served.discord().fail(RestFault.on("PATCH", "webhooks/.*").rateLimited(1));
    Interaction asked = ask(false);

    assertThat(Shown.in(asked.reply())).isNotEmpty();
    served.discord().journal().await(2, "PATCH", "webhooks/.*" + asked.token() + ".*");
    assertThat(served.sent(asked)).extracting(Exchange::status).containsExactly(200, 429, 200);
    assertThat(asked.followUps()).isEmpty();
  }

  @Test
  void callback_rateLimited_isSentAgainInTimeAndAnsweredOnce() {
    served.discord().fail(RestFault.on("POST", "interactions/.*").rateLimited(1));
    Interaction asked = ask(false);

    assertThat(Shown.in(asked.reply())).isNotEmpty();
    assertThat(served.sent(asked)).extracting(Exchange::status).startsWith(429, 200);
    assertThat(asked.followUps()).isEmpty();
  }

  @Test
  void remove_rateLimited_isDoneWhenAllowed() {
    Message answer = ReplyRules.checked(served, ask(false));
    served.discord().fail(RestFault.on("DELETE", "webhooks/.*").rateLimited(1));
    alice.press(answer, "🗑️");

    served.discord().journal().await(2, "DELETE", "webhooks/.*");
    assertThat(served.discord().journal().exchanges("DELETE", "webhooks/.*"))
        .extracting(Exchange::status)
        .first()
        .isEqualTo(429);
    assertGoesOn();
  }

  @Test
  void commands_rateLimited_areRegisteredAndLinkedWhenAllowed() {
    long application = Long.parseLong(served.discord().applicationId());
    new RegistrationTable(served.database()).save(application, "of another version");
    served.discord().fail(RestFault.on("GET", COMMANDS).rateLimited(1));
    served.discord().fail(RestFault.on("PUT", COMMANDS).rateLimited(1));
    served.restart();

    served.discord().journal().await(3, "PUT", COMMANDS); // at the first start, refused, taken
    assertThat(served.discord().journal().exchanges("PUT", COMMANDS))
        .extracting(Exchange::status)
        .containsExactly(200, 429, 200);
    await().atMost(SOON).until(() -> alice.slash("help").send().reply().text().contains("</ask:"));
  }

  @Test
  void gateway_silentToHeartbeats_isLeftAndResumed(
      IndexDirectory index, @TempDir Path anotherFolder) {
    jdaLog.expect("Missed 2 heartbeats!");
    jdaLog.expect("Reconnect failed!");
    StandInSettings restive = StandInSettings.defaults().withHeartbeat(Duration.ofSeconds(1));
    try (ServedBot restless = ServedBot.start(index, anotherFolder, ServedBot.GENEROUS, restive)) {
      restless.discord().gateway().acknowledgeHeartbeats(false);
      log.await("lost the connection to Discord");
      restless.discord().gateway().acknowledgeHeartbeats(true);

      restless.discord().gateway().awaitResumed(1);
      Person bob = restless.person("Bob");
      ReplyRules.checked(restless, bob.slash("ask").option("question", QUESTION).send());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, interactions/.*, 503, 1",
    "PATCH, webhooks/.*, 503, 1",
    "PATCH, webhooks/.*, 500, 1",
    "POST, interactions/.*, 502, 1",
    "PATCH, webhooks/.*, 502, 6"
  })
  void discord_unavailable_isAskedAgainAndAnsweredOnce(
      String method, String path, int status, int times) {
    served.discord().fail(RestFault.on(method, path).status(status).times(times));
    Interaction asked = ask(false);

    assertThat(Shown.in(asked.reply())).isNotEmpty();
    served.discord().journal().await(1, "PATCH", "webhooks/.*" + asked.token() + ".*");
    assertThat(asked.reply().edits()).isEqualTo(1);
    assertThat(asked.followUps()).isEmpty();
  }

  @Test
  void callback_refusedAsTooLate_nothingElseIsSent() {
    served
        .discord()
        .fail(RestFault.on("POST", "interactions/.*").refused(404, 10062, "Unknown interaction"));
    Interaction asked = ask(false);
    log.await("[" + asked.id() + "] an interaction was not acknowledged: Discord says 10062, ");
    assertGoesOn();

    assertThat(served.sent(asked)).extracting(Exchange::method).containsExactly("POST");
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void edit_refused_isLoggedAndNothingElseIsSent() {
    served
        .discord()
        .fail(RestFault.on("PATCH", "webhooks/.*").refused(400, 50035, "No words of zanzibar"));
    Interaction asked = ask(false);
    log.await("[" + asked.id() + "] the reply was not taken: Discord says 50035, ");
    assertThat(log.all()).noneMatch(line -> line.contains("words of"));
    assertGoesOn();

    assertThat(served.sent(asked)).extracting(Exchange::method).containsExactly("POST", "PATCH");
  }

  /** The client itself tries once more where it used a connection from before. */
  @Test
  void edit_connectionBreaks_isSentAgain() {
    jdaLog.expect("I/O error");
    served.discord().fail(RestFault.on("PATCH", "webhooks/.*").destroyed().times(3));
    Interaction asked = ask(false);

    assertThat(Shown.in(asked.reply())).isNotEmpty();
    assertThat(asked.reply().edits()).isEqualTo(1);
    assertThat(asked.followUps()).isEmpty();
    assertThat(served.discord().faults().waiting()).isEmpty();
  }

  @Test
  void gateway_asksToReconnect_whatCameMeanwhileIsAnswered() {
    ReplyRules.checked(served, ask(false));
    served.discord().gateway().requestReconnect();
    Interaction missed = ask(false);

    ReplyRules.checked(served, missed);
    served.discord().gateway().awaitResumed(1);
    log.await("connected again, nothing missed");
  }

  @Test
  void gateway_cut_whatCameMeanwhileIsAnswered() {
    ReplyRules.checked(served, ask(false));
    served.discord().gateway().cut();
    Interaction missed = ask(false);

    ReplyRules.checked(served, missed);
    served.discord().gateway().awaitResumed(1);
  }

  @Test
  void gateway_sessionLost_identifiesAnewAndGoesOn() {
    jdaLog.expect("Appending to reconnect queue");
    served.discord().gateway().invalidateSessions(/* isResumable= */ false);
    served.discord().gateway().awaitIdentified(2);

    assertGoesOn();
    log.await("connected again, in a new session");
    assertThat(served.discord().journal().exchanges("PUT", "applications/.*")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void gateway_cutAgainAndAgain_everythingIsAnswered(int times) {
    ReplyRules.checked(served, ask(false));
    List<Interaction> asked =
        IntStream.range(0, times)
            .mapToObj(
                i -> {
                  served.discord().gateway().cut();
                  Interaction one = ask(false);
                  served.discord().gateway().awaitResumed(i + 1);
                  return one;
                })
            .toList();

    await().atMost(SOON).until(() -> asked.stream().allMatch(Interaction::isAcknowledged));
    asked.forEach(one -> ReplyRules.checked(served, one));
  }
}
