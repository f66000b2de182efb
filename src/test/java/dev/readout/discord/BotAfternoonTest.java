package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.PicturePages;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.wire.UploadedFile;
import dev.readout.intake.extract.SamplePdf;
import dev.readout.ops.Asking;
import dev.readout.ops.Ops;
import dev.readout.ops.Scraped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A moderator's whole afternoon, from the first page to the coverage report, as {@code
 * docs/moderators.md} tells it. With {@code -Dpictures=FOLDER} what Discord would show is written
 * there, for {@code src/test/pictures.sh}.
 */
final class BotAfternoonTest {
  private static final String QUESTION = "Did the Sample Secretary speak with the Model Minister?";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern ID = Pattern.compile("[0-9]{15,20}");
  private static final Pattern RECEIPT = Pattern.compile("`([0-9A-Z]{6,})`");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Ops ops;
  private ServedSources scene;
  private Person mo;
  private Person alice;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    ops = Ops.start(Asking.ANY_PORT, "test");
    scene = ServedSources.startWatched(folder, ops);
    mo = scene.manager;
    alice = scene.served.person("Alice");
    scene.site.page("/zh/1", "mofcom-announcement-gb2312.html");
    scene.site.page("/about/1", "ustr-press-release.html");
    scene.site.page("/alert", "law-firm-alert.html");
    scene.site.page("/documents/1", "federal-register-rule.html");
  }

  @AfterEach
  void close() {
    scene.close();
    ops.close();
  }

  @Test
  void afternoon_fromTheFirstPageToTheReport() throws Exception {
    addThreePagesAndAPdf();
    fixADate();
    approveAFeedItem();
    String receipt = reindexWithMembersAsking();
    rollBackAndForth();
    remove(receipt);
    readTheReport();
    nobodyElseSawAnything();
    theFiguresTellOfNobody();
  }

  private void addThreePagesAndAPdf() throws IOException {
    Message preview = picture("source-add", scene.add(scene.release()));
    picture("source-form", mo.press(preview, "Edit and add").modal());
    assertThat(done(mo.press(preview, "Add as proposed")).text()).startsWith("Added as number");

    Message chinese = scene.add(scene.site.at("www.mofcom.gov.cn", "/zh/1"));
    assertThat(chinese.text()).contains("**Side:** Beijing", "2026");
    assertThat(done(mo.press(chinese, "Add as proposed")).text()).startsWith("Added as number");

    Message alert = scene.add(scene.site.at("www.example-law.com", "/alert"));
    assertThat(alert.text()).contains("**Side:** Other");
    assertThat(done(mo.press(alert, "Add as proposed")).text()).startsWith("Added as number");

    UploadedFile pdf = UploadedFile.of("release.pdf", "application/pdf", SamplePdf.pressRelease());
    Message file = done(mo.slash("source add").option("file", pdf).send());
    assertThat(done(mo.press(file, "Add as proposed")).text()).startsWith("Added as number");

    scene.added(scene.site.at("ustr.gov", "/about/1"));
  }

  private void fixADate() {
    Modal form = mo.slash("source edit").option("number", "4").send().modal();
    Message changed = done(mo.fill(form).enter("day", "2024-10-09").submit());

    assertThat(changed.text()).startsWith("Number **4** is changed");
    assertThat(scene.entry(4).record().published()).hasToString("2024-10-09");
  }

  private void approveAFeedItem() {
    URI rule = scene.site.at("www.federalregister.gov", "/documents/1");
    scene.site.text(
        "/api/v1/documents.json",
        "application/json",
        """
        {"count": 1, "results": [{"title": "The Example Widget Rule", "html_url": "%s"}]}\
        """
            .formatted(rule));
    URI api = scene.site.at("www.federalregister.gov", "/api/v1/documents.json");
    Message feed =
        done(
            mo.slash("source feed add")
                .option("kind", "Federal Register search")
                .option("url", api.toString())
                .send());
    assertThat(feed.text()).contains("1 new document, waiting");

    Message waiting = done(mo.slash("source approve").send());
    Message shown = done(mo.press(waiting, "# 6"));
    assertThat(done(mo.press(shown, "Approve")).text()).contains("reindex");
    picture("source-list", done(mo.slash("source list").send()));
  }

  /** The receipt of the first answer from the new source. */
  private String reindexWithMembersAsking() throws Exception {
    assertThat(ask(alice, QUESTION).text()).doesNotContain("www.commerce.gov");
    Message dryRun = picture("reindex", mo.slash("reindex").send().reply());
    assertThat(dryRun.text()).contains("**Added (6)**");

    AtomicBoolean over = new AtomicBoolean();
    List<String> answers = new ArrayList<>();
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    answers.add(ask(alice, "Is the affiliates rule in force?").text());
                  }
                });
    Message result = picture("reindexed", over(mo.press(dryRun, "Confirm")));
    over.set(true);
    asking.join(PATIENCE);

    assertThat(result.text()).contains("### Reindexed", "6 added");
    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer).contains("Not known since 10 November 2026"));
    Message answer = picture("answer-from-added", ask(alice, QUESTION));
    assertThat(answer.text())
        .contains("U.S. Department of Commerce", "12 May 2026")
        .contains("www.commerce.gov")
        .contains("#:~:text=");
    assertThat(ask(alice, "样品零件的许可磋商说了什么").text())
        .contains("样品零件许可的办理工作", "www.mofcom.gov.cn")
        .doesNotContain("“问：");
    assertThat(ask(alice, "When is the Example Widget Rule effective?").text())
        .contains("This rule is effective June 15, 2026.", "www.federalregister.gov");
    Matcher receipt = RECEIPT.matcher(answer.text());
    assertThat(receipt.find()).isTrue();
    return receipt.group(1);
  }

  private void rollBackAndForth() {
    Modal form = mo.slash("source edit").option("number", "3").send().modal();
    done(mo.fill(form).enter("title", "An alert with another title").submit());
    assertThat(reindexed().text()).contains("0 added, 1 changed");

    Message kept = picture("rollback", mo.slash("rollback").send().reply());
    String before = kept.selects().getFirst().options().getLast().label();
    Message sure = mo.choose(kept, before).reply();
    assertThat(mo.press(sure, "Confirm").reply().text())
        .contains("Generation " + before + " serves");
    assertThat(reindexed().text()).contains("0 added, 1 changed");
  }

  private Message reindexed() {
    return over(mo.press(mo.slash("reindex").send().reply(), "Confirm"));
  }

  private void remove(String receipt) {
    Message sure = scene.source("remove", "1");
    Message removed = done(mo.press(sure, "Remove it"));

    assertThat(removed.text()).contains("It has stopped answering at once.");
    assertThat(ask(alice, QUESTION).text()).doesNotContain("www.commerce.gov");
    Message kept =
        picture("withdrawn", alice.slash("receipt").option("id", receipt).send().reply());
    assertThat(kept.text()).contains("withdrawn", "Sample Secretary");
  }

  private void readTheReport() {
    for (int i = 0; i < 2; i++) {
      assertThat(ask(alice, "best pizza in Shanghai").text()).contains("Not in the sources");
    }
    scene.site.status("/about/1", 404);
    assertThat(scene.source("refresh", "5").text()).contains("the text that is here stays");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(mo.slash("coverage").send().reply().text()).contains("pizza"));
    Message report = picture("coverage", mo.slash("coverage").send().reply());
    assertThat(report.text()).contains("- No. 5 · Made-up Trade Envoy", "Washington 0 · Beijing");
    assertThat(mo.slash("audit").send().reply().text())
        .contains("source.remove", "reindex", "rollback");
  }

  private void nobodyElseSawAnything() {
    Person elsewhere = alice.in(Place.in(ServedSources.ELSEWHERE));

    assertThat(ask(elsewhere, "When is the Example Widget Rule effective?").text())
        .doesNotContain("June 15, 2026");
    long global =
        scene.served.indexes().with(Scope.GLOBAL, desk -> desk.generation().records().count());
    long shipped = new CorpusReader(ShippedIndex.CORPUS).read().records().size();
    assertThat(global).isEqualTo(shipped);
  }

  /** No label has a value that is not ours, and no value is an id. */
  private void theFiguresTellOfNobody() {
    Scraped scraped;
    try (Asking asking = new Asking(ops.address())) {
      scraped = Scraped.of(asking.get("/metrics").body());
    }
    assertThat(scraped.sum("readout_asks_total", "outcome", "answered")).isGreaterThan(5);
    assertThat(scraped.sum("readout_reindexes_total", "outcome", "done")).isGreaterThan(2);
    assertThat(scraped.text())
        .doesNotContainPattern("[0-9]{15,}\"")
        .doesNotContainIgnoringCase("Secretary", "pizza", "Widget", "affiliates", "磋商");
    assertThat(scraped.labelsOf("readout_")).allMatch(OurWords.ALL::contains);
    List<Double> ids = ids();
    assertThat(ids).hasSizeGreaterThan(10);
    assertThat(scraped.samples())
        .extracting(Scraped.Sample::value)
        .doesNotContainAnyElementsOf(ids);
  }

  /**
   * All that may be ids in what Discord and the bot have told each other, as they would be seen.
   */
  private List<Double> ids() {
    return scene.served.discord().journal().exchanges().stream()
        .flatMap(exchange -> ID.matcher(exchange.path() + exchange.body()).results())
        .map(id -> Double.valueOf(id.group()))
        .distinct()
        .toList();
  }

  private static Message ask(Person person, String question) {
    Message reply = person.slash("ask").option("question", question).send().reply();
    ReplyRules.assertFits(reply);
    return reply;
  }

  private static Message over(Interaction confirmed) {
    return await()
        .atMost(PATIENCE)
        .until(
            confirmed::original,
            reply ->
                reply
                    .filter(message -> !message.isLoading() && message.edits() > 0)
                    .filter(message -> message.buttonLabels().isEmpty())
                    .isPresent())
        .orElseThrow();
  }

  private static Message picture(String name, Message message) {
    write(name, message.json());
    return message;
  }

  private static void picture(String name, Modal form) {
    write(name, form.json());
  }

  private static void write(String name, JsonNode shown) {
    String folder = System.getProperty("pictures");
    if (folder == null) {
      return;
    }
    try {
      Files.writeString(Path.of(folder).resolve(name + ".html"), PicturePages.page(shown));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
