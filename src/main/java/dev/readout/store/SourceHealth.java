package dev.readout.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a source's address again and again has shown. Immutable. Times are kept to the
 * millisecond.
 *
 * @param checked the last time; null for never
 * @param changed when it last was another document; null for never
 * @param nextCheck when to look again; null for never
 * @param failures how many times in a row it could not be had
 * @param problem what was wrong the last time, cut to 500 characters; null for nothing
 * @param movedTo the address it says it has moved to; null for none, or one over 2,000 characters
 * @param etag the server's; null for none, or one over 1,000 characters
 * @param lastModified the server's text; null for none, or one over 1,000 characters
 */
public record SourceHealth(
    @Nullable Instant checked,
    @Nullable Instant changed,
    @Nullable Instant nextCheck,
    int failures,
    @Nullable String problem,
    @Nullable String movedTo,
    @Nullable String etag,
    @Nullable String lastModified) {
  static final int MAX_PROBLEM = 500;
  static final int MAX_ADDRESS = 2_000;
  static final int MAX_HEADER = 1_000;

  public SourceHealth {
    if (failures < 0) {
      throw new IllegalArgumentException("no number of failures: " + failures);
    }
    checked = toMillis(checked);
    changed = toMillis(changed);
    nextCheck = toMillis(nextCheck);
    problem = cut(problem, MAX_PROBLEM);
    // The texts of strangers: too long a one is as good as none, half a one is wrong.
    movedTo = unlessLonger(movedTo, MAX_ADDRESS);
    etag = unlessLonger(etag, MAX_HEADER);
    lastModified = unlessLonger(lastModified, MAX_HEADER);
  }

  static @Nullable Instant toMillis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  static @Nullable String cut(@Nullable String text, int max) {
    return text == null ? null : Limit.cut(text, max);
  }

  static @Nullable String unlessLonger(@Nullable String text, int max) {
    return text == null || text.length() > max ? null : text;
  }
}
