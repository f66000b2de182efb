package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source in the catalogue, as it is now. Immutable.
 *
 * @param number the scope's own, from 1, never given twice
 * @param address null for a file
 * @param fileName null for what was only found at an address
 * @param feed the number of the feed that found it, which may be gone; null for a moderator
 * @param record what it is, or becomes, in the index
 * @param snapshot SHA-256 of what was received for it
 * @param retrieved when that was
 * @param addedBy who added it
 * @param versions how many it has had; the newest {@link SourceTable#MAX_VERSIONS} are kept
 */
public record SourceEntry(
    long number,
    Scope scope,
    @Nullable String address,
    @Nullable String fileName,
    @Nullable Long feed,
    SourceState state,
    CorpusRecord record,
    String snapshot,
    Instant retrieved,
    Instant added,
    String addedBy,
    int versions,
    SourceHealth health) {

  /** What has become of a source. */
  public enum SourceState {
    /** Found by a feed, or not yet described; not in the index. */
    WAITING,
    /** In the index from its next build on. */
    ACCEPTED,
    /** Was waiting or accepted; out of the index, its versions are kept. */
    REMOVED,
    /** Found by a feed and turned down. */
    REFUSED;

    /** The word used in the database. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SourceState> ofWireName(String name) {
      return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
    }

    /** Whether it is, or may become, part of the index. */
    public boolean isLive() {
      return this == WAITING || this == ACCEPTED;
    }
  }

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
}
