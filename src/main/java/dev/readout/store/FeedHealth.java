package dev.readout.store;

import java.time.Instant;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a feed again and again has shown. Immutable. Lengths as of {@link SourceHealth}.
 *
 * @param checked the last time; null for never
 * @param nextCheck when to look again; null for never
 * @param failures how many times in a row it could not be had
 * @param problem what was wrong the last time; null for nothing
 * @param etag the server's
 * @param lastModified the server's text
 * @param problemSince since when it is wrong, as the catalogue remembers; null for nothing
 */
public record FeedHealth(
    @Nullable Instant checked,
    @Nullable Instant nextCheck,
    int failures,
    @Nullable String problem,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant problemSince) {

  /** The problem of a feed that refuses its list or its documents to programs. */
  public static final String DENIED = "denied";

  /** The problem of one that asks who is reading in their place. */
  public static final String CHALLENGE = "challenge";

  /** The problem of a feed that has listed nothing for seven days. */
  public static final String LONG_EMPTY = "empty-7-days";

  @JdbiConstructor
  public FeedHealth {
    if (failures < 0) {
      throw new IllegalArgumentException("no number of failures: " + failures);
    }
    checked = SourceHealth.toMillis(checked);
    nextCheck = SourceHealth.toMillis(nextCheck);
    problem = SourceHealth.cut(problem, SourceHealth.MAX_PROBLEM);
    etag = SourceHealth.unlessLonger(etag, SourceHealth.MAX_HEADER);
    lastModified = SourceHealth.unlessLonger(lastModified, SourceHealth.MAX_HEADER);
  }

  /** As a look at it finds it: since when something is wrong only the catalogue knows. */
  public FeedHealth(
      @Nullable Instant checked,
      @Nullable Instant nextCheck,
      int failures,
      @Nullable String problem,
      @Nullable String etag,
      @Nullable String lastModified) {
    this(checked, nextCheck, failures, problem, etag, lastModified, null);
  }
}
