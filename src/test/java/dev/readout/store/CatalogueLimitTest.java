package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.Feed.FeedKind;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What happens at the limits of a catalogue. */
@OnBothEngines
final class CatalogueLimitTest {
  @Parameter private StoreFixture.Kind kind;

  @TempDir private Path temp;
  private StoreFixture store;
  private SourceTable table;

  @BeforeEach
  void open() {
    store = new StoreFixture(kind, temp);
    table = new SourceTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void assertFull(CatalogueLimit limit, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            RefusedChangeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(new Reason.Full(limit)))
        .hasMessage(limit.meaning());
  }

  /** Rows like that of the first source, which they are beside. */
  private void fill(int count, SourceState state) {
    store.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        INSERT INTO source (scope, number, state, record_id, record_hash, title, added, added_by,
          version, failures)
        SELECT 'server-1', 10000 + i, '%s', 'filler-' || i, '', '', 0, '1', 1, 0 FROM n\
        """
            .formatted(count, state.wireName()));
  }

  @Test
  void add_5001stSource_isRefusedUntilOneIsForgotten() throws Exception {
    table.add(new SampleSource("first").waiting().build(), ACTOR);
    fill(4_999, SourceState.REMOVED);

    assertFull(CatalogueLimit.SOURCES, () -> table.add(new SampleSource("more").build(), ACTOR));
    assertThat(store.count("source")).isEqualTo(5_000);
    assertThat(store.count("snapshot")).isEqualTo(1);
    assertThat(store.count("audit")).isEqualTo(1);

    table.add(new SampleSource("more").scope(OTHER).build(), ACTOR);
    table.setState(ONE, 1, SourceState.REFUSED, ACTOR);
    table.add(new SampleSource("more").build(), ACTOR);
    assertFull(CatalogueLimit.SOURCES, () -> table.setState(ONE, 1, SourceState.ACCEPTED, ACTOR));
  }

  @Test
  void setState_1001stRefused_dropsTheOldest() throws Exception {
    table.add(new SampleSource("first").waiting().build(), ACTOR);
    fill(1_000, SourceState.REFUSED);

    table.setState(ONE, 1, SourceState.REFUSED, ACTOR);

    assertThat(table.count(ONE, Set.of(SourceState.REFUSED))).isEqualTo(1_000);
    assertThat(table.find(ONE, 1).orElseThrow().state()).isEqualTo(SourceState.REFUSED);
    assertThat(new AuditTable(store.database()).newest(ONE, 2))
        .extracting(entry -> entry.action() + " " + entry.subject())
        .containsExactly("source.drop source 10001", "source.refuse source 1");
  }

  @Test
  void add_beyondOneGibibyte_isRefusedForThisScopeOnly() throws Exception {
    SourceEntry first = table.add(new SampleSource("first").build(), ACTOR);
    store.execute("UPDATE snapshot SET size = " + ((1L << 30) - 100));

    assertFull(CatalogueLimit.BYTES, () -> table.add(new SampleSource("more").build(), ACTOR));
    assertFull(
        CatalogueLimit.BYTES,
        () -> table.edit(ONE, 1, SampleSource.titled(first.record(), "New"), ACTOR));
    assertFull(
        CatalogueLimit.BYTES,
        () ->
            table.revise(
                ONE, 1, first.record(), SampleSource.snapshot("new"), first.health(), ACTOR));
    assertThat(table.find(ONE, 1)).contains(first);
    assertThat(store.count("source_version")).isEqualTo(1);
    assertThat(store.count("audit")).isEqualTo(1);

    table.add(new SampleSource("more").scope(OTHER).build(), ACTOR);
  }

  @Test
  void add_bytesThatTheScopeHas_countOnce() throws Exception {
    table.add(new SampleSource("first").content("same").build(), ACTOR);
    store.execute("UPDATE snapshot SET size = " + ((1L << 30) - 5_000));

    table.add(new SampleSource("second").content("same").build(), ACTOR);

    assertThat(store.count("snapshot")).isEqualTo(1);
  }

  @Test
  void add_recordTooLarge_isRefused() {
    NewSource source = new SampleSource("first").says("x".repeat(500_000)).build();

    assertFull(CatalogueLimit.RECORD, () -> table.add(source, ACTOR));
  }

  @Test
  void add_databaseThreeQuartersFull_isRefusedAndReceiptsAreStillSaved(@TempDir Path other) {
    try (Database small =
        Database.open(
            other.resolve("readout.db"), InstantSource.system(), Database.MIGRATIONS, 400)) {
      SourceTable sources = new SourceTable(small);

      assertFull(
          CatalogueLimit.DATABASE,
          () -> {
            for (int i = 0; i < 400; i++) {
              sources.add(new SampleSource("r" + i).content("x".repeat(9_000) + i).build(), ACTOR);
            }
          });
      Receipts receipts = new Receipts(small);
      for (int i = 0; i < 10; i++) {
        receipts.save(new SampleReceipt(receipts.newId()).build());
      }
      assertThat(sources.accepted(ONE).records()).hasSizeGreaterThan(10);
    }
  }

  @Test
  void add_101stFeed_isRefused() throws Exception {
    FeedTable feeds = new FeedTable(store.database());
    for (int i = 0; i < 100; i++) {
      feeds.add(ONE, new Feed.Listing(FeedKind.RSS, "https://example.org/" + i, null), ACTOR);
    }

    assertFull(
        CatalogueLimit.FEEDS,
        () ->
            feeds.add(
                ONE, new Feed.Listing(FeedKind.RSS, "https://example.org/more", null), ACTOR));
    assertThat(feeds.list(ONE)).hasSize(100);
    feeds.remove(ONE, 1, ACTOR);
    assertThat(
            feeds
                .add(ONE, new Feed.Listing(FeedKind.RSS, "https://example.org/more", null), ACTOR)
                .number())
        .isEqualTo(101);
  }

  @Test
  void snapshot_noneOrTooManyBytes_isRefused() {
    assertThatThrownBy(() -> Snapshot.of(new byte[0], "html", null, SampleSource.RETRIEVED))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] tooMany = new byte[Snapshot.MAX_BYTES + 1];
    assertThatThrownBy(() -> Snapshot.of(tooMany, "html", null, SampleSource.RETRIEVED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10485760 bytes");
  }
}
