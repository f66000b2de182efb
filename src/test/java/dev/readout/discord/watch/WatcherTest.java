package dev.readout.discord.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ServingIndexes;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import dev.readout.store.Database;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.NoteTable;
import dev.readout.store.TestDatabase;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down for a member who watches a rule, a topic and the week. */
final class WatcherTest {
  private static final Place ALICE =
      new Place(0, Scope.GLOBAL, 0, 7, "en", "UTC", 0, 0, 1, "", 0, null);

  @TempDir Path folder;
  private int generations;
  private Database database;
  private NoteTable notes;
  private GapTable gaps;
  private WatchTable watches;
  private ServingIndexes serving;
  private Watcher watcher;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.open(folder.resolve("readout.db"), ShippedIndex.CLOCK);
    notes = new NoteTable(database);
    gaps = new GapTable(database);
    watches = new WatchTable(database);
    serving = ServingIndexes.globalOnly(generation(rule()), ShippedIndex.CLOCK);
    watcher = new Watcher(serving, watches, notes, gaps, ShippedIndex.CLOCK);
  }

  @AfterEach
  void close() {
    serving.close();
    database.close();
  }

  private static RecordSketch rule() {
    return new RecordSketch("rule", Kind.RESTRICTION, Side.US)
        .says("Bicycles need a licence.")
        .stands("2025-09-29", null, LegalState.IN_FORCE, "rule");
  }

  private static RecordSketch pausedRule() {
    return new RecordSketch("rule", Kind.RESTRICTION, Side.US)
        .says("Bicycles need a licence.")
        .stands("2025-09-29", "2026-11-19", LegalState.IN_FORCE, "rule")
        .stands("2026-11-20", "2027-11-19", LegalState.SUSPENDED, "pause");
  }

  private static RecordSketch pause() {
    return new RecordSketch("pause", Kind.READOUT, Side.US)
        .published("2026-11-20")
        .says("The rule is paused.");
  }

  private Generation generation(RecordSketch... records) throws IOException {
    return RecordSketch.index(folder.resolve(String.valueOf(generations++)), records);
  }

  private List<String> told() {
    return notes.waiting(ShippedIndex.CLOCK.instant()).stream()
        .flatMap(place -> notes.bundle(place, 100, 100_000).texts().stream())
        .toList();
  }

  @Test
  void look_newState_isToldOnceOverRollBacksAndRestarts() throws IOException {
    assertThat(watcher.watch(ALICE, WatchTable.Kind.MEASURE, "rule")).isTrue();
    watcher.look();
    assertThat(told()).isEmpty();

    serving.replaceGlobal(generation(pausedRule(), pause()));
    watcher.look();
    assertThat(told())
        .singleElement()
        .asString()
        .contains(
            "Now: suspended from 20 November 2026 to 19 November 2027",
            "Before: in force from 29 September 2025 to 19 November 2026",
            "Proof: [pause]",
            "known since 24 November 2026");

    serving.replaceGlobal(generation(rule()));
    watcher.look();
    serving.replaceGlobal(generation(pausedRule(), pause()));
    new Watcher(serving, watches, notes, gaps, ShippedIndex.CLOCK).look();
    assertThat(told()).hasSize(1);
  }

  @Test
  void look_stateOfAnotherDay_isNotCalledTheStateNow() throws IOException {
    watcher.watch(ALICE, WatchTable.Kind.MEASURE, "rule");
    serving.replaceGlobal(
        generation(
            new RecordSketch("rule", Kind.RESTRICTION, Side.US)
                .says("Bicycles need a licence.")
                .stands("2025-09-29", "2027-01-31", LegalState.IN_FORCE, "rule")
                .stands("2027-02-01", null, LegalState.SUSPENDED, "pause"),
            pause()));
    watcher.look();
    assertThat(told())
        .singleElement()
        .asString()
        .contains("Newly recorded: suspended from 1 February 2027")
        .doesNotContain("Now: ");
  }

  /** Midnight passes while one scope after the other is looked at. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void look_overMidnight_tellsWhatEndsSoonOnce(int readsBefore)
      throws IOException, InterruptedException {
    Scope server = Scope.ofServer(1);
    RecordSketch ending =
        new RecordSketch("rule", Kind.RESTRICTION, Side.US)
            .says("Bicycles need a licence.")
            .stands("2025-09-29", "2026-12-02", LegalState.IN_FORCE, "rule");
    serving.replaceGlobal(generation(ending));
    watcher.watch(channelOf(server), WatchTable.Kind.MEASURE, "rule");
    serving.replace(server, generation(ending));
    AtomicInteger reads = new AtomicInteger();
    InstantSource clock =
        () ->
            Instant.parse(
                reads.incrementAndGet() <= readsBefore
                    ? "2026-11-24T23:59:59Z"
                    : "2026-11-25T00:00:01Z");
    Watcher awake = new Watcher(serving, watches, notes, gaps, clock);
    List<String> sent = new ArrayList<>();
    NoteSender sender =
        new NoteSender(
            notes,
            (_, message, _) -> {
              sent.add(message.toString());
              return CompletableFuture.completedFuture(null);
            },
            _ -> true,
            clock);
    for (int look = 0; look < 3; look++) {
      awake.look();
      sender.send();
    }
    assertThat(sent).singleElement().asString().contains("2 December 2026");
  }

  @Test
  void look_serverThatFails_keepsNoOtherWaiting() throws IOException, SQLException {
    List<Scope> servers = LongStream.rangeClosed(1, 5).mapToObj(Scope::ofServer).toList();
    for (Scope server : servers) {
      watcher.watch(channelOf(server), WatchTable.Kind.TOPIC, "bicycles");
      watcher.watch(channelOf(server), WatchTable.Kind.WEEKLY, "TUESDAY 9");
      serving.replace(server, generation(pausedRule(), pause()));
    }
    String file = "jdbc:sqlite:" + folder.resolve("readout.db");
    try (Connection other = DriverManager.getConnection(file);
        Statement broken = other.createStatement()) {
      broken.execute(
          "CREATE TRIGGER broken BEFORE INSERT ON watch_seen WHEN NEW.scope = 'server-1'"
              + " BEGIN SELECT RAISE(ABORT, 'broken'); END");
    }
    watcher.look();
    assertThat(servers.stream().filter(server -> notes.isSeen(server, "account pause")))
        .containsExactlyElementsOf(servers.subList(1, servers.size()));
  }

  private static Place channelOf(Scope server) {
    return new Place(0, server, 5, 0, "en", "UTC", 0, 0, 1, "", 0, null);
  }

  @Test
  void send_thousandWatchesAndANewState_areSentOnceAndAFewAtATime()
      throws IOException, InterruptedException {
    for (long i = 0; i < 1_000; i++) {
      Scope scope = i % 2 == 0 ? Scope.GLOBAL : Scope.ofServer(i);
      boolean isPrivate = scope.equals(Scope.GLOBAL);
      Place place = Place.of(scope, isPrivate ? 0 : 5, isPrivate ? i + 1 : 0, "en");
      assertThat(watcher.watch(place, WatchTable.Kind.MEASURE, "rule")).isTrue();
    }
    serving.replaceGlobal(generation(pausedRule(), pause()));
    watcher.look();
    List<Long> sent = new ArrayList<>();
    NoteSender sender =
        new NoteSender(
            notes,
            (place, _, _) -> {
              sent.add(place.key());
              return CompletableFuture.completedFuture(null);
            },
            _ -> true,
            ShippedIndex.CLOCK);
    while (notes.count() > 0) {
      int before = sent.size();
      sender.send();
      assertThat(sent.size() - before).isBetween(1, NoteSender.AT_ONCE);
    }
    assertThat(sent).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void look_topic_tellsNewAccountsAndStates() throws IOException {
    watcher.watch(ALICE, WatchTable.Kind.TOPIC, "bicycles");
    serving.replaceGlobal(generation(pausedRule(), pause()));
    watcher.look();
    assertThat(told()).hasSize(2).anyMatch(note -> note.startsWith("- New: [pause]"));
  }

  @Test
  void look_week_isToldOnItsDayOnceAndNotWhenEmpty() throws IOException {
    watcher.watch(ALICE, WatchTable.Kind.WEEKLY, "TUESDAY 9");
    watcher.look();
    assertThat(told()).isEmpty(); // and that is that week's

    WatchTable.Watch other = watches.all().getFirst();
    watches.stop(other);
    serving.replaceGlobal(generation(pausedRule(), pause()));
    Place bob = new Place(0, Scope.GLOBAL, 0, 8, "en", "UTC", 0, 0, 1, "", 0, null);
    watcher.watch(bob, WatchTable.Kind.WEEKLY, "TUESDAY 9");
    watcher.watch(bob, WatchTable.Kind.WEEKLY, "MONDAY 9");
    watcher.look();
    watcher.look();
    assertThat(told())
        .singleElement()
        .asString()
        .contains("18 November 2026 to 24 November 2026", "New: 1", "Changed standing: 1");
  }

  @Test
  void look_weekOfModerators_tellsWhatFoundNoAnswerAndOthersDoNot() {
    Scope server = Scope.ofServer(1);
    LocalDate day = LocalDate.parse("2026-11-23");
    gaps.note(server, GapKind.DECLINED, List.of("bicycles", "tyres"), day);
    gaps.note(server, GapKind.DECLINED, List.of("bicycles"), day);
    gaps.note(Scope.ofServer(2), GapKind.DECLINED, List.of("saddles"), day);
    gaps.note(Scope.ofServer(2), GapKind.DECLINED, List.of("saddles"), day);
    for (long channel : new long[] {5, 6}) {
      watcher.watch(Place.of(server, channel, 0, "en"), WatchTable.Kind.WEEKLY, "TUESDAY 9");
    }
    watcher.watch(Place.of(server, 6, 0, "en"), WatchTable.Kind.MODERATORS, "all");
    watcher.look();
    assertThat(told())
        .singleElement() // the other channel's week is empty
        .asString()
        .contains("without an answer since 16 November 2026", "(2)")
        .doesNotContain("tyres", "saddles");
  }
}
