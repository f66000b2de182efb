package dev.readout.discord;

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
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.Gap;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What moderators see of thin topics, unanswered questions and dead links; each server its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotCoverageTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private final Instant now = ShippedIndex.CLOCK.instant();

  private final Guild desk = Guild.named("Trade desk");
  private final Guild club = Guild.named("Zeppelin club");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot served;
  private Person alice;
  private Person manager;

  @BeforeAll
  void start(@TempDir Path folder) {
    served =
        ServedBot.startWithOwnIndex(
            folder, ShippedIndex.CLOCK, StandInSettings.defaults().withGuilds(desk, club));
    alice = served.person("Alice");
    manager = served.person("Mo").asManager();
  }

  @AfterAll
  void close() {
    served.close();
  }

  private static Scope scope(Guild guild) {
    return Scope.ofServer(Long.parseLong(guild.id()));
  }

  private List<Gap> gaps(Scope scope) {
    return new GapTable(served.database()).top(scope, LONG_AGO, GapTable.MAX_TOP);
  }

  private Message ask(Person person, String question) {
    return ReplyRules.checked(served, person.slash("ask").option("question", question).send());
  }

  private Message coverage(Person person) {
    return ReplyRules.checked(served, person.slash("coverage").send());
  }

  private void awaitGaps(Scope scope, Gap... expected) {
    await().untilAsserted(() -> assertThat(gaps(scope)).contains(expected));
  }

  @Test
  void declined_twice_isShownToItsServerAloneAndWithoutWhoAsked() {
    String question = "do quokkas of @gondolier need zeppelin hangars 5551234567";
    assertThat(ask(alice, question).isEphemeral()).isTrue();
    awaitGaps(scope(desk), new Gap("quokka", GapKind.DECLINED, 1));
    assertThat(coverage(manager).text()).doesNotContain("quokka");

    ask(served.person("Bert"), question);
    awaitGaps(
        scope(desk),
        new Gap("quokka", GapKind.DECLINED, 2),
        new Gap("zeppelin", GapKind.DECLINED, 2));
    assertThat(coverage(manager).text())
        .contains("Terms of unanswered questions in the last 90 days", "quokka (2)", "zeppelin (2)")
        .doesNotContain("gondol", "555", alice.id());
    assertThat(gaps(scope(desk)))
        .noneMatch(gap -> gap.term().contains("gondol") || gap.term().contains("555"));

    Person elsewhere = manager.in(Place.in(club));
    assertThat(coverage(elsewhere).text()).doesNotContain("quokka");
    assertThat(gaps(scope(club))).noneMatch(gap -> gap.term().equals("quokka"));
  }

  @Test
  void coverage_termThatIsAStem_isShownAsItIsWrittenMostOften() {
    GapTable table = new GapTable(served.database());
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    table.note(scope(club), GapKind.DECLINED, List.of("purchas"), today);
    table.note(scope(club), GapKind.DECLINED, List.of("purchas"), today);

    String coverage = coverage(manager.in(Place.in(club))).text();
    table.forget(scope(club));

    assertThat(coverage).contains("purchases (2)").doesNotContain("purchas (");
  }

  @Test
  void declined_outsideServers_isNotCounted() {
    ask(alice.in(Place.botDm()), "do wombats need zeppelin permits");
    ask(alice.in(Place.withUserInstall(Guild.named("Elsewhere"))), "do wombats need zeppelins");
    ask(alice, "may marzipan fly in zeppelins");
    awaitGaps(scope(desk), new Gap("marzipan", GapKind.DECLINED, 1));

    // One thread counts them in order: the last is there, so the others would be.
    assertThat(gaps(Scope.GLOBAL)).isEmpty();
    assertThat(gaps(scope(Guild.named("Elsewhere")))).isEmpty();
    assertThat(gaps(scope(desk))).noneMatch(gap -> gap.term().equals("wombat"));
  }

  @Test
  void vote_thatAnAnswerIsWrong_countsItsTopicsOnce() {
    Person reader = alice.in(Place.in(club));
    Message answer = ask(reader, "is the affiliates rule in force?");
    served.dislike(reader, answer, "Wrong source");
    served.dislike(reader, answer, "Out of date");
    served.dislike(served.person("Bert").in(Place.in(club)), answer, "Out of date");

    await()
        .untilAsserted(
            () ->
                assertThat(gaps(scope(club)))
                    .isNotEmpty()
                    .allMatch(gap -> gap.kind() == GapKind.DISLIKED && gap.count() == 2));
    assertThat(coverage(manager.in(Place.in(club))).text())
        .contains("Answers voted wrong or out of date, by topic");
    ReplyRules.checked(served, reader.press(answer, "👍"));
    assertThat(gaps(scope(club))).allMatch(gap -> gap.count() == 2);
  }

  @Test
  void coverage_pages_listEveryTopicOnce() {
    Message first = coverage(manager);
    assertThat(first.isEphemeral()).isTrue();
    assertThat(first.buttonLabels()).containsExactly("Next");
    assertThat(first.text()).contains("Page 1 of ").doesNotContain("Joint 0", "Other 0");
    Message second = ReplyRules.checked(served, manager.press(first, "Next"));

    assertThat(second.text())
        .contains("Page 2 of ")
        .doesNotContain("Terms of unanswered questions");
    assertThat(second.buttonLabels()).contains("Back");
    assertThat(alice.unchecked().press(first, "Next").reply().text())
        .startsWith("This is for moderators");
  }

  @Test
  void coverage_ofATopic_saysWhatIsHeldOfEachSide() {
    long american =
        served
            .indexes()
            .with(
                scope(desk),
                current ->
                    current
                        .generation()
                        .records()
                        .filter(record -> record.side() == Side.US)
                        .filter(record -> record.topics().contains("fentanyl"))
                        .mapToLong(record -> record.statements().size())
                        .sum());
    Message one =
        ReplyRules.checked(served, manager.slash("coverage").option("topic", "fentanyl").send());
    Message unknown =
        ReplyRules.checked(served, manager.slash("coverage").option("topic", "juggling").send());

    assertThat(one.text()).contains("Fentanyl", "Washington " + american + " (to ");
    assertThat(one.text().lines().filter(line -> line.startsWith("- "))).hasSize(1);
    assertThat(unknown.text()).contains("juggling");
  }

  @Test
  void deadLinks_areNamedInCoverageAndByTheDoctor() throws RefusedChangeException {
    Scope scope = scope(desk);
    SourceEntry gone = source(scope, "page-that-went", 1, "gone");
    SourceEntry failing = source(scope, "page-that-fails", 1, "timeout");
    var feed =
        served
            .sources()
            .feeds()
            .add(scope, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), "1");
    served
        .sources()
        .feeds()
        .checked(scope, feed.number(), new FeedHealth(now, now, 5, "timeout", null, null));

    assertThat(coverage(manager).text())
        .contains("No. " + gone.number() + " · page-that-went")
        .doesNotContain("page-that-fails");
    String doctor = ReplyRules.checked(served, manager.slash("doctor").send()).text();
    assertThat(doctor)
        .contains("Sources: of 2 with an address 1 are dead, 1 failed the last time, 0 were")
        .contains("Feeds: of 1 1 are dead, 0 failed the last time, 0 were")
        .contains("Disk of the index: ", "Reindex: none under way");
    AddedRecord.remove(served, gone);
    AddedRecord.remove(served, failing);
    String other =
        ReplyRules.checked(served, manager.in(Place.in(club)).slash("doctor").send()).text();
    assertThat(other).contains("Sources: 0 with an address", "Feeds: 0, all to be had");
  }

  private SourceEntry source(Scope scope, String id, int failures, @Nullable String problem) {
    SourceEntry entry =
        AddedRecord.accepted(
            served, scope, new RecordSketch(id, Kind.READOUT, Side.US).title(id).says("It was."));
    Instant next = now.plus(Duration.ofDays(1));
    served
        .sources()
        .sources()
        .checked(
            scope,
            entry.number(),
            new SourceHealth(now, null, next, failures, problem, null, null, null));
    return entry;
  }

  @Test
  void privacy_saysWhatIsCounted() {
    for (String locale : List.of("en-US", "zh-CN", "zh-TW")) {
      String text = alice.withLocale(locale).slash("privacy").send().reply().text();
      assertThat(text).containsAnyOf("without who asked", "不含提问者", "不含提問者");
    }
  }
}
