package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.index.IndexDirectory;
import dev.readout.store.AuditTable;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.MatterTable;
import dev.readout.store.NoteTable;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/**
 * A server's moderators name a channel, are told there what waits, and decide there; another server
 * has as much that waits and no such channel.
 */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BotModeratorsChannelTest {
  private final Guild here = Guild.named("Trade desk");
  private final Guild elsewhere = Guild.named("Zeppelin club");
  private final Channel trade = here.channel("trade");
  private final Scope server = Scope.ofServer(Long.parseLong(here.id()));

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot served;
  private Person alice;
  private Person editor;
  private Person manager;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) {
    served =
        ServedBot.start(
            index,
            folder,
            ServedBot.GENEROUS,
            StandInSettings.defaults().withGuilds(here, elsewhere));
    alice = served.person("Alice");
    editor = served.person("Ed").withRole(here.editors());
    manager = served.person("Mo").asManager();
  }

  @AfterAll
  void close() {
    served.close();
  }

  private Message settings(Channel channel) {
    return done(manager.slash("settings channel moderators").option("channel", channel).send());
  }

  private void wait(Scope scope, String id) {
    AddedRecord.waiting(
        served,
        scope,
        new RecordSketch(id, Kind.READOUT, Side.OTHER)
            .published("2026-11-20")
            .topics("tariffs")
            .says("The talks on " + id + " go on."));
  }

  private List<Message> told() {
    return served.discord().messages(trade.id());
  }

  /** Whatever there is to tell has been written down and sent. */
  private void awaitTold() {
    MatterTable matters = new MatterTable(served.database());
    NoteTable notes = new NoteTable(served.database());
    served.bot().watching().hurry();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> matters.untold(server).isEmpty() && notes.count() == 0);
  }

  @Test
  @Order(1)
  void settings_channel_isNowhereAtFirstAndWhereTheBotMayWrite() {
    assertThat(done(manager.slash("settings show").send()).text())
        .contains("**Moderators are told what waits:** nowhere");
    assertThat(settings(here.channel("notices")).text()).startsWith("Readout may not write in");
    assertThat(done(manager.slash("settings channel moderators").send()).text())
        .isEqualTo("Nothing was changed.");
    assertThat(settings(trade).text())
        .contains("moderators are told in: none → " + trade.id(), "waits:** <#" + trade.id() + ">");
    assertThat(settings(trade).text()).isEqualTo("Nothing was changed.");
    assertThat(done(manager.slash("watch list").send()).text())
        .contains("<#" + trade.id() + ">", "moderators · what waits, fails or is not liked");
    assertThat(new AuditTable(served.database()).newest(server, 1))
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo("settings.change"));
    assertThat(done(manager.slash("help").send()).text()).contains("where moderators are told");
    assertThat(done(alice.slash("privacy").send()).text())
        .contains("the receipt of an answer that was called wrong or out of date");
  }

  @Test
  @Order(2)
  void matters_ofTheServer_areToldOnceWithoutWhoVoted() throws Exception {
    Message answer =
        ReplyRules.checked(
            served, alice.slash("ask").option("question", "what is the entity list?").send());
    served.dislike(alice, answer, "Out of date");
    wait(server, "licences");
    wait(server, "soybeans");
    wait(Scope.ofServer(Long.parseLong(elsewhere.id())), "zeppelins");
    FeedTable feeds = new FeedTable(served.database());
    Feed feed =
        feeds.add(server, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), "1");
    feeds.checked(
        server, feed.number(), new FeedHealth(null, null, 3, FeedHealth.DENIED, null, null));
    awaitTold();

    String text = String.join("\n", told().stream().map(Message::text).toList());
    assertThat(text)
        .contains("🔔 For moderators", "**1** · [licences", "**2** · [soybeans")
        .contains("⚠️ Fails: **1** · ", "failures in a row: 3")
        .containsPattern("👎 Called wrong: the answer of receipt `[0-9A-Z]+` .*Out of date 1")
        .doesNotContain("zeppelins", alice.id(), "entity list?");
    served.restart();
    awaitTold();
    assertThat(told().stream().map(Message::text).toList().toString())
        .containsOnlyOnce("[soybeans]");
    assertThat(served.discord().messages(here.channel("general").id()))
        .noneMatch(message -> message.text().contains("🔔"));
    elsewhere
        .channels()
        .forEach(channel -> assertThat(served.discord().messages(channel.id())).isEmpty());
  }

  private Message with(String button) {
    return told().stream()
        .filter(message -> message.buttonLabels().contains(button))
        .findFirst()
        .orElseThrow();
  }

  private SourceState state(long number) {
    return served.sources().sources().find(server, number).orElseThrow().state();
  }

  @Test
  @Order(3)
  void press_approveAndRefuse_isForModeratorsByTheirRightsThen() {
    assertThat(done(alice.press(with("Approve 1"), "Approve 1")).text())
        .startsWith("This is for moderators");
    assertThat(done(editor.press(with("Refuse 2"), "Refuse 2")).text())
        .startsWith("This is for moderators");
    done(manager.slash("settings moderators").role("add", here.editors()).send());
    assertThat(done(editor.press(with("Refuse 2"), "Refuse 2")).text()).contains("2");
    assertThat(state(2)).isEqualTo(SourceState.REFUSED);
    done(manager.slash("settings moderators").role("remove", here.editors()).send());
    assertThat(done(editor.press(with("Approve 1"), "Approve 1")).text())
        .startsWith("This is for moderators");
    assertThat(state(1)).isEqualTo(SourceState.WAITING);
    assertThat(done(manager.press(with("Approve 1"), "Approve 1")).buttonLabels())
        .contains("Reindex now");
    assertThat(state(1)).isEqualTo(SourceState.ACCEPTED);
    assertThat(done(manager.press(with("Approve 1"), "Approve 1")).text()).contains("accepted");
    String show =
        told().stream()
            .flatMap(message -> message.buttonLabels().stream())
            .filter(label -> label.startsWith("Show "))
            .findFirst()
            .orElseThrow();
    assertThat(done(manager.press(with(show), show)).text()).contains("Entity List");
  }

  @Test
  @Order(4)
  void settings_cleared_tellsNothingMore() {
    done(manager.slash("settings channel moderators").option("clear", true).send());
    int before = told().size();
    wait(server, "bicycles");
    assertThat(new MatterTable(served.database()).places()).isEmpty();
    settings(trade);
    awaitTold();
    assertThat(told()).hasSize(before + 1);
    assertThat(told().getLast().text()).contains("bicycles").doesNotContain("[soybeans]");
    Message sure = done(manager.slash("settings reset").send());
    assertThat(done(manager.press(sure, sure.buttonLabels().getFirst())).text())
        .contains("moderators are told in: " + trade.id() + " → none", "waits:** nowhere");
  }
}
