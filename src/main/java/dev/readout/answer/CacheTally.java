package dev.readout.answer;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;

/**
 * Counts what answer caches do, also those that are gone: a generation is replaced with its cache,
 * and the counts go on. Thread-safe.
 */
public final class CacheTally {
  private final StatsCounter counter = new ConcurrentStatsCounter();

  StatsCounter counter() {
    return counter;
  }

  /**
   * What they have done so far.
   *
   * @param size answers that they hold now
   */
  public CacheStatistics statistics(long size) {
    CacheStats stats = counter.snapshot();
    return new CacheStatistics(stats.hitCount(), stats.missCount(), stats.loadFailureCount(), size);
  }
}
