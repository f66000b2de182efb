package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.store.NoteTable.Bundle;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.WatchTable.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothEngines
final class NoteTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Database database;
  private WatchTable watches;
  private NoteTable notes;
  private Place place;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(kind.empty(folder), InstantSource.fixed(NOW));
    watches = new WatchTable(database);
    notes = new NoteTable(database);
    Place asked = new Place(0, Scope.GLOBAL, 0, 7, "en", "UTC", 0, 0, 1, "", 0, null);
    assertThat(watches.add(asked, WatchTable.Kind.TOPIC, "tariffs")).isTrue();
    assertThat(watches.add(asked, WatchTable.Kind.TOPIC, "tariffs")).isFalse();
    place = watches.find(Scope.GLOBAL, 0, 7).orElseThrow();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String... events) {
    List<NewNote> written =
        List.of(events).stream().map(event -> new NewNote(place.key(), event, event)).toList();
    notes.add(Scope.GLOBAL, List.of(events), written);
  }

  @Test
  void add_sameEventAgain_isOneNote() {
    write("a", "b");
    write("b");
    assertThat(notes.count()).isEqualTo(2);
    assertThat(notes.seen(Scope.GLOBAL)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void bundle_notTakenYet_isTheSameMessageAgain() {
    write("a", "b", "c");
    Bundle first = notes.bundle(place, 2, 100);
    write("d");
    Bundle again = notes.bundle(place, 2, 100);
    assertThat(first.texts()).containsExactly("a", "b");
    assertThat(first.isAgain()).isFalse();
    assertThat(again.texts()).isEqualTo(first.texts());
    assertThat(again.nonce()).isEqualTo(first.nonce());
    assertThat(again.isAgain()).isTrue();

    notes.sent(again, NOW);
    assertThat(notes.bundle(place, 9, 1).texts()).containsExactly("c");
  }

  @Test
  void add_placeThatTakesNothing_keepsTheNewestOnly() {
    write("tried");
    Bundle tried = notes.bundle(place, 1, 1);
    for (int i = 0; i <= NoteTable.MAX_WAITING; i++) {
      write("event " + i);
    }
    assertThat(notes.count()).isEqualTo(NoteTable.MAX_WAITING + 1);
    assertThat(notes.bundle(place, 1, 1).nonce()).isEqualTo(tried.nonce());
    notes.sent(tried, NOW);
    assertThat(notes.bundle(place, 1, 1).texts()).containsExactly("event 1");
  }

  @Test
  void setState_removed_sendsNothingThatTheSourceCaused() throws Exception {
    Scope server = SampleSource.ONE;
    add(server, 5, "US");
    Place channel = watches.channels(server).getFirst();
    SourceTable sources = new SourceTable(database);
    SourceEntry source = sources.add(new SampleSource("page").build(), SampleSource.ACTOR);
    List<String> events = List.of("account page", "standing rule page", "later rule page-2");
    for (Place told : List.of(place, channel)) {
      notes.add(
          told.scope(),
          events,
          events.stream().map(event -> new NewNote(told.key(), event, event)).toList());
    }
    String week = WatchTable.week(channel) + "2026-11-24";
    notes.add(server, List.of(week), List.of(new NewNote(channel.key(), week, "of the page, too")));
    sources.setState(server, source.number(), SourceState.REMOVED, SampleSource.ACTOR);

    assertThat(notes.bundle(channel, 9, 999).texts()).containsExactly("later rule page-2");
    assertThat(notes.isSeen(server, week)).isFalse(); // is written anew
    assertThat(notes.isSeen(server, "account page")).isTrue();
    assertThat(notes.bundle(place, 9, 999).texts()).isEqualTo(events);
  }

  @Test
  void add_moreChannelsThanAServerMayHave_isNone() {
    Scope server = Scope.ofServer(1);
    for (long channel = 1; channel <= WatchTable.MAX_CHANNELS; channel++) {
      assertThat(add(server, channel, "US")).isTrue();
    }
    assertThat(add(server, 99, "US")).isFalse();
    assertThat(add(server, 1, "PRC")).isTrue();
    assertThat(watches.channels(server)).hasSize(WatchTable.MAX_CHANNELS);
  }

  private boolean add(Scope server, long channel, String side) {
    return watches.add(
        new Place(0, server, channel, 0, "zh", "UTC", 0, 0, 1, "", 0, null),
        WatchTable.Kind.SIDE,
        side);
  }

  @Test
  void failed_refused_waitsAndIsNoRepetition() {
    write("a");
    notes.failed(notes.bundle(place, 9, 100), true, "no channel", NOW.plusSeconds(60));
    assertThat(notes.waiting(NOW)).isEmpty();
    assertThat(notes.waiting(NOW.plusSeconds(60))).hasSize(1);
    assertThat(notes.bundle(place, 9, 100).isAgain()).isFalse();
    assertThat(watches.find(Scope.GLOBAL, 0, 7).orElseThrow().problem()).isEqualTo("no channel");
  }

  @Test
  void isOpen_asManyMessagesAsADayMayHave_isNot() {
    watches.limit(place, "Asia/Shanghai", 0, 0, 1);
    write("a");
    notes.sent(notes.bundle(place, 9, 100), NOW);
    Place sent = watches.find(Scope.GLOBAL, 0, 7).orElseThrow();
    assertThat(sent.isOpen(NOW)).isFalse();
    assertThat(sent.isOpen(Instant.parse("2026-11-24T16:00:00Z"))).isTrue(); // the next day there
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 22, 7, 21, true",
    "UTC, 22, 7, 22, false",
    "UTC, 22, 7, 6, false",
    "UTC, 22, 7, 7, true",
    "UTC, 9, 17, 12, false",
    "Asia/Shanghai, 22, 7, 15, false",
    "UTC, 5, 5, 5, true"
  })
  void isOpen_silentHours_isNot(String zone, int from, int to, int hour, boolean isOpen) {
    watches.limit(place, zone, from, to, 10);
    Instant now = Instant.parse("2026-11-24T00:30:00Z").plusSeconds(hour * 3_600L);
    assertThat(watches.find(Scope.GLOBAL, 0, 7).orElseThrow().isOpen(now)).isEqualTo(isOpen);
  }

  @Test
  void stop_lastWatch_takesWhatWaitsWithIt() {
    write("a");
    assertThat(watches.stop(watches.of(place).getFirst())).isTrue();
    assertThat(notes.count()).isZero();
    assertThat(watches.scopes()).isEmpty();
  }

  @Test
  void forget_memberAndServer_leaveNothing() {
    Scope server = Scope.ofServer(1);
    add(server, 5, "US");
    notes.add(Scope.GLOBAL, List.of(WatchTable.week(place) + "2026-11-24", "other"), List.of());
    assertThat(watches.scopes()).isEqualTo(Set.of(Scope.GLOBAL, server));
    assertThat(watches.forget(7)).isEqualTo(1);
    assertThat(notes.seen(Scope.GLOBAL)).containsExactly("other");
    new Departures(database).erase(server);
    assertThat(watches.all()).isEmpty();
    assertThat(watches.places(Scope.GLOBAL)).isEmpty();
  }
}
