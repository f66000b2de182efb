package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class FeedTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final String ADDRESS = "https://example.org/feed";

  private StoreFixture store;
  private FeedTable table;
  private AuditTable audit;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new FeedTable(store.database());
    audit = new AuditTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void add_feed_isFoundInItsScopeAndDueAtOnce() throws Exception {
    Feed feed = table.add(ONE, new Feed.Listing(FeedKind.LIST_PAGE, ADDRESS, "/releases/"), ACTOR);

    assertThat(feed)
        .isEqualTo(
            new Feed(
                1,
                ONE,
                new Feed.Listing(FeedKind.LIST_PAGE, ADDRESS, "/releases/"),
                SampleReceipt.CREATED,
                ACTOR,
                new FeedHealth(null, SampleReceipt.CREATED, 0, null, null, null)));
    assertThat(table.find(ONE, 1)).contains(feed);
    assertThat(table.list(ONE)).containsExactly(feed);
    assertThat(table.due(ONE, SampleReceipt.CREATED, 10)).containsExactly(feed);
    assertThat(table.find(OTHER, 1)).isEmpty();
    assertThat(table.list(OTHER)).isEmpty();
    assertThat(audit.newest(ONE, 1).getFirst())
        .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
        .containsExactly("feed.add", "feed 1", "list-page; " + ADDRESS + "; links /releases/");
  }

  @Test
  void add_sameAddress_isRefusedInThatScopeOnly() throws Exception {
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);

    assertThatThrownBy(
            () -> table.add(ONE, new Feed.Listing(FeedKind.LIST_PAGE, ADDRESS, null), ACTOR))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage("number 1 has the same address");
    assertThat(table.add(OTHER, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR).number())
        .isEqualTo(1);
    assertThat(audit.newest(ONE, 10)).hasSize(1);
  }

  @Test
  void remove_feed_forgetsWhatItListedAndNeverGivesItsNumberAgain() throws Exception {
    Feed feed = table.add(ONE, new Feed.Listing(FeedKind.FEDERAL_REGISTER, ADDRESS, null), ACTOR);
    table.markSeen(ONE, 1, "abc");

    assertThat(table.remove(OTHER, 1, ACTOR)).isEmpty();
    assertThat(table.remove(ONE, 1, ACTOR)).contains(feed);
    assertThat(table.remove(ONE, 1, ACTOR)).isEmpty();
    assertThat(store.count("feed_seen")).isZero();
    assertThat(table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR).number())
        .isEqualTo(2);
    assertThat(audit.newest(ONE, 10))
        .extracting(AuditEntry::action)
        .containsExactly("feed.add", "feed.remove", "feed.add");
  }

  @Test
  void checked_feed_isDueAsItSays() throws Exception {
    Instant next = SampleReceipt.CREATED.plusSeconds(3_600);
    FeedHealth health = new FeedHealth(SampleReceipt.CREATED, next, 3, "gone", "e", "m");
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);

    assertThat(table.checked(OTHER, 1, health)).isFalse();
    assertThat(table.checked(ONE, 1, health)).isTrue();
    FeedHealth kept = new FeedHealth(health.checked(), next, 3, "gone", "e", "m", health.checked());
    assertThat(table.find(ONE, 1).orElseThrow().health()).isEqualTo(kept);
    assertThat(table.due(ONE, next.minusMillis(1), 10)).isEmpty();
    assertThat(table.due(ONE, next, 10)).hasSize(1);
    assertThat(audit.newest(ONE, 10)).hasSize(1);
  }

  @Test
  void hasSeen_marked_isOfThatFeedAlone() throws Exception {
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS + "/2", null), ACTOR);
    table.add(OTHER, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);

    assertThat(table.markSeen(ONE, 1, "abc")).isTrue();
    assertThat(table.markSeen(ONE, 9, "abc")).isFalse();
    assertThat(table.hasSeen(ONE, 1, "abc")).isTrue();
    assertThat(table.hasSeen(ONE, 1, "def")).isFalse();
    assertThat(table.hasSeen(ONE, 2, "abc")).isFalse();
    assertThat(table.hasSeen(OTHER, 1, "abc")).isFalse();
  }

  @Test
  void markSeen_beyondTheLimit_dropsWhatWasListedTheLongestAgo() throws Exception {
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);
    table.markSeen(ONE, 1, "old");
    table.markSeen(ONE, 1, "listed-again");
    store.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9998)
        INSERT INTO feed_seen SELECT 'server-1', 1, 'filler-' || i, 9000000000000 FROM n\
        """);
    store.moveClockTo(SampleReceipt.CREATED.plusSeconds(1));
    table.markSeen(ONE, 1, "listed-again");
    table.markSeen(ONE, 1, "new");

    assertThat(store.count("feed_seen")).isEqualTo(FeedTable.MAX_SEEN);
    assertThat(table.hasSeen(ONE, 1, "old")).isFalse();
    assertThat(table.hasSeen(ONE, 1, "listed-again")).isTrue();
    assertThat(table.hasSeen(ONE, 1, "new")).isTrue();
  }

  @Test
  void forget_scope_leavesTheOthers() throws Exception {
    table.add(ONE, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);
    table.add(OTHER, new Feed.Listing(FeedKind.RSS, ADDRESS, null), ACTOR);

    assertThat(table.forget(ONE, ACTOR)).isEqualTo(1);
    assertThat(table.list(ONE)).isEmpty();
    assertThat(table.list(OTHER)).hasSize(1);
    assertThat(audit.newest(ONE, 1).getFirst().action()).isEqualTo("feed.forget");
  }
}
