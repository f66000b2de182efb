package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
import dev.readout.corpus.WireNamed;
import dev.readout.store.RecordCopy.DamagedEntryException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A source in the catalogue as it is now, its number the scope's own and never given twice; no feed
 * for a moderator's, address or file name null where it has none. Immutable.
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
  public enum SourceState implements WireNamed {
    /** Found by a feed, or not yet described; not in the index. */
    WAITING,
    /** In the index from its next build on. */
    ACCEPTED,
    /** Was waiting or accepted; out of the index, its versions are kept. */
    REMOVED,
    /** Found by a feed and turned down. */
    REFUSED;

    public static Optional<SourceState> ofWireName(String name) {
      return WireNamed.of(values(), name);
    }

    /** Whether it is, or may become, part of the index. */
    public boolean isLive() {
      return this == WAITING || this == ACCEPTED;
    }
  }

  /**
   * What looks at a source's address have shown, null for never or nothing; times in milliseconds.
   * A problem is cut to 500 characters; too long an address (2,000) or header (1,000) is none.
   * Immutable.
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

  /** A source as its rows hold it, made an entry and checked on the caller's thread. Immutable. */
  record SourceRow(
      long number,
      Scope scope,
      @Nullable String address,
      @Nullable String fileName,
      @Nullable Long feed,
      SourceState state,
      @Nested RecordCopy copy,
      String sha256,
      Instant retrieved,
      Instant added,
      String addedBy,
      int version,
      @Nested SourceHealth health) {

    /** To be continued with a condition on {@code source}. */
    static final String SELECT =
        """
        SELECT source.*, source.record_hash AS hash, source_version.record AS json,
          source_version.retrieved, snapshot.sha256
        FROM source
        JOIN source_version ON source_version.scope = source.scope
          AND source_version.number = source.number AND source_version.version = source.version
        JOIN snapshot ON snapshot.key = source_version.snapshot
        """;

    static Optional<SourceRow> find(Handle handle, Scope scope, long number) {
      return handle
          .select(SELECT + "WHERE source.scope = ? AND source.number = ?", scope, number)
          .mapTo(SourceRow.class)
          .findOne();
    }

    /** The entry; throws {@link DamagedEntryException} when its record is not what was saved. */
    SourceEntry toEntry() {
      CorpusRecord record;
      try {
        record = copy.toRecord();
      } catch (IOException e) {
        throw new DamagedEntryException("source " + number + " of " + scope.id(), e);
      }
      return new SourceEntry(
          number, scope, address, fileName, feed, state, record, sha256, retrieved, added, addedBy,
          version, health);
    }
  }

  /**
   * A source to be added, waiting or accepted, with an address in its one form (2,000 characters),
   * a file name (300) or both. Immutable.
   */
  public record NewSource(
      Scope scope,
      @Nullable String address,
      @Nullable String fileName,
      @Nullable Long feed,
      SourceState state,
      CorpusRecord record,
      Snapshot snapshot,
      @Nullable String etag,
      @Nullable String lastModified) {
    /** How long after it was retrieved an address is due for the first time. */
    public static final Duration FIRST_CHECK = Duration.ofDays(1);

    /** Longest name of a file. */
    public static final int MAX_FILE_NAME = 300;

    static final Limit ADDRESS = new Limit("the address", 1, SourceHealth.MAX_ADDRESS);
    private static final Limit FILE_NAME = new Limit("the file name", 1, MAX_FILE_NAME);

    public NewSource {
      etag = SourceHealth.unlessLonger(etag, SourceHealth.MAX_HEADER);
      lastModified = SourceHealth.unlessLonger(lastModified, SourceHealth.MAX_HEADER);
      if (address == null && fileName == null) {
        throw new IllegalArgumentException("a source has an address or a file name");
      }
      ADDRESS.check(address);
      FILE_NAME.check(fileName);
      if (!state.isLive()) {
        throw new IllegalArgumentException("a new source is waiting or accepted, not " + state);
      }
    }
  }

  /**
   * What a scope's accepted sources are in the index, by id, and the ids of those damaged and left
   * out. Immutable.
   */
  public record AcceptedSources(List<CorpusRecord> records, List<String> damaged) {
    public AcceptedSources {
      records = List.copyOf(records);
      damaged = List.copyOf(damaged);
    }
  }

  /** A version of a source, from 1 on: what was received for it, and when. Immutable. */
  public record SourceVersion(int version, String snapshot, Instant retrieved) {}

  /**
   * A document as received, 1 to {@link #MAX_BYTES} bytes, read when needed, with its SHA-256, a
   * word for its format (40 characters), the encoding that came with it (60), and when, in
   * milliseconds. Immutable.
   */
  public record Snapshot(
      int size,
      String sha256,
      Supplier<byte[]> content,
      String format,
      @Nullable String charset,
      Instant retrieved) {
    /** Largest document, as of {@code intake}. */
    public static final int MAX_BYTES = 10 << 20;

    private static final Limit FORMAT = new Limit("the format", 1, 40);
    private static final Limit CHARSET = new Limit("the encoding", 1, 60);

    public Snapshot {
      if (size == 0 || size > MAX_BYTES) {
        throw new IllegalArgumentException(
            "a snapshot has 1 to " + MAX_BYTES + " bytes, not " + size);
      }
      FORMAT.check(format);
      CHARSET.check(charset);
      retrieved = retrieved.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Snapshot of(
        byte[] bytes, String format, @Nullable String charset, Instant retrieved) {
      return new Snapshot(bytes.length, Sha256.of(bytes), bytes::clone, format, charset, retrieved);
    }

    /** A copy of all bytes. */
    public byte[] bytes() {
      return content.get();
    }
  }
}
