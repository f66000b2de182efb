package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.place.Channel;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.IndexDirectory;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.NoteTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * What is told when: one channel watches a topic, another its meetings, and Alice in private the
 * accounts of one side, while the records grow and the days pass.
 */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BotWatchNotesTest {
  private static final RecordSketch RULE =
      rule().stands("2025-09-29", null, LegalState.IN_FORCE, "rule");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  /** 14:00 in Shanghai, on a Tuesday. */
  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T06:00:00Z"));

  private final List<RecordSketch> records = new ArrayList<>();
  private Path folder;
  private ServedBot served;
  private Person manager;
  private Person alice;
  private Channel general;
  private Channel trade;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    this.folder = folder;
    served = ServedBot.start(index, folder, ServedBot.GENEROUS, clock);
    manager = served.person("Mo").asManager();
    alice = served.person("Alice").withLocale("zh-CN");
    general = served.discord().guild().channel("general");
    trade = served.discord().guild().channel("trade");
    serve(RULE);
  }

  @AfterAll
  void close() {
    served.close();
  }

  private static RecordSketch rule() {
    return new RecordSketch("rule", Kind.RESTRICTION, Side.US).says("Bicycles need a licence.");
  }

  private static RecordSketch added(String id, Kind kind, Side side) {
    return new RecordSketch(id, kind, side)
        .published("2026-11-20")
        .says("The rule on bicycles is paused.");
  }

  /** The records with more of them, in a new generation. */
  private void serve(RecordSketch... more) throws IOException {
    records.addAll(List.of(more));
    served
        .indexes()
        .replaceGlobal(
            RecordSketch.index(folder.resolve("sketches"), records.toArray(RecordSketch[]::new)));
  }

  private SlashCall quiet() {
    return manager.slash("watch quiet").option("channel", general);
  }

  private String timeline() {
    Message drawn = alice.slash("timeline").option("topic", "bicycles").send().reply();
    return new String(drawn.files().getLast().bytes(), StandardCharsets.UTF_8);
  }

  /** The newest of so many notes in a channel, once there are so many. */
  private String told(String channel, int count) {
    served.bot().watching().hurry();
    List<String> notes =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> notes(channel), all -> all.size() >= count);
    assertThat(notes).hasSize(count);
    return notes.getLast();
  }

  private List<String> notes(String channel) {
    return served.discord().messages(channel).stream()
        .map(Message::text)
        .filter(text -> text.contains("🔔"))
        .toList();
  }

  /** All is sent but one note. */
  private void awaitOneWaiting() {
    NoteTable notes = new NoteTable(served.database());
    await().atMost(Duration.ofMinutes(1)).until(() -> notes.count() == 1);
  }

  private String inPrivate() {
    return alice.in(Place.botDm()).channelId();
  }

  @Test
  @Order(1)
  void watch_topicMeetingsAndSide_areEachToldOfTheirOwn() throws IOException {
    done(
        manager.slash("watch topic").option("topic", "bicycles").option("channel", general).send());
    done(
        manager
            .slash("watch meetings")
            .option("topic", "bicycles")
            .option("channel", trade)
            .send());
    done(alice.slash("watch side").option("side", "PRC").send());
    String before = timeline();

    records.clear();
    serve(
        rule()
            .stands("2025-09-29", "2026-11-19", LegalState.IN_FORCE, "rule")
            .stands("2026-11-20", "2027-11-19", LegalState.SUSPENDED, "pause"),
        added("pause", Kind.READOUT, Side.US),
        added("talks", Kind.MEETING, Side.JOINT),
        added("account", Kind.READOUT, Side.US).meeting("talks"),
        added("umbrella-note", Kind.READOUT, Side.PRC).topics("umbrellas"));

    assertThat(told(general.id(), 1))
        .contains("Now: suspended from 20 November 2026", "[talks]", "[account]", "New: [pause]")
        .doesNotContain("umbrella");
    assertThat(told(trade.id(), 1))
        .contains("Changes: 2", "New: [talks]", "New: [account]")
        .doesNotContain("[pause]", "[rule]", "umbrella");
    assertThat(told(inPrivate(), 1))
        .contains("🔔", "[umbrella note]", "北京")
        .doesNotContain("talks", "account");
    assertThat(timeline()).isNotEqualTo(before).contains("\"talks\"");
  }

  /** What goes to the other channel shows that this one was not forgotten but passed over. */
  @Test
  @Order(2)
  void quiet_hoursAndMostADay_keepNotesUntilTheyAreOver() throws IOException {
    Message set =
        done(
            quiet()
                .option("from", 22)
                .option("to", 7)
                .option("zone", "Asia/Shanghai")
                .option("most", 1)
                .send());
    assertThat(set.text()).contains("silent from 22:00 to 7:00 (Asia/Shanghai), 1 messages a day");

    clock.advance(Duration.ofHours(9)); // 23:00
    serve(added("night-talks", Kind.MEETING, Side.JOINT));
    assertThat(told(trade.id(), 2)).contains("[night talks]");
    awaitOneWaiting();
    told(general.id(), 1);
    clock.advance(Duration.ofHours(8)); // 7:00
    assertThat(told(general.id(), 2)).contains("[night talks]");

    serve(added("second-talks", Kind.MEETING, Side.JOINT));
    assertThat(told(trade.id(), 3)).contains("[second talks]");
    awaitOneWaiting();
    told(general.id(), 2);
    clock.advance(Duration.ofDays(1));
    assertThat(told(general.id(), 3)).contains("[second talks]");
  }

  /** Wednesday 23:00 at Greenwich is Thursday 7:00 in Shanghai. */
  @Test
  @Order(3)
  void weekly_dayAndHour_areThoseOfTheChannelsZone() {
    assertThat(done(quiet().option("most", 10).send()).text())
        .contains("silent from 22:00 to 7:00 (Asia/Shanghai), 10 messages a day");
    SlashCall weekly = manager.slash("watch weekly").option("channel", general);
    assertThat(done(weekly.option("day", "Thursday").option("hour", 9).send()).text())
        .contains("every Thursday from 9:00 (Asia/Shanghai)");
    done(alice.slash("watch weekly").option("day", "WEDNESDAY").option("hour", 23).send());
    done(manager.slash("settings channel moderators").option("channel", general).send());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Scope server = Scope.ofServer(Long.parseLong(served.discord().guild().id()));
    GapTable gaps = new GapTable(served.database());
    gaps.note(server, GapKind.DECLINED, List.of("zeppelins"), today);
    gaps.note(server, GapKind.DECLINED, List.of("zeppelins"), today);

    assertThat(told(inPrivate(), 2)).contains("2026年11月19日").doesNotContain("zeppelins");
    told(general.id(), 3);
    clock.advance(Duration.ofHours(2));
    assertThat(told(general.id(), 4))
        .contains(
            "20 November 2026 to 26 November 2026",
            "New: 6",
            "Changed standing: 1",
            "zeppelins (2)");
  }

  @Test
  @Order(4)
  void watch_lastDayAWeekOff_isTold() {
    clock.advance(Duration.ofDays(352));
    assertThat(told(general.id(), 5)).contains("Last day 19 November 2027", "[rule]");
  }
}
