package dev.readout.ops.metric;

import dev.readout.store.Census;
import dev.readout.store.CensusTable;
import dev.readout.store.Database;
import dev.readout.store.SourceState;

/** What is in the database, of all scopes together. */
final class DatabaseMeters {
  private DatabaseMeters() {}

  static void add(Meters meters, Sampler sampler, Database database) {
    Sampled<Long> bytes = sampler.sample(database::bytesOnDisk);
    meters.bytes("readout.database.size", "The database on disk", () -> bytes.figure(size -> size));
    Sampled<Census> census = sampler.sample(new CensusTable(database)::count);
    for (SourceState state : SourceState.values()) {
      meters.gauge(
          "readout.sources",
          "Sources that were added",
          () -> census.figure(now -> now.sources().getOrDefault(state, 0)),
          "state",
          state.wireName());
    }
    meters.gauge("readout.feeds", "Feeds that are watched", () -> census.figure(Census::feeds));
    meters.gauge(
        "readout.feeds.failing",
        "Feeds that could not be had the last time",
        () -> census.figure(Census::failingFeeds));
    meters.seconds(
        "readout.feeds.checked.timestamp",
        "When a feed was last looked at",
        () -> census.figure(now -> Meters.timestamp(now.lastFeedCheck())));
  }
}
