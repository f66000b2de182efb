package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.RecordSketch;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.TinyCorpus;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.GenerationInfo;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.SourceEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dry run, confirmation, progress, cancelling, failing, and going back, as moderators see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotReindexTest {
  private static final String CANCEL = "Cancel";

  private final Guild desk = Guild.named("Trade desk");
  private final Guild club = Guild.named("Zeppelin club");
  private final Guild market = Guild.named("Spice market");
  private final Guild bare = Guild.named("Bare rooms");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Path folder;
  private ServedBot served;
  private Person alice;
  private Person manager;
  private Person second;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path corpus = new TinyCorpus(Files.createDirectory(folder.resolve("corpus"))).folder();
    served =
        ServedBot.startOver(
            corpus, folder, StandInSettings.defaults().withGuilds(desk, club, market, bare));
    alice = served.person("Alice");
    manager = served.person("Mo").asManager();
    second = served.person("Sam").asManager();
  }

  @AfterEach
  void letGo() {
    served.hold().open();
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> served.sources().reindexer().running().isEmpty());
  }

  @AfterAll
  void close() {
    served.close();
  }

  private static Scope scope(Guild guild) {
    return Scope.ofServer(Long.parseLong(guild.id()));
  }

  private GenerationInfo index(Guild guild) {
    return served.indexes().with(scope(guild), current -> current.generation().info());
  }

  private SourceEntry add(Guild guild, String id, String says) {
    RecordSketch record = new RecordSketch(id, Kind.READOUT, Side.US).title(id).says(says);
    return AddedRecord.accepted(served, scope(guild), record);
  }

  private Message dryRun(Person person) {
    return ReplyRules.checked(served, person.slash("reindex").send());
  }

  /** A build takes as long as the machine lets it. */
  private static Message over(Interaction confirmed) {
    return await()
        .atMost(Duration.ofMinutes(5))
        .until(
            confirmed::original,
            reply ->
                reply
                    .filter(message -> !message.isLoading() && message.edits() > 0)
                    .filter(message -> message.buttonLabels().isEmpty())
                    .isPresent())
        .orElseThrow();
  }

  private Message reindexed(Person person) {
    return over(person.press(dryRun(person), "Confirm"));
  }

  /** Of records that are not shipped as well. */
  private static Message ask(Person person, String question) {
    Message reply = person.slash("ask").option("question", question).send().reply();
    ReplyRules.assertFits(reply);
    return reply;
  }

  private List<AuditEntry> log(Guild guild) {
    return new AuditTable(served.database()).newest(scope(guild), 5);
  }

  @Test
  void reindex_confirmed_bringsTheSourceIntoTheAnswers() {
    Person trader = manager.in(Place.in(market));
    add(market, "marmalade-notice", "Marmalade exporters must register with the customs house.");
    Message dryRun = dryRun(trader);

    assertThat(dryRun.isEphemeral()).isTrue();
    assertThat(dryRun.text())
        .contains("**Added (1)**", "- marmalade-notice", "generation " + index(market).name())
        .doesNotContain("Changed (", "Removed (");
    assertThat(dryRun.buttonLabels()).containsExactly("Confirm", CANCEL);

    Message done = over(trader.press(dryRun, "Confirm"));
    assertThat(done.text())
        .contains("### Reindexed", "Generation " + index(market).name() + " serves")
        .contains("1 added, 0 changed, 0 removed");
    assertThat(ask(alice.in(Place.in(market)), "must marmalade exporters register?").text())
        .contains("Marmalade exporters must register");
    assertThat(log(market).getFirst())
        .extracting(AuditEntry::action, AuditEntry::actor)
        .containsExactly("reindex", manager.id());
    assertThat(dryRun(trader).text()).contains("Nothing to do: generation " + index(market).name());
  }

  @Test
  void dryRun_nothingToDo_offersNothing() {
    Person elsewhere = manager.in(Place.in(bare));
    Message nothing = dryRun(elsewhere);

    assertThat(nothing.text()).contains("Nothing to do", "built <t:", "force:True");
    assertThat(nothing.buttonLabels()).isEmpty();
  }

  @Test
  void dryRun_manyChanges_areCutToFit() {
    Person elsewhere = manager.in(Place.in(club));
    IntStream.range(0, 60)
        .forEach(
            i ->
                add(
                    club,
                    "a-very-long-title-of-a-source-of-the-club-number-" + i,
                    "Airship number " + i + " was launched."));
    Message dryRun = dryRun(elsewhere);

    assertThat(dryRun.text()).contains("**Added (60)**", "and 40 more");
    Message done = over(elsewhere.press(dryRun, "Confirm"));
    assertThat(done.text()).contains("60 added");
    assertThat(ask(alice, "was airship number 7 launched").text()).doesNotContain("Airship number");
  }

  @Test
  void dryRun_cancelled_isTakenAwayAndNothingHappens() {
    add(desk, "nutmeg-notice", "Nutmeg importers must keep a ledger of nutmeg.");
    String before = index(desk).name();
    Message dryRun = dryRun(manager);
    manager.press(dryRun, CANCEL);

    served.discord().journal().await("DELETE", "webhooks/.*/messages/@original");
    assertThat(index(desk).name()).isEqualTo(before);
    assertThat(served.sources().reindexer().running()).isEmpty();
  }

  @Test
  void confirm_afterThePermissionWasTakenAway_doesNothing() {
    add(desk, "cinnamon-notice", "Cinnamon importers must keep a ledger of cinnamon.");
    String before = index(desk).name();
    Message dryRun = dryRun(manager);
    Interaction pressed = served.person("Mo").unchecked().press(dryRun, "Confirm");

    assertThat(pressed.reply().text()).startsWith("This is for moderators");
    assertThat(index(desk).name()).isEqualTo(before);
    assertThat(served.sources().reindexer().running()).isEmpty();
  }

  @Test
  void confirm_afterTheCatalogueChanged_showsTheDryRunAnew() {
    add(desk, "saffron-notice", "Saffron importers must keep a ledger of saffron.");
    String before = index(desk).name();
    Message dryRun = dryRun(manager);
    add(desk, "sumac-notice", "Sumac importers must keep a ledger of sumac.");
    Message anew = ReplyRules.checked(served, manager.press(dryRun, "Confirm"));

    assertThat(anew.text()).contains("have changed since you looked", "- sumac-notice");
    assertThat(index(desk).name()).isEqualTo(before);
    assertThat(over(manager.press(anew, "Confirm")).text()).contains("### Reindexed");
    assertThat(ReplyRules.checked(served, manager.press(anew, "Confirm")).text())
        .contains("have changed since you looked", "Nothing to do");
  }

  @Test
  void reindex_underWay_answersMembersAndShowsHowFarItIs() {
    add(desk, "turmeric-notice", "Turmeric importers must keep a ledger of turmeric.");
    Message dryRun = dryRun(manager);
    served.hold().close();
    Interaction confirmed = manager.press(dryRun, "Confirm");
    Message state = confirmed.reply(message -> message.text().contains("Reindex under way"));

    assertThat(state.text()).contains("▶️ **Read the records**", "▫️ Put it into service");
    assertThat(state.buttonLabels()).containsExactly(CANCEL);
    for (int i = 0; i < 5; i++) {
      assertThat(ask(alice, "is the tariff on bicycles in force?").text()).contains("bicycles");
    }
    assertThat(ask(alice, "turmeric ledger").text()).doesNotContain("Turmeric importers");

    served.hold().open();
    assertThat(over(confirmed).text()).contains("### Reindexed");
    assertThat(ask(alice, "must turmeric importers keep a ledger?").text())
        .contains("Turmeric importers must keep");
  }

  @Test
  void reindex_underWay_isShownToModeratorsOfItsServerAlone() {
    add(desk, "cumin-notice", "Cumin importers must keep a ledger of cumin.");
    Message first = dryRun(manager);
    Message other = dryRun(second);
    served.hold().close();
    Interaction confirmed = manager.press(first, "Confirm");
    confirmed.reply(message -> message.text().contains("Reindex under way"));

    Message same = ReplyRules.checked(served, second.press(other, "Confirm"));
    assertThat(same.text()).contains("Reindex under way");
    assertThat(same.buttonLabels()).containsExactly(CANCEL);
    Message elsewhere = dryRun(second.in(Place.in(bare)));
    assertThat(elsewhere.text()).isEqualTo("Another reindex is under way. Try again in a minute.");
    assertThat(elsewhere.buttonLabels()).isEmpty();
    served.hold().open();
    assertThat(over(confirmed).text()).contains("### Reindexed");
  }

  @Test
  void reindex_cancelledByAnotherModerator_leavesWhatWasThere() {
    add(desk, "ginger-notice", "Ginger importers must keep a ledger of ginger.");
    String before = index(desk).name();
    Message dryRun = dryRun(manager);
    served.hold().close();
    Interaction confirmed = manager.press(dryRun, "Confirm");
    Message state = confirmed.reply(message -> message.text().contains("Reindex under way"));
    assertThat(alice.unchecked().press(state, CANCEL).reply().text())
        .startsWith("This is for moderators");
    Message cancelling = ReplyRules.checked(served, second.unchecked().press(state, CANCEL));
    confirmed.reply(message -> message.text().contains("It is being cancelled."));
    served.hold().open();

    assertThat(cancelling.text()).startsWith("The reindex is being cancelled");
    Message over = confirmed.reply(message -> message.text().contains("### Reindex cancelled"));
    assertThat(over.text()).contains("Generation " + before + " serves on.");
    assertThat(index(desk).name()).isEqualTo(before);
    assertThat(log(desk).getFirst().detail()).isEqualTo("cancelled");
    assertThat(ReplyRules.checked(served, second.unchecked().press(state, CANCEL)).text())
        .isEqualTo("No reindex is under way.");
  }

  @Test
  void reindex_thatTheDiskRefuses_saysSoWithoutPathsAndCanBeRepeated() throws IOException {
    Person elsewhere = manager.in(Place.in(bare));
    SourceEntry clove = add(bare, "clove-notice", "Clove importers must keep a ledger of cloves.");
    String before = index(bare).name();
    Path inTheWay = folder.resolve("index/servers").resolve(scope(bare).id());
    Files.createDirectories(inTheWay.getParent());
    Files.createFile(inTheWay);
    Message failed = reindexed(elsewhere);

    assertThat(failed.text())
        .contains("### The reindex failed", "The disk refuses", "Generation " + before)
        .doesNotContain(folder.toString(), "Exception");
    assertThat(log(bare).getFirst().detail()).isEqualTo("failed: disk");
    Message forOperator = reindexed(served.person("Oscar").asManager().in(Place.in(bare)));
    assertThat(Shown.unescaped(forOperator.text())).contains(inTheWay.toString());

    Files.delete(inTheWay);
    assertThat(reindexed(elsewhere).text()).contains("### Reindexed");
    AddedRecord.remove(served, clove);
    assertThat(dryRun(elsewhere).text()).contains("**Removed (1)**", "- clove-notice");
    assertThat(reindexed(elsewhere).text()).contains("1 removed");
  }

  @Test
  void reindex_global_isForOperatorsAlone() {
    Message refused =
        ReplyRules.checked(served, manager.slash("reindex").option("scope", "global").send());
    Person operator = served.person("Oscar").asManager();
    Message dryRun =
        ReplyRules.checked(
            served,
            operator.slash("reindex").option("scope", "global").option("force", true).send());

    assertThat(refused.text()).startsWith("This is for the operators");
    assertThat(dryRun.text()).contains("all servers", "Everything is built anew");
    assertThat(manager.unchecked().press(dryRun, "Confirm").reply().text())
        .startsWith("This is for the operators");
    Message done = over(operator.press(dryRun, "Confirm"));
    assertThat(done.text()).contains("### Reindexed", "0 added, 0 changed, 0 removed");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 重建索引：将有的变更", "zh-TW, 重建索引：將有的變更"})
  void dryRun_isInTheModeratorsLanguage(String locale, String heading) {
    assertThat(dryRun(manager.withLocale(locale)).text()).contains(heading);
  }

  @Test
  void rollback_chosenAndConfirmed_answersAsBeforeUntilTheNextReindex() {
    add(desk, "vanilla-notice", "Vanilla growers must file a harvest return.");
    reindexed(manager);
    String before = index(desk).name();
    add(desk, "pepper-notice", "Pepper growers must file a harvest return for pepper.");
    reindexed(manager);
    String after = index(desk).name();
    String question = "must pepper growers file a harvest return for pepper?";
    assertThat(ask(alice, question).text()).contains("Pepper growers must");

    Message kept = ReplyRules.checked(served, manager.slash("rollback").send());
    assertThat(kept.text()).contains("`" + before + "`", "`" + after + "` · built");
    assertThat(kept.text().lines().filter(line -> line.contains("serves now")))
        .singleElement()
        .asString()
        .contains(after);
    Message asked = ReplyRules.checked(served, manager.choose(kept, before));
    assertThat(asked.text()).contains("Go back to generation " + before, "next reindex returns");
    assertThat(index(desk).name()).isEqualTo(after);
    assertThat(served.person("Mo").unchecked().press(asked, "Confirm").reply().text())
        .startsWith("This is for moderators");
    Message done = ReplyRules.checked(served, manager.press(asked, "Confirm"));

    assertThat(done.text()).contains("Generation " + before + " serves");
    assertThat(ask(alice, question).text()).doesNotContain("Pepper growers must");
    assertThat(log(desk).getFirst().action()).isEqualTo("rollback");
    assertThat(ReplyRules.checked(served, manager.press(asked, "Confirm")).text())
        .contains("has changed since you looked");
    assertThat(reindexed(manager).text()).contains("1 added");
    assertThat(ask(alice, question).text()).contains("Pepper growers must");
  }

  @Test
  void rollback_whereNothingIsKept_saysSo() {
    Guild plain = bare;
    Message kept = ReplyRules.checked(served, manager.in(Place.in(plain)).slash("rollback").send());

    assertThat(kept.text()).contains("Indexes kept");
    assertThat(
            ReplyRules.checked(served, manager.slash("rollback").option("scope", "global").send())
                .text())
        .startsWith("This is for the operators");
  }

  @Test
  void rollback_whileAReindexIsUnderWay_isNotBegun() {
    add(desk, "anise-notice", "Anise importers must keep a ledger of anise.");
    reindexed(manager);
    add(desk, "basil-notice", "Basil importers must keep a ledger of basil.");
    String now = index(desk).name();
    Message kept = ReplyRules.checked(served, manager.slash("rollback").send());
    String other =
        kept.selects().getFirst().options().stream()
            .map(option -> option.label())
            .filter(name -> !name.equals(now))
            .findFirst()
            .orElseThrow();
    Message asked = ReplyRules.checked(served, manager.choose(kept, other));
    Message dryRun = dryRun(manager);
    served.hold().close();
    Interaction confirmed = manager.press(dryRun, "Confirm");
    confirmed.reply(message -> message.text().contains("Reindex under way"));

    assertThat(ReplyRules.checked(served, second.unchecked().press(asked, "Confirm")).text())
        .startsWith("Another reindex is under way");
    served.hold().open();
    assertThat(over(confirmed).text()).contains("### Reindexed");
  }
}
