package dev.readout.answer;

/**
 * What answer caches have done so far. Immutable.
 *
 * @param hits answers that were there
 * @param misses answers that had to be worked out
 * @param failures computations that threw; nothing is kept of them
 * @param size answers held now
 */
public record CacheStatistics(long hits, long misses, long failures, long size) {}
