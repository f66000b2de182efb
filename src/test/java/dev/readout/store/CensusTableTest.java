package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.store.CensusTable.Census;
import dev.readout.store.CensusTable.Feeds;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class CensusTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Instant CHECKED = SampleReceipt.CREATED.plus(Duration.ofMinutes(5));

  private StoreFixture store;
  private CensusTable census;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    census = new CensusTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void count_nothingAdded_isZeroThroughout() {
    Census none = census.count();

    assertThat(none).isEqualTo(new Census(Map.of(), new Feeds(0, 0, 0, 0, null)));
    assertThat(none.sources()).hasSize(SourceState.values().length).doesNotContainValue(1);
  }

  @Test
  void count_sourcesAndFeedsOfTwoScopes_areCountedTogether() throws Exception {
    SourceTable sources = new SourceTable(store.database());
    sources.add(new SampleSource("a").build(), ACTOR);
    sources.add(new SampleSource("b").scope(OTHER).build(), ACTOR);
    sources.add(new SampleSource("c").waiting().build(), ACTOR);
    FeedTable feeds = new FeedTable(store.database());
    Feed good =
        feeds.add(ONE, new Feed.Listing(FeedKind.LIST_PAGE, "https://example.org/1", null), ACTOR);
    Feed bad =
        feeds.add(
            OTHER, new Feed.Listing(FeedKind.LIST_PAGE, "https://example.org/2", null), ACTOR);
    feeds.checked(ONE, good.number(), new FeedHealth(CHECKED, null, 0, null, null, null));
    FeedHealth failing = new FeedHealth(SampleReceipt.CREATED, null, 2, "gone", null, null);
    feeds.checked(OTHER, bad.number(), failing);

    assertThat(census.count())
        .isEqualTo(
            new Census(
                Map.of(SourceState.ACCEPTED, 2, SourceState.WAITING, 1),
                new Feeds(2, 1, 0, 0, CHECKED)));
  }
}
