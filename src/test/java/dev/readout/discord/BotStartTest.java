package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ServingIndexes;
import dev.readout.answer.ShippedIndex;
import dev.readout.discord.Bot.StartException;
import dev.readout.discord.DiscordSettings.BotToken;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Observer;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.gateway.CloseCode;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.Database;
import dev.readout.store.RegistrationTable;
import dev.readout.store.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the bot comes up, what it tells Discord of its commands, and why it ends. */
@ExtendWith(ShippedIndex.class)
final class BotStartTest {
  private static final String COMMANDS = "applications/.*/commands";
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private StartException failure(IndexDirectory index, DiscordSettings settings) {
    try (Database database = TestDatabase.open(folder.resolve("readout.db"), ShippedIndex.CLOCK);
        ServingIndexes serving = ServingIndexes.globalOnly(index.open(), ShippedIndex.CLOCK);
        SourceCatalogue sources =
            ServedBot.sources(database, serving, folder, ShippedIndex.CLOCK)) {
      Supplies supplies = new Supplies(serving, sources, database);
      return catchThrowableOfType(
          StartException.class,
          () -> Bot.start(settings, supplies, ShippedIndex.CLOCK, "test", Observer.NOBODY).close());
    }
  }

  @Test
  void start_wrongToken_saysThatDiscordRefusesIt(IndexDirectory index) {
    try (StandIn discord = StandIn.start(StandInSettings.defaults().withToken("the-right-one"))) {
      DiscordSettings settings =
          new DiscordSettings(
              new BotToken("a-secret-but-wrong-one"),
              URI.create(discord.apiUrl()),
              URI.create(discord.gatewayUrl()),
              DiscordSettings.Shards.ADVISED,
              Set.of(),
              ServedBot.GENEROUS);
      StartException failure = failure(index, settings);

      assertThat(failure.isTokenRefused()).isTrue();
      assertThat(failure).hasMessageContaining("refuses the token");
      assertThat(failure.getMessage()).doesNotContain("wrong-one");
    }
  }

  @Test
  void start_nothingListening_saysThatDiscordCannotBeReached(IndexDirectory index) {
    DiscordSettings settings;
    try (StandIn gone = StandIn.start()) {
      settings = ServedSettings.of(gone, ServedBot.GENEROUS);
    }
    StartException failure = failure(index, settings);

    assertThat(failure.isTokenRefused()).isFalse();
    assertThat(failure).hasMessageContaining("cannot be reached").hasMessageContaining("127.0.0.1");
  }

  @Test
  void start_discordAnswersNonsense_saysWhatItAnswered(IndexDirectory index) {
    try (StandIn discord = StandIn.start()) {
      discord.fail(RestFault.on("GET", "gateway/bot").status(403));
      StartException failure = failure(index, ServedSettings.of(discord, ServedBot.GENEROUS));

      assertThat(failure.isTokenRefused()).isFalse();
      assertThat(failure.getMessage()).contains("cannot be reached", "403").doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    CloseCode.AUTHENTICATION_FAILED + ", TOKEN_REFUSED",
    CloseCode.DISALLOWED_INTENTS + ", DISCONNECTED"
  })
  void awaitEnd_discordClosesForGood_saysWhy(int code, Bot.End why, IndexDirectory index) {
    try (ServedBot served = ServedBot.start(index, folder)) {
      jdaLog.expect("cannot be recovered");
      assertThat(served.bot().connections().areAllUp()).isTrue();
      CompletableFuture<Bot.End> end = CompletableFuture.supplyAsync(() -> awaitEnd(served.bot()));
      served.discord().gateway().close(code);

      assertThat(end).succeedsWithin(SOON).isEqualTo(why);
      assertThat(served.discord().gateway().identified()).isEqualTo(1);
    }
  }

  private static Bot.End awaitEnd(Bot bot) {
    try {
      return bot.awaitEnd();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void awaitEnd_closed_saysSo(IndexDirectory index) {
    try (ServedBot served = ServedBot.start(index, folder)) {
      Bot bot = served.bot();
      bot.close();

      assertThat(awaitEnd(bot)).isEqualTo(Bot.End.CLOSED);
      assertThat(bot.connections().areAllUp()).isFalse();
    }
  }

  @Test
  void commands_secondStart_areNotRegisteredAgain(IndexDirectory index) {
    try (ServedBot served = ServedBot.start(index, folder)) {
      served.restart();
      served.discord().journal().await(2, "GET", COMMANDS);
      ReplyRules.checked(served, served.person("Alice").slash("about").send());

      assertThat(served.discord().journal().exchanges("PUT", COMMANDS)).hasSize(1);
    }
  }

  @Test
  void commands_ofAnotherVersionRegistered_areReplacedOnce(IndexDirectory index) {
    try (ServedBot served = ServedBot.start(index, folder)) {
      long application = Long.parseLong(served.discord().applicationId());
      RegistrationTable registrations = new RegistrationTable(served.database());
      String ours = registrations.hash(application).orElseThrow();
      int commands = served.discord().commands().global().size();
      registrations.save(application, "another");
      served.restart();
      served.discord().journal().await(2, "PUT", COMMANDS);

      assertThat(served.discord().commands().global()).hasSize(commands);
      await()
          .atMost(SOON)
          .until(
              () -> new RegistrationTable(served.database()).hash(application),
              hash -> hash.filter(ours::equals).isPresent());
      assertThat(served.discord().journal().exchanges("PUT", COMMANDS)).hasSize(2);
    }
  }
}
