package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.WorkerPool.Pools;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.SourceSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What takes long in one server, or for moderators, keeps nobody else waiting. */
@ExtendWith(ShippedIndex.class)
final class BotSlowWorkTest {
  private static final String BUSY = "as many questions as it can work on";

  /** More than there are threads for events. */
  private static final int KEYSTROKES = 12;

  /** A little less than it takes until completions are given up. */
  private static final Duration GIVEN_UP = Duration.ofMillis(1_400);

  private static final Duration DISCORD_WAITS = Duration.ofSeconds(3);

  private final Guild desk = Guild.named("Trade desk");
  private final Guild club = Guild.named("Zeppelin club");
  private final Guild market = Guild.named("Spice market");

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot serve(IndexDirectory index, DiscordSettings.Limits limits) {
    return ServedBot.start(
        index, folder, limits, StandInSettings.defaults().withGuilds(desk, club, market));
  }

  /** From now on the first who asks in the server, and all after them, wait for its own index. */
  private void holdOpening(ServedBot served) {
    RecordSketch record =
        new RecordSketch("pepper-notice", Kind.READOUT, Side.US)
            .title("pepper-notice")
            .says("Pepper importers must keep a ledger.");
    AddedRecord.accepted(served, Scope.ofServer(Long.parseLong(desk.id())), record);
    served.restart();
    served.opening().close();
  }

  private static Interaction askStatus(Person person) {
    return person.slash("status").option("measure", "affiliates rule").send();
  }

  private static Interaction type(Person person) {
    return person.slash("explain").typing("term", "enti");
  }

  @Test
  void typing_indexOfTheServerIsBeingOpened_offersNothingInTimeAndHoldsUpNothing(
      IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.GENEROUS)) {
      holdOpening(served);
      Person alice = served.person("Alice").in(Place.in(desk));
      Person bob = served.person("Bob").in(Place.in(club));

      List<Interaction> typed = Stream.generate(() -> type(alice)).limit(KEYSTROKES).toList();
      Interaction waiting = askStatus(alice);
      Interaction asked = askStatus(bob);
      Interaction completed = type(bob);

      Duration givenUp = typed.getLast().acknowledged().after();
      for (Interaction one : List.of(waiting, asked, completed)) {
        assertThat(one.acknowledged().after()).isLessThan(givenUp);
      }
      assertThat(waiting.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
      assertThat(completed.choices()).isNotEmpty();
      ReplyRules.checked(served, asked);
      for (Interaction one : typed) {
        assertThat(one.choices()).isEmpty();
        assertThat(one.acknowledged().after()).isBetween(GIVEN_UP, DISCORD_WAITS);
      }

      served.opening().open();
      ReplyRules.checked(served, waiting);
      await().atMost(served.discord().patience()).until(() -> !type(alice).choices().isEmpty());
    }
  }

  /** Sixteen are under way in one server at most. */
  @Test
  void typing_onAndOnWhereTheIndexIsBeingOpened_leavesOtherServersTheirCompletions(
      IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.GENEROUS)) {
      holdOpening(served);
      Person alice = served.person("Alice").in(Place.in(desk));

      List<Interaction> typed = Stream.generate(() -> type(alice)).limit(80).toList();
      Interaction elsewhere = type(served.person("Bob").in(Place.in(club)));

      assertThat(elsewhere.choices()).isNotEmpty();
      assertThat(typed).allSatisfy(one -> assertThat(one.choices()).isEmpty());
      served.opening().open();
      await().atMost(served.discord().patience()).until(() -> !type(alice).choices().isEmpty());
    }
  }

  @Test
  void moderators_waitingForASlowSite_takeNoPlacesOfAnswers(IndexDirectory index)
      throws IOException {
    try (SourceSite site = SourceSite.start();
        ServedBot served = serve(index, ServedBot.limits(1, 0, 600, 6_000))) {
      site.page("/release", "commerce-press-release.html");
      site.hold();
      List<Interaction> fetching = new ArrayList<>();
      for (String name : List.of("Mo", "Jo", "Bo")) {
        fetching.add(add(served.person(name).asManager().in(Place.in(market)), site));
      }
      Person fourth = served.person("Sam").asManager().in(Place.in(market));
      assertThat(fourth.slash("settings show").send().reply().text()).contains("Settings of");
      for (Guild guild : List.of(desk, club, market)) {
        Person manager = served.person("Mo").asManager().in(Place.in(guild));
        IntStream.range(guild.equals(market) ? 3 : 0, Pools.MODERATORS_OF_A_SERVER)
            .forEach(_ -> fetching.add(add(manager, site)));
      }
      assertThat(fetching).hasSizeGreaterThan(Pools.MODERATORS_AT_ONCE);
      assertThat(fetching)
          .allSatisfy(
              one ->
                  assertThat(one.acknowledged().type())
                      .isEqualTo(Acknowledgement.DEFERRED_MESSAGE));

      Interaction asked = askStatus(served.person("Alice").in(Place.in(desk)));
      assertThat(asked.acknowledged().after()).isLessThan(DISCORD_WAITS);
      ReplyRules.checked(served, asked);

      Person another = served.person("Sam").asManager().in(Place.in(desk));
      assertThat(add(another, site).reply().text()).contains(BUSY);

      site.release();
      fetching.forEach(ServedSources::done);
      Interaction later =
          await()
              .atMost(served.discord().patience())
              .until(() -> add(another, site), one -> !one.reply().text().contains(BUSY));
      assertThat(ServedSources.done(later).text()).contains("Commerce");
    }
  }

  private static Interaction add(Person manager, SourceSite site) {
    return manager
        .slash("source add")
        .option("url", site.at("www.commerce.gov", "/release").toString())
        .send();
  }
}
