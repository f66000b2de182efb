package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.IndexDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged before any work, whatever else is going on; and what is too much is said so. */
@ExtendWith(ShippedIndex.class)
final class BotLimitsTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final TestClock clock = new TestClock(ShippedIndex.CLOCK.instant());

  private ServedBot serve(IndexDirectory index, DiscordSettings.Limits limits) {
    return ServedBot.start(index, folder, limits, clock);
  }

  /** Waits for the clock while work is held. */
  private static Interaction askStatus(Person person) {
    return person.slash("status").option("measure", "affiliates rule").send();
  }

  private static void assertIsPrivateNotice(ServedBot served, Interaction asked, String says) {
    Message reply = asked.reply();
    assertThat(reply.text()).contains(says);
    assertThat(reply.isEphemeral()).isTrue();
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
    served.discord().journal().await("POST", "interactions/.*/" + asked.token() + "/.*");
    assertThat(served.sent(asked)).extracting(Exchange::method).containsExactly("POST");
  }

  /** By Discord's clock, since Discord shows it. */
  private static void assertMayTryAgainInHalfAMinute(Interaction asked) {
    Matcher when = Pattern.compile("<t:(\\d+):R>").matcher(asked.reply().text());
    assertThat(when.find()).isTrue();
    assertThat(Instant.ofEpochSecond(Long.parseLong(when.group(1))))
        .isBetween(asked.madeAt(), asked.madeAt().plusSeconds(31));
  }

  @Test
  void ask_whileAllWorkIsHeld_isAcknowledgedAtOnce(IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.limits(1, 50, 600, 6_000))) {
      Person alice = served.person("Alice");
      clock.holdWork();
      List<Interaction> asked = Stream.generate(() -> askStatus(alice)).limit(20).toList();

      asked.forEach(
          one -> {
            assertThat(one.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
            assertThat(one.acknowledged().after()).isLessThan(Duration.ofSeconds(3));
            assertThat(one.original().orElseThrow().isLoading()).isTrue();
          });
      assertThat(alice.slash("explain").typing("term", "ent").choices()).isNotEmpty();
      clock.releaseWork();
      asked.forEach(one -> ReplyRules.checked(served, one));
    }
  }

  @Test
  void ask_everyPlaceTaken_saysSoInPrivateAndRecovers(IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.limits(1, 1, 600, 6_000))) {
      Person alice = served.person("Alice");
      clock.holdWork();
      Interaction working = askStatus(alice);
      Interaction waiting = askStatus(alice);
      assertThat(working.acknowledged()).isNotNull();
      assertThat(waiting.acknowledged()).isNotNull();

      assertIsPrivateNotice(served, askStatus(alice), "as many questions as it can work on");
      clock.releaseWork();
      ReplyRules.checked(served, working);
      ReplyRules.checked(served, waiting);
      await().atMost(SOON).until(() -> !askStatus(alice).reply().text().contains("as many"));
    }
  }

  @Test
  void ask_memberTooOften_saysWhenToTryAgainHoweverTheClockIsSet(IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.limits(4, 50, 2, 6_000))) {
      Person alice = served.person("Alice");
      Message answer = ReplyRules.checked(served, askStatus(alice));
      ReplyRules.checked(served, askStatus(alice));

      Interaction third = askStatus(alice);
      assertIsPrivateNotice(served, third, "You have asked as often as one member may");
      assertMayTryAgainInHalfAMinute(third);
      ReplyRules.checked(served, askStatus(served.person("Bob")));
      assertThat(alice.press(answer, "🗑️").acknowledged().type())
          .isEqualTo(Acknowledgement.DEFERRED_UPDATE);
      assertMayTryAgainInHalfAMinute(askStatus(alice.withLocale("zh-CN")));

      for (int hours : new int[] {1, -2}) {
        clock.advance(Duration.ofHours(hours));
        assertMayTryAgainInHalfAMinute(askStatus(alice));
      }
    }
  }

  @Test
  void moderatorsAndWhatIsAboutTheBot_doNotCount(IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.limits(4, 50, 1, 1))) {
      Person manager = served.person("Mo").asManager();
      for (String command :
          List.of("settings show", "audit", "source list", "help", "about", "ping", "privacy")) {
        ReplyRules.checked(served, manager.slash(command).send());
      }

      ReplyRules.checked(served, askStatus(manager));
      assertIsPrivateNotice(served, askStatus(manager), "You have asked as often");
      assertThat(ReplyRules.checked(served, manager.slash("settings show").send()).text())
          .contains("Settings of this server");
    }
  }

  @Test
  void ask_serverTooOften_saysWhenToTryAgainThereOnly(IndexDirectory index) {
    try (ServedBot served = serve(index, ServedBot.limits(4, 50, 600, 2))) {
      ReplyRules.checked(served, askStatus(served.person("Alice")));
      ReplyRules.checked(served, askStatus(served.person("Bob")));

      Interaction third = askStatus(served.person("Carol"));
      assertIsPrivateNotice(served, third, "This server has asked as often");
      assertMayTryAgainInHalfAMinute(third);
      ReplyRules.checked(served, askStatus(served.person("Carol").in(Place.botDm())));
    }
  }

  @Test
  void close_whileWorking_finishesThatAndTakesNoMore(IndexDirectory index)
      throws InterruptedException {
    try (ServedBot served = serve(index, ServedBot.GENEROUS)) {
      Person alice = served.person("Alice");
      clock.holdWork();
      Interaction working = askStatus(alice);
      assertThat(working.acknowledged()).isNotNull();
      Thread closing = Thread.ofPlatform().start(served.bot()::close);
      await()
          .atMost(SOON)
          .until(() -> askStatus(alice).acknowledged().type() == Acknowledgement.MESSAGE);

      assertIsPrivateNotice(served, askStatus(alice), "as many questions as it can work on");
      assertThat(closing.isAlive()).isTrue();
      clock.releaseWork();
      assertThat(Shown.unescaped(ReplyRules.checked(served, working).text())).contains("As of ");
      assertThat(closing.join(SOON)).isTrue();
    }
  }
}
