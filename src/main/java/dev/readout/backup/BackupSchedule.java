package dev.readout.backup;

import dev.readout.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup whenever the newest in the folder is old enough, also of an earlier process, and
 * deletes the oldest beyond those that are kept. Other files in the folder are left alone.
 * Thread-safe; closed by its owner.
 */
public final class BackupSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /** After a failure, which is likely to last. */
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofHours(1);

  /** A name says when it was made; names sort by time. */
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'readout-'uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Backup backup;
  private final BackupSettings settings;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("backups").factory());
  private volatile Instant newest;
  private Instant nextTry = Instant.MIN;

  /** Begins nothing yet. */
  BackupSchedule(Backup backup, BackupSettings settings, InstantSource clock) {
    this.backup = backup;
    this.settings = settings;
    this.clock = clock;
    this.newest = clock.instant(); // if there is none, its age counts from now on
  }

  /** Looks from now on, unless the settings say never. */
  public static BackupSchedule start(Backup backup, BackupSettings settings, InstantSource clock) {
    BackupSchedule schedule = new BackupSchedule(backup, settings, clock);
    if (schedule.isOn()) {
      var _ =
          schedule.thread.scheduleWithFixedDelay(
              schedule::look, 0, BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }
    return schedule;
  }

  private boolean isOn() {
    return settings.every().isPositive();
  }

  /** The age of the newest backup in seconds; not a number where none is made. */
  public double ageSeconds() {
    return isOn() ? Duration.between(newest, clock.instant()).toSeconds() : Double.NaN;
  }

  void look() {
    Instant now = clock.instant();
    if (now.isBefore(nextTry) && !now.isBefore(nextTry.minus(BEFORE_THE_NEXT_TRY))) {
      return;
    }
    try {
      Files.createDirectories(settings.folder());
      // What was made later than now, was with a clock that was wrong.
      Optional<Instant> last =
          all().stream()
              .map(BackupSchedule::made)
              .filter(made -> !made.isAfter(now))
              .max(Comparator.naturalOrder());
      newest = last.orElse(newest);
      if (last.isEmpty() || !now.isBefore(newest.plus(settings.every()))) {
        Path file = settings.folder().resolve(NAME.format(now) + backup.ending());
        LOG.info("{}: {}", file, backup.write(file, false));
        newest = now;
        List<Path> kept = all();
        for (Path old : kept.subList(0, Math.max(0, kept.size() - settings.keep()))) {
          Files.delete(old);
        }
      }
    } catch (IOException | RuntimeException e) {
      nextTry = now.plus(BEFORE_THE_NEXT_TRY);
      LOG.error("no backup could be made; the next try is at {}", nextTry, e);
    }
  }

  private static Instant made(Path backup) {
    String name = backup.getFileName().toString();
    return Instant.from(NAME.parse(name.substring(0, name.indexOf('.'))));
  }

  /** The oldest first. */
  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(settings.folder())) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("readout-[0-9TZ]{16}\\.zip(\\.aes)?"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Does not wait for one that is being made, which then is no file. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** When a running bot makes backups, zero for never, and how many it keeps. Immutable. */
  public record BackupSettings(
      @Setting(least = "0s", most = "30d", otherwise = "0s, which is never") Duration every,
      @Setting(least = "1", most = "1000") int keep,
      @Setting(of = "a folder", otherwise = "data/backups") Path folder,
      @Setting(of = "a file", otherwise = "none; they are not encrypted") @Nullable Path keyFile) {}
}
