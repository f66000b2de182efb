package dev.readout.store;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much there is in all scopes together, for whoever runs the bot. Immutable.
 *
 * @param sources by state, every state
 * @param feeds how many there are
 * @param failingFeeds how many of them could not be had the last time
 * @param lastFeedCheck when a feed was last looked at; null for never
 */
public record Census(
    Map<SourceState, Integer> sources,
    int feeds,
    int failingFeeds,
    @Nullable Instant lastFeedCheck) {
  public Census {
    Map<SourceState, Integer> all = new EnumMap<>(SourceState.class);
    for (SourceState state : SourceState.values()) {
      all.put(state, sources.getOrDefault(state, 0));
    }
    sources = Collections.unmodifiableMap(all);
  }
}
