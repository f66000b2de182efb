package dev.readout.store;

import dev.readout.config.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its data. Immutable.
 *
 * @param file the database
 * @param nativeFolder where SQLite's native library is unpacked; null for the database's own folder
 */
public record StoreSettings(
    @Setting(of = "a file", otherwise = "data/readout.db") Path file,
    @Setting(of = "a folder", otherwise = "the folder of store.file")
        @Nullable Path nativeFolder) {}
