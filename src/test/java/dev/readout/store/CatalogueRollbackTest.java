package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.StoreFixture.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change whose last step, the audit entry, cannot be written. */
@OnBothEngines
final class CatalogueRollbackTest {
  @Parameter private Kind kind;

  private static final List<String> TABLES =
      List.of(
          "catalogue",
          "snapshot",
          "source",
          "source_version",
          "feed",
          "feed_seen",
          "server_settings",
          "server_channel",
          "audit");

  /** A change of the catalogue. */
  interface Deed {
    void in(Database database) throws Exception;
  }

  private StoreFixture store;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Stream<Named<Deed>> deeds() {
    CorpusRecord edited =
        SampleSource.titled(SampleReceipt.record("accepted", "It was said."), "New");
    SourceHealth health = new SourceHealth(null, null, null, 1, null, null, null, null);
    Snapshot snapshot = SampleSource.snapshot("new");
    return Stream.of(
        deed("add", db -> new SourceTable(db).add(new SampleSource("new").build(), ACTOR)),
        deed("edit", db -> new SourceTable(db).edit(ONE, 1, edited, ACTOR)),
        deed("revise", db -> new SourceTable(db).revise(ONE, 1, edited, snapshot, health, ACTOR)),
        deed("remove", db -> new SourceTable(db).setState(ONE, 1, SourceState.REMOVED, ACTOR)),
        deed("approve", db -> new SourceTable(db).setState(ONE, 2, SourceState.ACCEPTED, ACTOR)),
        deed("refuse", db -> new SourceTable(db).setState(ONE, 2, SourceState.REFUSED, ACTOR)),
        deed("forget", db -> new SourceTable(db).forget(ONE, ACTOR)),
        deed(
            "add feed",
            db ->
                new FeedTable(db)
                    .add(ONE, new Feed.Listing(FeedKind.RSS, "https://a.example/", null), ACTOR)),
        deed("remove feed", db -> new FeedTable(db).remove(ONE, 1, ACTOR)),
        deed("forget feeds", db -> new FeedTable(db).forget(ONE, ACTOR)),
        deed("save settings", db -> new ServerSettingsTable(db).save(settings(false), ACTOR)),
        deed("remove settings", db -> new ServerSettingsTable(db).remove(1, ACTOR)));
  }

  private static Named<Deed> deed(String name, Deed deed) {
    return Named.of(name, deed);
  }

  private static ServerSettings settings(boolean feedback) {
    return new ServerSettings(1, "zh", true, feedback, true, Set.of(5L), true, 7, Set.of(), false);
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void change_auditEntryFails_leavesEverythingAsItWas(Deed deed) throws Exception {
    new SourceTable(store.database()).add(new SampleSource("accepted").build(), ACTOR);
    new SourceTable(store.database()).add(new SampleSource("waiting").waiting().build(), ACTOR);
    FeedTable feeds = new FeedTable(store.database());
    feeds.add(ONE, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), ACTOR);
    feeds.markSeen(ONE, 1, "abc");
    new ServerSettingsTable(store.database()).save(settings(true), ACTOR);
    Map<String, String> before = contents();
    kind.failing().forEach(store::execute);

    assertThatThrownBy(() -> deed.in(store.database()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("no room");
    assertThat(contents()).isEqualTo(before);

    store.execute("DROP TRIGGER failing" + (kind == Kind.SQLITE ? "" : " ON audit"));
    deed.in(store.database());
    assertThat(contents()).isNotEqualTo(before);
    assertThat(new AuditTable(store.database()).newest(ONE, 10)).hasSize(5);
  }

  private Map<String, String> contents() {
    return TABLES.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    store
                        .database()
                        .read(
                            handle ->
                                handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                        .stream()
                        .map(row -> withoutBytes(row).toString())
                        .collect(Collectors.joining("\n"))));
  }

  private static Map<String, Object> withoutBytes(Map<String, Object> row) {
    row.remove("bytes");
    return row;
  }
}
