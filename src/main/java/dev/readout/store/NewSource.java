package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A source to be added to the catalogue. Immutable. It has an address, a file name, or both.
 *
 * @param address where it was found, in the one form that the caller gives to all; up to 2,000
 *     characters
 * @param fileName up to 300 characters
 * @param feed the number of the feed that found it; null for a moderator
 * @param state waiting or accepted
 * @param record what it becomes in the index
 * @param snapshot what was received
 * @param etag the server's, see {@link SourceHealth}
 * @param lastModified the server's text, see {@link SourceHealth}
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
