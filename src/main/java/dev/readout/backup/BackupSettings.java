package dev.readout.backup;

import dev.readout.config.Setting;
import java.nio.file.Path;
import java.time.Duration;

/**
 * When a running bot makes backups by itself. Immutable.
 *
 * @param every how long after the newest one; zero for never
 * @param keep how many are kept, the newest
 * @param folder where they are
 */
public record BackupSettings(
    @Setting(least = "0s", most = "30d", otherwise = "0s, which is never") Duration every,
    @Setting(least = "1", most = "1000") int keep,
    @Setting(of = "a folder", otherwise = "data/backups") Path folder) {}
