package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Feed.FeedKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class DeparturesTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Scope HERE = Scope.ofServer(1);
  private static final Scope THERE = Scope.ofServer(2);

  private Instant now = Instant.parse("2026-11-26T12:00:00Z");
  private Database database;
  private Departures departures;
  private FeedTable feeds;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    database = Database.open(kind.empty(folder), () -> now);
    departures = new Departures(database);
    feeds = new FeedTable(database);
    for (Scope server : List.of(HERE, THERE)) {
      feeds.add(server, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), "1");
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Scope> due() {
    return feeds.scopesDue(now);
  }

  @Test
  void leave_feedsStop_comeBack_theyGoOn() {
    assertThat(departures.comeBack(HERE)).isFalse();
    assertThat(departures.leave(HERE)).isTrue();
    assertThat(departures.leave(HERE)).isFalse();
    assertThat(due()).containsExactly(THERE);

    assertThat(departures.comeBack(HERE)).isTrue();
    assertThat(due()).containsExactly(HERE, THERE);
    assertThat(departures.before(now.plusSeconds(1))).isEmpty();
  }

  @Test
  void before_onlyThoseThatLeftSoLongAgo_andErasedOnce() {
    departures.leave(HERE);
    now = now.plus(Duration.ofDays(2));
    departures.leave(THERE);

    assertThat(departures.before(now.minus(Duration.ofDays(1)))).containsExactly(HERE);
    departures.erase(HERE);
    assertThat(departures.before(now.plusSeconds(1))).containsExactly(THERE);
    assertThat(departures.withSomething()).containsExactly(THERE);
    assertThat(feeds.list(HERE)).isEmpty();
    assertThat(feeds.list(THERE)).hasSize(1);
    assertThat(new AuditTable(database).newest(HERE, 10))
        .extracting(AuditEntry::action)
        .contains("server.leave", "server.erase");
  }

  @Test
  void due_sourcesOfAServerThatLeft_areNotLookedAt() throws Exception {
    Scope noFeeds = Scope.ofServer(3);
    SourceTable sources = new SourceTable(database);
    sources.add(new SampleSource("truce").scope(noFeeds).build(), "1");
    Instant later = now.plus(Duration.ofDays(400));
    assertThat(feeds.scopesDue(later)).contains(noFeeds);

    departures.leave(noFeeds);
    assertThat(feeds.scopesDue(later)).doesNotContain(noFeeds);
    departures.comeBack(noFeeds);
    assertThat(feeds.scopesDue(later)).contains(noFeeds);
  }
}
