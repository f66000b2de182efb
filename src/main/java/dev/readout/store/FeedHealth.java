package dev.readout.store;

import java.time.Instant;
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
 */
public record FeedHealth(
    @Nullable Instant checked,
    @Nullable Instant nextCheck,
    int failures,
    @Nullable String problem,
    @Nullable String etag,
    @Nullable String lastModified) {

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
}
