package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.SourceSite;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that a server watches, and what waits for approval. */
@ExtendWith(ShippedIndex.class)
final class BotFeedsTest {
  private static final String PAGE = ServedSources.PAGE;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedSources scene;
  private SourceSite site;
  private Person manager;

  @BeforeEach
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    scene = ServedSources.start(index, folder);
    site = scene.site;
    manager = scene.manager;
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Message list(String state) {
    return done(manager.slash("source list").option("state", state).send());
  }

  private Message watch(URI feed) {
    return done(
        manager
            .slash("source feed add")
            .option("kind", "RSS or Atom feed")
            .option("url", feed.toString())
            .send());
  }

  @Test
  void feed_added_isCheckedAtOnceAndItsItemsWait() throws IOException {
    URI page = scene.release();
    site.feed("/feed", page, site.at("www.commerce.gov", "/gone"));
    Message added = watch(site.at("www.commerce.gov", "/feed"));

    assertThat(added.text())
        .startsWith("Feed **1** is watched")
        .contains("1 new document, waiting for approval", "1 document could not be had");
    Message waiting = done(manager.slash("source approve").send());
    assertThat(waiting.text()).contains("Inbox · 1 waiting", "Model Minister", "feed 1");
    Message shown = done(manager.press(waiting, "# 1"));
    assertThat(shown.text()).contains("**State:** waiting", "feed 1");
    assertThat(shown.buttonLabels()).containsExactly("Approve", "Edit", "Refuse");
    assertThat(done(manager.press(shown, "Approve")).text())
        .startsWith("Number **1** is accepted")
        .contains("reindex");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
    assertThat(done(manager.press(shown, "Approve")).text())
        .startsWith("Number **1** is accepted: that cannot be done");
    assertThat(watch(site.at("www.commerce.gov", "/feed")).text())
        .isEqualTo("That is feed **1** already.");
    assertThat(done(manager.slash("source feed check").option("number", "1").send()).text())
        .contains("Feed **1**:");
  }

  @Test
  void feed_itemRefused_doesNotComeAgain() throws IOException {
    site.feed("/feed", scene.release());
    watch(site.at("www.commerce.gov", "/feed"));
    assertThat(scene.source("refuse", "1").text()).startsWith("Number **1** is refused");
    site.feed("/feed", scene.release(), site.at("www.commerce.gov", PAGE + "?again"));
    done(manager.slash("source feed check").option("number", "1").send());

    assertThat(list("waiting").text()).isEqualTo("Nothing waits for approval.");
    Message refused = list("refused");
    assertThat(refused.text()).contains("refused");
    Message shown = done(manager.press(refused, "# 1"));
    assertThat(done(manager.press(shown, "Take back")).text()).contains("is accepted");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
  }

  @Test
  void approve_withoutADay_leadsToTheForm() throws IOException {
    String dated = SourceSite.fixture("ustr-press-release.html");
    site.text(PAGE, "text/html", dated.replace("May 12, 2026", ""));
    site.feed("/feed", site.at("ustr.gov", PAGE));
    watch(site.at("ustr.gov", "/feed"));
    Message refused = scene.source("approve", "1");

    assertThat(refused.text()).startsWith("The day of publication is missing");
    Modal form = manager.press(refused, "Complete and approve").modal();
    assertThat(form.field("day").orElseThrow().value()).isEmpty();
    Message approved = done(manager.fill(form).enter("day", "2026-05-12").submit());
    assertThat(approved.text()).startsWith("Number **1** is accepted");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
  }

  @Test
  void edit_ofWhatWaits_leavesItWaiting() throws IOException {
    site.feed("/feed", scene.release());
    watch(site.at("www.commerce.gov", "/feed"));
    Modal form = manager.slash("source edit").option("number", "1").send().modal();

    assertThat(done(manager.fill(form).enter("title", "Other").submit()).text())
        .isEqualTo("Number **1** is changed and still waits for approval.");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.WAITING);
  }

  @Test
  void feed_thatIsNone_saysWhatToDo() throws IOException {
    URI page = scene.release();

    assertThat(watch(page).text()).contains("It could not be read", "no list of this kind");
    assertThat(watch(site.at("www.commerce.gov", "/nothing")).text()).contains("404");
    Message list = done(manager.slash("source feed list").send());
    assertThat(list.text())
        .startsWith("### Feeds · 2 in all")
        .contains("RSS or Atom feed", "no list of this kind");
    assertThat(done(manager.slash("source feed remove").option("number", "2").send()).text())
        .startsWith("Feed **2** is watched no longer");
    assertThat(done(manager.slash("source feed remove").option("number", "2").send()).text())
        .startsWith("There is no feed of that number here");
    assertThat(manager.slash("source feed check").typing("number", "").choices())
        .singleElement()
        .satisfies(choice -> assertThat(choice.name()).startsWith("1 · http"));
  }

  @Test
  void feed_listPage_takesTheLinksOfItsPattern() throws IOException {
    scene.release();
    site.text(
        "/list",
        "text/html",
        "<html><body><a href=\"%s\">Release</a><a href=\"/about\">About</a></body></html>"
            .formatted(PAGE));
    Message added =
        done(
            manager
                .slash("source feed add")
                .option("kind", "Page of links")
                .option("url", site.at("www.commerce.gov", "/list").toString())
                .option("pattern", "/news/*")
                .send());

    assertThat(added.text()).contains("1 new document, waiting");
    assertThat(site.asked()).contains(PAGE).doesNotContain("/about");
  }

  @Test
  void feed_withoutWhatItNeeds_saysWhat() {
    var rss = manager.slash("source feed add").option("kind", "RSS or Atom feed");
    assertThat(done(rss.send()).text()).isEqualTo("Give the address of the feed or page.");
    assertThat(done(rss.option("pattern", "/a/*").send()).text()).contains("pages of links only");
    var register = manager.slash("source feed add").option("kind", "Federal Register search");
    assertThat(done(register.send()).text()).startsWith("Give an agency, a term");
    assertThat(done(register.option("term", "entity list").option("agency", "bis").send()).text())
        .contains("federalregister.gov/api/v1/documents.json?conditions%5Bagencies%5D%5B%5D=bis");
    assertThat(scene.served.sources().feeds().list(scene.scope))
        .singleElement()
        .satisfies(
            feed -> assertThat(feed.address()).contains("&conditions%5Bterm%5D=entity+list"));
  }
}
