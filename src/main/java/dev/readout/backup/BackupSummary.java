package dev.readout.backup;

import dev.readout.index.IndexCopy;
import java.time.Instant;
import java.util.List;

/**
 * What a backup holds. Immutable.
 *
 * @param program the version of Readout that made it
 * @param made when
 * @param tables the version of the database's tables; empty where there is no database
 * @param databaseBytes how large the database is
 * @param indexes of how many scopes it holds what serves
 * @param records how many files of records, lists and schemas
 * @param hasSettings whether the file of settings is in it
 * @param leftOut the scopes whose index could not be copied, which is built anew instead
 */
public record BackupSummary(
    String program,
    Instant made,
    String tables,
    long databaseBytes,
    int indexes,
    int records,
    boolean hasSettings,
    List<IndexCopy.LeftOut> leftOut) {
  public BackupSummary {
    leftOut = List.copyOf(leftOut);
  }

  static BackupSummary of(Manifest manifest, IndexCopy.Taken index) {
    return of(manifest, index.copied().size(), index.leftOut());
  }

  /** Of a backup that somebody made before. */
  static BackupSummary of(Manifest manifest) {
    long indexes =
        manifest.files(Part.INDEX).stream()
            .map(StoredFile::path)
            .filter(path -> path.equals("current") || path.endsWith("/current"))
            .count();
    return of(manifest, (int) indexes, List.of());
  }

  private static BackupSummary of(Manifest manifest, int indexes, List<IndexCopy.LeftOut> leftOut) {
    return new BackupSummary(
        manifest.program(),
        manifest.made(),
        manifest.tables(),
        manifest.bytes(Part.DATABASE),
        indexes,
        manifest.files(Part.RECORDS).size(),
        !manifest.files(Part.SETTINGS).isEmpty(),
        leftOut);
  }
}
