package dev.readout.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its data. Immutable.
 *
 * @param file the database
 * @param nativeFolder where SQLite's native library is unpacked; null for the database's own folder
 */
public record StoreSettings(Path file, @Nullable Path nativeFolder) {}
