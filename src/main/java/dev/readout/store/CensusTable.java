package dev.readout.store;

import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts over all scopes; reads no record. Thread-safe. */
public final class CensusTable {
  private final Database database;

  public CensusTable(Database database) {
    this.database = database;
  }

  /** As of one moment. */
  public Census count() {
    return database.read(
        handle -> {
          Map<SourceState, Integer> sources = sources(handle);
          return handle
              .createQuery(
                  """
                  SELECT count(*) AS feeds, count(*) FILTER (WHERE failures > 0) AS failing,
                    max(checked) AS checked
                  FROM feed\
                  """)
              .map(
                  (row, _) ->
                      new Census(
                          sources,
                          row.getInt("feeds"),
                          row.getInt("failing"),
                          SourceRow.instantOrNull(row, "checked")))
              .one();
        });
  }

  private static Map<SourceState, Integer> sources(Handle handle) {
    Map<SourceState, Integer> sources = new EnumMap<>(SourceState.class);
    handle
        .createQuery("SELECT state, count(*) AS sources FROM source GROUP BY state")
        .map((row, _) -> Map.entry(row.getString("state"), row.getInt("sources")))
        .forEach(
            entry ->
                SourceState.ofWireName(entry.getKey())
                    .ifPresent(state -> sources.put(state, entry.getValue())));
    return sources;
  }
}
