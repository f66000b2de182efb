package dev.readout.store;

import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts over all scopes; reads no record. Thread-safe. */
public record CensusTable(Database database) {
  /**
   * How much there is in all scopes: sources by every state; feeds failing, denied or long empty;
   * when one was last looked at, null for never. Immutable.
   */
  public record Census(
      Map<SourceState, Integer> sources,
      int feeds,
      int failingFeeds,
      int deniedFeeds,
      int emptyFeeds,
      @Nullable Instant lastFeedCheck) {
    public Census {
      Map<SourceState, Integer> all = new EnumMap<>(SourceState.class);
      for (SourceState state : SourceState.values()) {
        all.put(state, sources.getOrDefault(state, 0));
      }
      sources = Collections.unmodifiableMap(all);
    }
  }

  record Feeds(int feeds, int failing, int denied, int empty, @Nullable Instant checked) {}

  /** As of one moment. */
  public Census count() {
    return database.read(
        handle -> {
          Feeds feeds =
              handle
                  .select(
                      """
                      SELECT count(*) AS feeds, count(*) FILTER (WHERE failures > 0) AS failing,
                        count(*) FILTER (WHERE problem IN ('%s', '%s')) AS denied,
                        count(*) FILTER (WHERE problem = '%s') AS empty,
                        max(checked) AS checked
                      FROM feed\
                      """
                          .formatted(
                              FeedHealth.DENIED, FeedHealth.CHALLENGE, FeedHealth.LONG_EMPTY))
                  .mapTo(Feeds.class)
                  .one();
          return new Census(
              sources(handle),
              feeds.feeds(),
              feeds.failing(),
              feeds.denied(),
              feeds.empty(),
              feeds.checked());
        });
  }

  private static Map<SourceState, Integer> sources(Handle handle) {
    return handle
        .select("SELECT state, count(*) AS sources FROM source GROUP BY state")
        .reduceRows(
            new EnumMap<>(SourceState.class),
            (counts, row) -> {
              counts.put(
                  row.getColumn("state", SourceState.class),
                  row.getColumn("sources", Integer.class));
              return counts;
            });
  }
}
