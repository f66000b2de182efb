package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.place.Guild;
import dev.readout.index.IndexDirectory;
import dev.readout.index.IndexUnavailableException;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Departures;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is erased: of a server that the bot was taken out of, and of who wants to be forgotten. */
@ExtendWith(ShippedIndex.class)
final class BotErasureTest {
  private static final String FEED = "/feed";
  private static final Duration KEPT = Duration.ofDays(30);

  private ServedSources scene;
  private Guild guild;

  @BeforeEach
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    scene = ServedSources.start(index, folder);
    guild = scene.served.discord().guild();
    URI page = scene.release();
    scene.added(page);
    scene.site.feed(FEED, page);
    done(
        scene
            .manager
            .slash("source feed add")
            .option("kind", "RSS or Atom feed")
            .option("url", scene.site.at("www.commerce.gov", FEED).toString())
            .send());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void leave() {
    scene.served.discord().gateway().leave(guild);
    awaitNoted("server.leave");
  }

  private void comeBack() {
    scene.served.discord().gateway().comeBack(guild);
    awaitNoted("server.return");
  }

  private void awaitNoted(String action) {
    await().atMost(scene.served.discord().patience()).until(() -> newest().equals(action));
  }

  private List<String> actions() {
    return new AuditTable(scene.served.database())
        .newest(scene.scope, 100).stream().map(AuditEntry::action).toList();
  }

  private String newest() {
    return actions().getFirst();
  }

  /** How often the feed and the page were asked for when the watch has looked. */
  private int looks() {
    scene.clock.advance(Duration.ofDays(8));
    scene.served.sources().watch().look();
    return scene.site.asked().size();
  }

  private boolean isAllThere() {
    return scene.served.sources().sources().find(scene.scope, 1).isPresent()
        && !scene.served.sources().feeds().list(scene.scope).isEmpty();
  }

  @Test
  void leave_feedsAndPagesStopAtOnce_comeBack_theyGoOn() {
    int before = looks();
    leave();
    assertThat(looks()).isEqualTo(before);

    comeBack();
    assertThat(looks()).isGreaterThan(before);
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
    assertThat(done(scene.manager.slash("source feed list").send()).text())
        .startsWith("### Feeds · 1 in all");
    assertThat(done(scene.manager.slash("audit").send()).text())
        .contains("server.leave", "server.return");
  }

  /** What happened while the bot was not connected shows when it is. */
  @Test
  void restart_leftMeanwhile_isNoted() {
    leave();
    scene.served.restart();
    int before = scene.site.asked().size();
    assertThat(looks()).isEqualTo(before);
    assertThat(newest()).isEqualTo("server.leave");
  }

  @Test
  void left_forAsLongAsIsSet_allIsDeleted() {
    leave();
    scene.clock.advance(KEPT.minusDays(1));
    scene.served.sources().eraseDeparted(KEPT);
    assertThat(isAllThere()).isTrue();

    scene.clock.advance(Duration.ofDays(2));
    scene.served.sources().eraseDeparted(KEPT);
    assertThat(scene.isThere(1)).isFalse();
    assertThat(scene.served.sources().feeds().list(scene.scope)).isEmpty();
    assertThat(new Departures(scene.served.database()).withSomething()).isEmpty();

    scene.served.discord().gateway().comeBack(guild);
    assertThat(done(scene.manager.slash("audit").send()).text())
        .contains("server.leave", "source.forget", "feed.forget", "server.erase");
  }

  /** A bot that is stopped meanwhile, or whose index is being changed, does it later. */
  @Test
  void left_indexCannotBeRemoved_isDeletedTheNextTime() {
    leave();
    scene.clock.advance(KEPT.plusDays(1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scene.served.sources().eraseDeparted(KEPT))
        .isInstanceOfAny(IndexUnavailableException.class, StoreUnavailableException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(isAllThere()).isTrue();

    scene.served.sources().eraseDeparted(KEPT);
    assertThat(isAllThere()).isFalse();
  }

  @Test
  void forgetMe_moderator_isToldOfTheirId_andMayHaveItReplaced() {
    String id = "<@" + scene.manager.id() + ">";
    assertThat(done(scene.manager.slash("audit").send()).text()).contains(id);
    assertThat(done(scene.manager.slash("forget-me").send()).text())
        .startsWith("Erased: 0 votes")
        .contains("Your id stays", "2 entries of the audit log, 1 source and 1 feed");
    assertThat(done(scene.manager.slash("source show").option("number", "1").send()).text())
        .contains(id);

    String replaced =
        done(scene.manager.slash("forget-me").option("as-moderator", true).send()).text();
    assertThat(replaced).contains("there is now `moderator-");
    String pseudonym = replaced.replaceAll("(?s).*`(moderator-[0-9a-f]{16})`.*", "$1");
    assertThat(done(scene.manager.slash("audit").send()).text())
        .contains(pseudonym, "source.add", "feed.add")
        .doesNotContain(id);
    assertThat(done(scene.manager.slash("source show").option("number", "1").send()).text())
        .contains(pseudonym)
        .doesNotContain(id);
    assertThat(done(scene.manager.slash("forget-me").send()).text())
        .endsWith("Nothing else of you was kept.");
  }

  @Test
  void privacy_says_howLong() {
    assertThat(done(scene.manager.slash("privacy").send()).text())
        .contains("its feeds stop at once", "deleted after 30 days");
  }
}
