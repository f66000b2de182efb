package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.place.Channel;
import dev.readout.index.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is watched, where, and by whom it may be said. */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BotWatchTest {
  private static final String RULE = "2025-09-29-bis-affiliates-rule";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedSources scene;
  private Person manager;
  private Person alice;
  private Channel channel;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    scene = ServedSources.start(index, folder);
    manager = scene.manager;
    alice = scene.served.person("Alice");
    channel = scene.served.discord().guild().channels().getFirst();
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private static SlashCall measure(Person person) {
    return person.slash("watch measure").option("measure", RULE);
  }

  @Test
  @Order(1)
  void watch_channel_isForModerators() {
    Message refused = done(measure(alice).option("channel", channel).send());
    assertThat(refused.text()).contains("for moderators to say");
    assertThat(done(measure(alice).send()).text())
        .startsWith("Watched: The Affiliates Rule")
        .contains("You are told in private when it changes");
    assertThat(
            done(alice.slash("watch weekly").option("day", "Monday").option("hour", 9).send())
                .text())
        .isEqualTo("You get the week in short in private: every Monday from 9:00 (UTC).");
    assertThat(done(measure(alice).send()).text()).contains("already");
    assertThat(done(measure(manager).option("channel", channel).send()).text())
        .contains("<#" + channel.id() + ">");
    assertThat(done(alice.slash("watch list").send()).text())
        .contains("in private", "**1** measure · The Affiliates Rule")
        .doesNotContain(channel.id());
    assertThat(done(manager.slash("watch list").send()).text())
        .contains("<#" + channel.id() + ">", "**1** measure · The Affiliates Rule");
  }

  @Test
  void watch_channelThatTheBotMayNotWriteIn_isNotAdded() {
    Channel notices = scene.served.discord().guild().channel("notices");
    assertThat(done(measure(manager).option("channel", notices).send()).text())
        .startsWith("Readout may not write in <#" + notices.id() + ">");
    assertThat(done(manager.slash("watch list").send()).text()).doesNotContain(notices.id());
  }

  @Test
  void watch_unknownSubject_isToldBeforeAnythingIsAcknowledged() {
    Interaction asked = alice.slash("watch topic").option("topic", "no-such").send();
    assertThat(done(asked).text()).contains("There is no “no-such”");
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  @Test
  @Order(3)
  void forgetMe_privateWatches_areErased() {
    assertThat(done(alice.slash("forget-me").send()).text()).contains("and 2 watches");
    assertThat(done(alice.slash("watch list").send()).text()).isEqualTo("Nothing is watched.");
  }

  @Test
  @Order(2)
  void stop_number_isWatchedNoLonger() {
    done(
        manager
            .slash("watch quiet")
            .option("from", 22)
            .option("to", 7)
            .option("zone", "Asia/Shanghai")
            .option("channel", channel)
            .send());
    assertThat(done(manager.slash("watch list").send()).text())
        .contains("silent from 22:00 to 7:00 (Asia/Shanghai), 10 messages a day");
    assertThat(
            done(manager
                    .slash("watch quiet")
                    .option("zone", "Mars")
                    .option("channel", channel)
                    .send())
                .text())
        .contains("no time zone");
    Message stopped = done(manager.slash("watch stop").option("number", 1).send());
    assertThat(stopped.text()).startsWith("No longer watched: measure · The Affiliates Rule");
    assertThat(done(manager.slash("watch list").send()).text()).isEqualTo("Nothing is watched.");
  }
}
