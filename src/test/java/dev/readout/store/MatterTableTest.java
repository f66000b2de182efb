package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedbackTable.Verdict;
import dev.readout.store.MatterTable.Matter;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.WatchTable.Kind;
import dev.readout.store.WatchTable.Place;
import dev.readout.store.WatchTable.Watch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class MatterTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Scope SERVER = SampleSource.ONE;
  private static final Matter VOTE = new Matter(MatterTable.Type.DISLIKED, "AAAAAAAA");

  private StoreFixture store;
  private MatterTable matters;
  private NoteTable notes;
  private WatchTable watches;
  private SourceTable sources;
  private FeedbackTable feedback;
  private Place place;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new StoreFixture(kind, folder);
    matters = new MatterTable(store.database());
    notes = new NoteTable(store.database());
    watches = new WatchTable(store.database());
    sources = new SourceTable(store.database());
    feedback = new FeedbackTable(store.database());
    new Receipts(store.database()).save(new SampleReceipt("AAAAAAAA").scope(SERVER).build());
    place = told(5);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Place told(long channel) {
    watches.add(Place.of(SERVER, channel, 0, "en"), Kind.MODERATORS, "all");
    return watches.find(SERVER, channel, 0).orElseThrow();
  }

  private void write(Matter... all) {
    for (Matter matter : all) {
      NewNote note = new NewNote(place.key(), matter.event(), matter.event());
      notes.add(SERVER, List.of(matter.event()), List.of(note));
    }
  }

  private SourceEntry found(String id, Scope scope) throws Exception {
    return sources.add(new SampleSource(id).scope(scope).waiting().build(), SampleSource.ACTOR);
  }

  private void dislike() {
    assertThat(feedback.save("AAAAAAAA", SERVER, SampleReceipt.MEMBER, Verdict.OUT_OF_DATE))
        .isTrue();
  }

  @Test
  void untold_ofOneServer_isWhatIsOpenThereAndNotWritten() throws Exception {
    found("one", SERVER);
    found("other", SampleSource.OTHER);
    FeedTable feeds = new FeedTable(store.database());
    long feed =
        feeds
            .add(SERVER, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), "1")
            .number();
    feeds.checked(SERVER, feed, new FeedHealth(null, null, 2, "denied", null, null));
    dislike();
    assertThat(matters.untold(SERVER))
        .containsExactlyInAnyOrder(new Matter(MatterTable.Type.WAITS, "1"), VOTE);
    feeds.checked(SERVER, feed, new FeedHealth(null, null, 3, "denied", null, null));
    write(VOTE);
    assertThat(matters.untold(SERVER))
        .containsExactlyInAnyOrder(
            new Matter(MatterTable.Type.WAITS, "1"), new Matter(MatterTable.Type.FAILS, "1"));
  }

  @Test
  void dropOver_decidedOrTakenBack_isNotSent() throws Exception {
    SourceEntry source = found("one", SERVER);
    dislike();
    write(new Matter(MatterTable.Type.WAITS, "1"), VOTE);
    matters.dropOver(SERVER);
    assertThat(notes.count()).isEqualTo(2);

    sources.setState(SERVER, source.number(), SourceState.REFUSED, SampleSource.ACTOR);
    feedback.withdraw("AAAAAAAA", SampleReceipt.MEMBER, Verdict.OUT_OF_DATE);
    matters.dropOver(SERVER);
    assertThat(notes.count()).isZero();
    dislike();
    assertThat(matters.untold(SERVER)).containsExactly(VOTE);
  }

  @Test
  void dropOver_voteThatWasTold_isNotToldAgain() {
    dislike();
    write(VOTE);
    notes.sent(notes.bundle(place, 9, 99), store.database().now());
    feedback.withdraw("AAAAAAAA", SampleReceipt.MEMBER, Verdict.OUT_OF_DATE);
    matters.dropOver(SERVER);
    dislike();
    assertThat(matters.untold(SERVER)).isEmpty();
  }

  @Test
  void stop_otherChannel_isToldWhatWasNotSent() throws Exception {
    found("one", SERVER);
    dislike();
    write(VOTE);
    notes.sent(notes.bundle(place, 9, 99), store.database().now());
    write(new Matter(MatterTable.Type.WAITS, "1"));
    watches.add(place, Kind.SIDE, "US");
    Place other = told(6);
    assertThat(watches.stop(new Watch(place.key(), Kind.MODERATORS, "all"))).isTrue();

    assertThat(notes.count()).isZero();
    assertThat(matters.untold(SERVER)).containsExactly(new Matter(MatterTable.Type.WAITS, "1"));
    assertThat(matters.place(SERVER)).contains(other);
  }
}
