package dev.readout.store;

import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts over all scopes; reads no record. Thread-safe. */
public record CensusTable(Database database) {
  /** How much there is in all scopes: sources by every state, and feeds. Immutable. */
  public record Census(Map<SourceState, Integer> sources, Feeds feeds) {
    public Census {
      Map<SourceState, Integer> all = new EnumMap<>(SourceState.class);
      for (SourceState state : SourceState.values()) {
        all.put(state, sources.getOrDefault(state, 0));
      }
      sources = Collections.unmodifiableMap(all);
    }
  }

  /** All, those failing, denied or long empty; when one was last looked at, null for never. */
  public record Feeds(int all, int failing, int denied, int empty, @Nullable Instant checked) {}

  /** As of one moment. */
  public Census count() {
    return database.read(handle -> new Census(sources(handle), feeds(handle)));
  }

  private static Feeds feeds(Handle handle) {
    return handle
        .select(
            """
            SELECT count(*) AS "all", count(*) FILTER (WHERE failures > 0) AS failing,
              count(*) FILTER (WHERE problem IN ('%s', '%s')) AS denied,
              count(*) FILTER (WHERE problem = '%s') AS empty,
              max(checked) AS checked
            FROM feed\
            """
                .formatted(FeedHealth.DENIED, FeedHealth.CHALLENGE, FeedHealth.LONG_EMPTY))
        .mapTo(Feeds.class)
        .one();
  }

  private static Map<SourceState, Integer> sources(Handle handle) {
    return handle
        .select("SELECT state, count(*) AS sources FROM source GROUP BY state")
        .collectRows(
            Collectors.toMap(
                row -> row.getColumn("state", SourceState.class),
                row -> row.getColumn("sources", Integer.class)));
  }
}
