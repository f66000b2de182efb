package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Place;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What will happen, made up: an extension of the Affiliates Rule's pause to January 2027 comes by
 * the Federal Register's feed, is approved, assessed and reindexed, and the answers follow.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotStandingTest {
  private static final String RULE = "2025-09-29-bis-affiliates-rule";
  private static final String TITLE = "Made Up for a Test: Extension of the Pause of a Rule";
  private static final String TEXT =
      """
      This notice is made up for a test; no agency has published it. The Bureau of Industry and \
      Security extends the pause of the rule published at 90 FR 47201 until January 10, 2027. \
      Exporters need do nothing before that day, and the Bureau will say in time what follows.\
      """;

  private static final String ASSESSED = "uspended from 10 November 2026 to 10 January 2027";
  private static final String NOT_ASSESSED = "a later source is not yet assessed";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedSources scene;
  private Person manager;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    scene = ServedSources.startWithOwnIndex(folder);
    manager = scene.manager;
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private URI publishByTheFederalRegister() {
    String path = "/documents/2026/11/09/2026-90001/made-up";
    URI page = scene.site.at("www.federalregister.gov", path);
    URI raw = scene.site.at("www.federalregister.gov", path + ".txt");
    scene.site.text(
        path,
        "text/html",
        """
        <html><head><title>%s</title><meta name="citation_date" content="2026-11-09">
        <meta property="og:site_name" content="Federal Register"></head>
        <body><main><h1>%s</h1><p>%s</p></main></body></html>
        """
            .formatted(TITLE, TITLE, TEXT));
    scene.site.text(path + ".txt", "text/plain", TITLE + "\n\n" + TEXT + "\n");
    String list = "/api/v1/documents.json";
    scene.site.text(
        list,
        "application/json",
        """
        {"count": 1, "total_pages": 1, "results": [{"title": "%s", "type": "Rule",
          "action": "Notice of extension.", "document_number": "2026-90001",
          "publication_date": "2026-11-09", "effective_on": "2026-11-10", "citation": "91 FR 90001",
          "html_url": "%s", "raw_text_url": "%s"}]}
        """
            .formatted(TITLE, page, raw));
    return scene.site.at("www.federalregister.gov", list);
  }

  private Message status(Person person) {
    return person.slash("status").option("measure", RULE).send().reply();
  }

  private Message ask(Person person) {
    return person.slash("ask").option("question", "is the affiliates rule in force").send().reply();
  }

  /** A build takes as long as the machine lets it. */
  private static Message reindexed(Interaction begun) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(begun::original, reply -> reply.map(Message::text).orElse("").contains("Reindexed"))
        .orElseThrow();
  }

  @Test
  void extension_foundApprovedAndAssessed_changesWhatIsInForce() {
    Person alice = scene.served.person("Alice");
    Person stranger = alice.in(Place.in(ServedSources.ELSEWHERE));
    String recorded = status(alice).text();
    assertThat(recorded).contains("Not known since 10 November 2026");
    Message watched =
        done(
            manager
                .slash("source feed add")
                .option("kind", "Federal Register search")
                .option("url", publishByTheFederalRegister().toString())
                .send());
    assertThat(watched.text()).contains("1 new documents wait for approval");

    Message inbox = done(manager.slash("source inbox").send());
    assertThat(inbox.text())
        .startsWith("### Inbox · 1 waiting")
        .contains(TITLE, "📌 names The Affiliates Rule", "⏳ tells of an end", "feed 1");
    Modal several = manager.press(inbox, "Decide about several").modal();
    Message approved =
        reindexed(manager.fill(several).enter("which", "1").choose("decision", "reindex").submit());
    assertThat(approved.text())
        .contains("1 accepted", "Number **1** names **The Affiliates Rule", "change its standing?");
    assertThat(approved.buttonLabels())
        .contains("Extended to …", "Suspended", "Superseded", "Rescinded", "No");
    assertThat(status(alice).text()).contains(NOT_ASSESSED, "Later source, not assessed: " + TITLE);
    assertThat(ask(alice).text()).contains(NOT_ASSESSED).doesNotContain("nothing later");
    assertThat(done(manager.slash("source inbox").send()).text()).contains("Not assessed yet: ");

    Modal until = manager.press(approved, "Extended to …").modal();
    assertThat(done(manager.fill(until).enter("to", "2026-01-01").submit()).text())
        .contains("no last day before 1 January 2026");
    Message assessed = done(manager.fill(until).enter("to", "2027-01-10").submit());
    assertThat(assessed.text()).contains(ASSESSED, "Proof: number **1**");
    assertThat(status(alice).text()).contains(NOT_ASSESSED);
    reindexed(manager.press(assessed, "Reindex now"));

    assertThat(status(alice).text())
        .contains(ASSESSED, "Proof: " + TITLE)
        .doesNotContain(NOT_ASSESSED, "was announced", "Not known");
    assertThat(ask(alice).text())
        .contains(ASSESSED)
        .doesNotContain(NOT_ASSESSED, "An extension to 10 January 2027 was announced");
    assertThat(status(stranger).text()).isEqualTo(recorded);
    assertThat(new AuditTable(scene.served.database()).newest(scene.scope, 5))
        .filteredOn(entry -> entry.action().equals("source.edit"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.detail()).contains("suspended from 2026-11-10 to 2027-01-10"))
        .extracting(AuditEntry::actor)
        .isEqualTo(manager.id());
  }
}
