package dev.readout.backup;

import dev.readout.index.IndexCopy;
import java.nio.file.Path;
import java.util.List;

/**
 * What a restore has done. Immutable.
 *
 * @param backup what was restored
 * @param indexes what serves from now on
 * @param records what became of the records
 * @param settings what became of the settings
 * @param before the folders where what was there before is kept; empty when nothing was
 */
public record Restored(
    BackupSummary backup,
    List<IndexCopy.Current> indexes,
    Fate records,
    Fate settings,
    List<Path> before) {
  public Restored {
    indexes = List.copyOf(indexes);
    before = List.copyOf(before);
  }

  /** What became of a part that may differ from the backup's without harm. */
  public sealed interface Fate {
    /** It was the same, and stays. */
    record Same() implements Fate {}

    /**
     * It is the backup's now.
     *
     * @param onlyTimes whether it had the same bytes before, of which no copy is kept then
     */
    record Replaced(boolean onlyTimes) implements Fate {}

    /** The backup has none. */
    record NotInBackup() implements Fate {}

    /**
     * It stays as it was, and differs.
     *
     * @param reason why
     * @param difference how the backup's differs from it
     */
    record Kept(String reason, String difference) implements Fate {}
  }
}
