package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import dev.readout.ops.Asking;
import dev.readout.ops.Ops;
import dev.readout.ops.Scraped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} says of what the bot does. */
@ExtendWith(ShippedIndex.class)
final class BotMetricsTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String QUESTION = "is the affiliates rule in force?";
  private static final String ASKS = "readout_asks_total";
  private static final String INTERACTIONS = "readout_interactions_total";
  private static final String REST = "readout_discord_rest_seconds_count";

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Ops ops;
  private Asking asking;
  private ServedBot served;
  private Person alice;

  @BeforeEach
  void start(IndexDirectory index) {
    ops = Ops.start(Asking.ANY_PORT, "test");
    asking = new Asking(ops.address());
    served = ServedBot.startWatched(index, folder, ServedBot.limits(2, 0, 6, 6_000), ops);
    alice = served.person("Alice");
  }

  @AfterEach
  void close() {
    served.close();
    asking.close();
    ops.close();
  }

  private Scraped scraped() {
    return Scraped.of(asking.get("/metrics").body());
  }

  private void awaitCount(double count, String name, String... labels) {
    await().atMost(SOON).until(() -> scraped().sum(name, labels), sum -> sum == count);
  }

  private Interaction ask(Person person, String question) {
    return person.slash("ask").option("question", question).send();
  }

  @Test
  void asks_everyOutcome_isCountedWithItsLanguage() {
    Message answer = ReplyRules.checked(served, ask(alice, QUESTION));
    ReplyRules.checked(served, ask(alice, "best pizza in Shanghai"));
    ReplyRules.checked(served, ask(alice, "???"));
    ReplyRules.checked(
        served, alice.slash("ask").option("question", QUESTION).option("since", "soon").send());
    ReplyRules.checked(
        served, alice.choose(answer, answer.selects().getFirst().options().getFirst().label()));
    ReplyRules.checked(served, ask(served.person("Bao").withLocale("zh-TW"), "稀土出口管制是什麼？"));
    for (int i = 0; i < 2; i++) {
      ReplyRules.checked(served, ask(alice, QUESTION));
    }
    assertThat(ask(alice, QUESTION).reply().text()).contains("again");

    awaitCount(1, ASKS, "outcome", "turned_away", "language", "en");
    awaitCount(4, ASKS, "outcome", "answered", "language", "en");
    awaitCount(1, ASKS, "outcome", "declined", "language", "en");
    awaitCount(2, ASKS, "outcome", "problem", "language", "en");
    awaitCount(1, ASKS, "language", "zh-TW");
    assertThat(scraped().sum(INTERACTIONS, "command", "related question", "outcome", "replied"))
        .isEqualTo(1);
    assertThat(scraped().sum(INTERACTIONS, "command", "ask", "outcome", "too_often")).isEqualTo(1);
    assertThat(scraped().sum("readout_answer_seconds_count")).isEqualTo(8);
    assertThat(scraped().sum("readout_acknowledgement_seconds_count")).isEqualTo(7);
    assertThat(scraped().sum("readout_answer_seconds_sum")).isPositive();
    assertThat(scraped().sum("readout_cache_requests_total", "result", "hit")).isEqualTo(2);
  }

  @Test
  void asks_failing_areCountedAsFailed() {
    served.indexes().close();
    assertThat(ask(alice, QUESTION).followUps(1)).hasSize(1);

    awaitCount(1, ASKS, "outcome", "failed", "language", "en");
    assertThat(scraped().sum(INTERACTIONS, "command", "ask", "outcome", "failed")).isEqualTo(1);
    assertThat(scraped().sum("readout_answer_seconds_count")).isZero();
  }

  @Test
  void asks_notTaken_areCountedOnceAndAsFailed() {
    served
        .discord()
        .fail(RestFault.on("PATCH", "webhooks/.*").refused(400, 50035, "Invalid Form Body"));
    ask(alice, QUESTION);

    awaitCount(1, ASKS, "outcome", "failed");
    assertThat(scraped().sum(INTERACTIONS, "outcome", "not_taken")).isEqualTo(1);
    assertThat(scraped().sum(ASKS)).isEqualTo(1);
  }

  @Test
  void rest_refusedAndRepeated_countsEveryCall() {
    served.discord().fail(RestFault.on("POST", "interactions/.*").rateLimited(1));
    served.discord().fail(RestFault.on("PATCH", "webhooks/.*").status(502));
    ReplyRules.assertFits(ask(alice, QUESTION).reply());

    awaitCount(1, REST, "route", "interactions", "status", "429");
    awaitCount(1, REST, "route", "interactions", "status", "2xx");
    awaitCount(1, REST, "route", "webhooks", "status", "5xx");
    awaitCount(1, REST, "route", "webhooks", "status", "2xx");
    assertThat(scraped().sum(REST, "route", "applications")).isPositive();
  }

  @Test
  void gateway_cutAndLost_countsWhatBecameOfIt() {
    jdaLog.expect("Appending to reconnect queue");
    awaitCount(1, "readout_gateway_changes_total", "change", "ready");
    served.discord().gateway().cut();
    served.discord().gateway().awaitResumed(1);
    awaitCount(1, "readout_gateway_changes_total", "change", "resumed");
    served.discord().gateway().invalidateSessions(/* isResumable= */ false);

    awaitCount(1, "readout_gateway_changes_total", "change", "recreated");
    awaitCount(1, "readout_gateway_shards_connected");
    assertThat(scraped().sum("readout_gateway_changes_total", "change", "lost")).isEqualTo(2);
    assertThat(scraped().sum("readout_gateway_shards")).isEqualTo(1);
  }

  @Test
  void typing_isCountedByOutcome() {
    alice.slash("ask").typing("question", "affil").choices();
    awaitCount(1, "readout_autocomplete_seconds_count", "outcome", "made");
    served.indexes().close();
    alice.slash("ask").typing("question", "affil").choices();

    awaitCount(1, "readout_autocomplete_seconds_count", "outcome", "failed");
  }

  @Test
  void work_asMuchAsThereMayBe_isShownAndMoreIsCountedAsBusy() {
    Duration slowly = Duration.ofSeconds(2);
    served.discord().fail(RestFault.on("POST", "interactions/.*").slow(slowly).times(2));
    List<Interaction> both = List.of(ask(alice, QUESTION), ask(alice, QUESTION));
    awaitCount(2, "readout_work_waiting", "crew", "members");
    ask(alice, QUESTION);

    awaitCount(1, INTERACTIONS, "command", "ask", "outcome", "busy");
    awaitCount(1, ASKS, "outcome", "turned_away");
    both.forEach(one -> ReplyRules.assertFits(one.reply()));
    awaitCount(0, "readout_work_waiting", "crew", "members");
    assertThat(scraped().sum("readout_work_places", "crew", "members")).isEqualTo(2);
  }

  @Test
  void figures_ofIndexDatabaseAndHealth_areThere() {
    awaitCount(1, "readout_healthy", "check", "database");
    Scraped scraped = scraped();

    assertThat(scraped.sum("readout_index_records")).isGreaterThan(400);
    assertThat(scraped.sum("readout_index_statements")).isGreaterThan(2_000);
    assertThat(scraped.sum("readout_index_generation")).isPositive();
    assertThat(scraped.sum("readout_database_size_bytes")).isPositive();
    assertThat(scraped.sum("readout_sources", "state", "accepted")).isZero();
    assertThat(scraped.sum("jvm_memory_used_bytes")).isPositive();
    assertThat(scraped.sum("process_resident_memory_bytes")).isPositive();
  }

  @Test
  void metrics_scrapedManyTimesWhileAsking_areWholeEachTime() {
    List<CompletableFuture<Scraped>> scrapes =
        IntStream.range(0, 24)
            .mapToObj(_ -> CompletableFuture.supplyAsync(this::scraped, Thread::startVirtualThread))
            .toList();
    ReplyRules.checked(served, ask(alice, QUESTION));

    assertThat(scrapes).allSatisfy(one -> assertThat(one.join().sum("readout_version")).isOne());
  }
}
