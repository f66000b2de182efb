package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.cli.TestTerminal;
import dev.readout.corpus.Scope;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.intake.SampleSites;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * How an installation stays fresh, in four chapters. A keeper of the records packs and signs a
 * release. An operator takes it at the terminal beside a running bot, and goes back. A moderator
 * has the official feeds watched by the button in Discord, of whose sites two fail as real ones do.
 * What the Federal Register brings, an extension of the Affiliates Rule's pause that is made up,
 * changes what is in force: found, approved, assessed, answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FreshRecordsStoryTest {
  private static final String RULE = "2025-09-29-bis-affiliates-rule";
  private static final String PAUSE = "2025-11-10-bis-affiliates-rule-suspension";
  private static final String RARE_EARTHS = "2025-10-09-mofcom-61-rare-earths-extraterritorial";
  private static final String RARE_EARTHS_PAUSE = "2025-11-07-mofcom-70-suspends-october-controls";

  private static final String ASSESSED = "uspended from 10 November 2026 to 10 January 2027";
  private static final String NOT_ASSESSED = "a later source is not yet assessed";

  private final Guild here = Guild.named("Trade desk");
  private final Guild elsewhere = Guild.named("Zeppelin club");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Path folder;
  private TestTerminal keeper;
  private TestTerminal operator;
  private SampleSites sites;
  private ServedBot served;
  private Person alice;
  private Person manager;

  /** The program came with two records; the keeper has two more by now. */
  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    operator = records(folder.resolve("here"), "2025-12-01", RULE, PAUSE);
    keeper =
        records(
            folder.resolve("keeper"), "2026-11-20", RULE, PAUSE, RARE_EARTHS, RARE_EARTHS_PAUSE);
    sites = SampleSites.open(folder, folder.resolve("here").resolve("feeds.yaml"));
    served =
        ServedBot.startOver(
            operator.corpus(),
            folder.resolve("here"),
            StandInSettings.defaults().withGuilds(here, elsewhere));
    alice = served.person("Alice");
    manager = served.person("Mo").asManager();
  }

  @AfterAll
  void close() {
    served.close();
    sites.close();
  }

  /** An installation with these of the shipped records, which name no others. */
  private static TestTerminal records(Path home, String version, String... ids) throws IOException {
    TestTerminal installed = new TestTerminal(home, ShippedIndex.CLOCK);
    List<Path> shipped;
    try (Stream<Path> files = Files.walk(ShippedIndex.CORPUS)) {
      shipped = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : shipped) {
      String name = ShippedIndex.CORPUS.relativize(file).toString();
      String id = file.getFileName().toString().replace(".md", "");
      boolean isList = !name.contains("/") && !name.endsWith(".md");
      if (isList || Arrays.asList(ids).contains(id)) {
        installed.write(
            name,
            Files.readString(file)
                .replaceAll("(?m)^  record: .*\n|^meeting: .*\n", "")
                .replaceAll("(?m)^relates: .*", "relates: []"));
      }
    }
    installed.write("VERSION", version + "\n");
    return installed;
  }

  private static String typed(TestTerminal at, String... arguments) {
    TestTerminal.Run run = at.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private static Message status(Person person, String measure) {
    return person.slash("status").option("measure", measure).send().reply();
  }

  private static Message ask(Person person, String question) {
    return person.slash("ask").option("question", question).send().reply();
  }

  private Message feed(String subcommand, int number) {
    return done(
        manager.slash("source feed " + subcommand).option("number", String.valueOf(number)).send());
  }

  /** A build takes as long as the machine lets it. */
  private static Message reindexed(Interaction begun) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(begun::original, reply -> reply.map(Message::text).orElse("").contains("Reindexed"))
        .orElseThrow();
  }

  @Test
  @Order(1)
  void release_packedAndSigned_isTakenBesideARunningBotAndRolledBack() throws IOException {
    String key = folder.resolve("key").toString();
    Path release = folder.resolve("records.zip");
    operator.trust(typed(keeper, "records", "keygen", key).strip());
    assertThat(keeper.run("records", "keygen", key).code()).isEqualTo(1); // none is replaced
    assertThat(typed(keeper, "records", "pack", release.toString(), "--key", key))
        .contains("records.zip, ");
    assertThat(status(alice, RARE_EARTHS).text()).doesNotContain("Announcement 61");

    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(release), 20_000));
    TestTerminal.Run refused = operator.run("records", "update", cut.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("no whole release");
    assertThat(operator.run("records", "update").code()).isEqualTo(2); // from nowhere

    assertThat(typed(operator, "records", "update", release.toString()))
        .startsWith("in force: records 2026-11-20: 4 records, ");
    served.sources().follower().look();
    assertThat(status(alice, RARE_EARTHS).text()).contains("Announcement 61");
    assertThat(typed(operator, "records", "update", release.toString()))
        .startsWith("in force already: ");
    assertThat(typed(operator, "records", "list"))
        .contains("* records 2026-11-20", "  records that came with the program, 2025-12-01");

    assertThat(typed(operator, "records", "rollback")).isEqualTo("in force: records 2025-12-01\n");
    served.sources().follower().look();
    assertThat(status(alice, RARE_EARTHS).text()).doesNotContain("Announcement 61");
    assertThat(typed(operator, "audit")).contains("records.update", "records.rollback");
  }

  @Test
  @Order(2)
  void officialFeeds_switchedOnByTheButton_bringWhatTheirSitesShow() throws IOException {
    Path pack = folder.resolve("here").resolve("feeds.yaml");
    String written = Files.readString(pack);
    Files.writeString(pack, written.replace("every: 3", "every: often"));
    Message broken = done(manager.slash("source feed list").send());
    assertThat(broken.text())
        .startsWith(
            "The official feeds cannot be read: `feeds.yaml [5]`, `every`; allowed is `1–168`");
    assertThat(broken.buttonLabels()).isEmpty();
    Files.writeString(pack, written);

    Message none = done(manager.slash("source feed list").send());
    assertThat(done(manager.press(none, "Watch the official feeds")).text())
        .startsWith("6 official feeds are watched");
    assertThat(done(manager.press(none, "Watch the official feeds")).text()).startsWith("0 ");
    List<String> found =
        IntStream.rangeClosed(1, 6).mapToObj(n -> feed("check", n).text()).toList();
    assertThat(found).hasSize(6);
    for (int answering : new int[] {0, 1, 4, 5}) {
      assertThat(found.get(answering)).contains("1 new document, waiting for approval");
    }
    assertThat(found.get(2)).contains("asks who is reading");
    assertThat(found.get(3)).contains("does not let the bot read");
    assertThat(done(manager.slash("source inbox").send()).text())
        .startsWith("### Inbox · 4 waiting")
        .contains("Talks", SampleSites.NOTICE)
        .doesNotContain("Peru", "Access");
  }

  @Test
  @Order(3)
  void extension_approvedAndAssessed_changesWhatIsInForce() {
    Person stranger = alice.in(Place.in(elsewhere));
    Channel told = here.channels().getFirst();
    Channel notTold = elsewhere.channels().getFirst();
    watch(manager, told);
    watch(manager.in(Place.in(elsewhere)), notTold);
    String recorded = status(alice, RULE).text();
    assertThat(recorded).contains("Not known since 10 November 2026");

    Message inbox = done(manager.slash("source inbox").send());
    assertThat(inbox.text())
        .contains("📌 names The Affiliates Rule", "⏳ tells of an end", "feed 1");
    Modal several = manager.press(inbox, "Decide about several").modal();
    Message approved =
        reindexed(manager.fill(several).enter("which", "1").choose("decision", "reindex").submit());
    assertThat(approved.text())
        .contains("1 accepted", "Number **1** names **The Affiliates Rule", "change its standing?");
    assertThat(approved.buttonLabels())
        .contains("Extended to …", "Suspended", "Superseded", "Rescinded", "No");
    assertThat(status(alice, RULE).text())
        .contains(NOT_ASSESSED, "Later source, not assessed: " + SampleSites.NOTICE);
    assertThat(ask(alice, "is the affiliates rule in force").text())
        .contains(NOT_ASSESSED)
        .doesNotContain("nothing later");
    assertThat(done(manager.slash("source inbox").send()).text()).contains("Not assessed yet: ");

    Modal until = manager.press(approved, "Extended to …").modal();
    assertThat(done(manager.fill(until).enter("to", "2026-01-01").submit()).text())
        .contains("no last day before 1 January 2026");
    Message assessed = done(manager.fill(until).enter("to", "2027-01-10").submit());
    assertThat(assessed.text()).contains(ASSESSED, "Proof: number **1**");
    assertThat(status(alice, RULE).text()).contains(NOT_ASSESSED);
    reindexed(manager.press(assessed, "Reindex now"));

    assertThat(status(alice, RULE).text())
        .contains(ASSESSED, "Proof: " + SampleSites.NOTICE)
        .doesNotContain(NOT_ASSESSED, "was announced", "Not known");
    assertThat(ask(alice, "is the affiliates rule in force").text())
        .contains(ASSESSED)
        .doesNotContain(NOT_ASSESSED, "An extension to 10 January 2027 was announced");
    assertThat(status(stranger, RULE).text()).isEqualTo(recorded);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> notes(told).anyMatch(note -> note.contains("Now: s" + ASSESSED)));
    assertThat(notes(told)).anyMatch(note -> note.contains("Proof: [" + SampleSites.NOTICE));
    assertThat(notes(notTold)).isEmpty();
    assertThat(alice.slash("expiring").send().reply().text())
        .contains("Suspended from 10 November 2025 to 10 January 2027");
    assertThat(new AuditTable(served.database()).newest(scope(), 5))
        .filteredOn(entry -> entry.action().equals("source.edit"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.detail()).contains("suspended from 2026-11-10 to 2027-01-10"))
        .extracting(AuditEntry::actor)
        .isEqualTo(manager.id());
  }

  private static void watch(Person moderator, Channel channel) {
    done(
        moderator.slash("watch measure").option("measure", RULE).option("channel", channel).send());
  }

  private Stream<String> notes(Channel channel) {
    return served.discord().messages(channel.id()).stream()
        .map(Message::text)
        .filter(text -> text.contains("🔔"));
  }

  private Scope scope() {
    return Scope.ofServer(Long.parseLong(here.id()));
  }

  /** The next release is for all servers; what this one has assessed stays. */
  @Test
  @Order(4)
  void release_takenAgain_keepsWhatTheServerAssessed() {
    typed(operator, "records", "update", folder.resolve("records.zip").toString());
    served.sources().follower().look();

    assertThat(status(alice, RARE_EARTHS).text()).contains("Announcement 61");
    assertThat(status(alice, RULE).text()).contains(ASSESSED);
    Message watched = done(manager.slash("source feed list").send());
    assertThat(done(manager.press(watched, "Watch them no longer")).text())
        .startsWith("6 official feeds are watched no longer");
  }
}
