package dev.readout.backup;

import dev.readout.config.Setting;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a running bot makes backups by itself. Immutable.
 *
 * @param every how long after the newest one; zero for never
 * @param keep how many are kept, the newest
 * @param folder where they are
 * @param keyFile what all backups are encrypted with; null for not at all
 */
public record BackupSettings(
    @Setting(least = "0s", most = "30d", otherwise = "0s, which is never") Duration every,
    @Setting(least = "1", most = "1000") int keep,
    @Setting(of = "a folder", otherwise = "data/backups") Path folder,
    @Setting(of = "a file", otherwise = "none; they are not encrypted") @Nullable Path keyFile) {}
