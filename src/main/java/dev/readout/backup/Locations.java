package dev.readout.backup;

import dev.readout.store.StoreSettings;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of an installation are, or are to be. Immutable.
 *
 * @param store the database
 * @param index the folder of indexes
 * @param records the folder of records
 * @param settings the file of settings
 * @param keyFile what backups are encrypted with; null for not at all
 */
public record Locations(
    StoreSettings store, Path index, Path records, Path settings, @Nullable Path keyFile) {
  public Locations {
    store = store.withFile(absolute(store.file()));
    index = absolute(index);
    records = absolute(records);
    settings = absolute(settings);
    keyFile = keyFile == null ? null : absolute(keyFile);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The folder of the database. */
  Path data() {
    return Objects.requireNonNull(store.file().getParent());
  }
}
