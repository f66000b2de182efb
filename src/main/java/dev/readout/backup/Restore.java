package dev.readout.backup;

import dev.readout.index.IndexCopy;
import dev.readout.store.DatabaseCopy;
import dev.readout.store.DatabaseCopy.Found;
import dev.readout.store.DatabaseUse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts a backup in the place of an installation on which nothing works meanwhile. All of the backup
 * is read, checked and put beside what is there before any of that is touched; then both change
 * places, see {@link Exchange}. What was there is kept in folders beside. Thread-safe.
 */
public final class Restore {
  private static final String STAGING = "restore.part";
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double MB = 1_000_000;

  private final Locations where;
  private final RestoreOptions.SettingsCheck settings;
  private final InstantSource clock;
  private final Exchange exchange;

  /** Into one installation. */
  public Restore(Locations where, RestoreOptions.SettingsCheck settings, InstantSource clock) {
    this(where, settings, clock, Steps.NONE);
  }

  Restore(
      Locations where, RestoreOptions.SettingsCheck settings, InstantSource clock, Steps steps) {
    this.where = where;
    this.settings = settings;
    this.clock = clock;
    this.exchange = new Exchange(where, steps);
  }

  /**
   * Reads all of a backup and checks it, without an installation.
   *
   * @throws UnusableBackupException when it cannot be restored
   * @throws BackupFailedException when it cannot be read
   */
  public static BackupSummary check(InputStream in) {
    BackupReader reader = new BackupReader(in);
    refuseNewer(reader.manifest(), reader.manifest().tables());
    reader.read(_ -> OutputStream.nullOutputStream());
    return BackupSummary.of(reader.manifest());
  }

  /**
   * Undoes a restore that was cut short.
   *
   * @return whether one was
   * @throws BackupFailedException when that fails, and may be tried again
   * @throws dev.readout.store.StoreUnavailableException while something works on the installation
   */
  public boolean undoUnfinished() {
    if (!exchange.isUnfinished()) {
      return false;
    }
    try (Closeable _ = alone()) {
      exchange.undo(journal -> Replacements.all(where, journal.aside(), STAGING, journal.parts()));
      Replacements.removeEmpty(where);
      return true;
    } catch (IOException e) {
      throw BackupFailedException.of("the restore that was cut short cannot be undone", e);
    }
  }

  /**
   * Restores a backup.
   *
   * @throws UnusableBackupException when it cannot be restored here; nothing was changed
   * @throws BackupFailedException when the disk refuses, or there is something that must not be
   *     replaced
   * @throws dev.readout.store.StoreUnavailableException while something works on the installation
   */
  public Restored restore(InputStream in, RestoreOptions options) {
    BackupReader reader = new BackupReader(in);
    Manifest manifest = reader.manifest();
    refuseNewer(manifest, manifest.tables());
    try {
      Files.createDirectories(where.data());
      Files.createDirectories(where.index());
      try (Closeable _ = alone();
          Staging staging = Staging.of(where, STAGING)) {
        refuseData(options);
        refuseTooLarge(manifest);
        reader.read(staging::open);
        checkDatabase(staging, manifest);
        List<IndexCopy.Current> indexes = checkIndexes(staging);
        return replace(staging, manifest, indexes, options);
      }
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be restored", e);
    }
  }

  private Closeable alone() throws IOException {
    DatabaseUse use = DatabaseUse.alone(where.store().file());
    try {
      Closeable building = IndexCopy.keepFromBuilding(where.index());
      return () -> {
        try (use) {
          building.close();
        }
      };
    } catch (IOException | RuntimeException e) {
      use.close();
      throw e;
    }
  }

  private void refuseData(RestoreOptions options) throws IOException {
    if (options.isReplacing()) {
      return;
    }
    if (Files.exists(where.store().file())) {
      throw alreadyThere("a database, " + where.store().file());
    }
    if (FileTree.names(where.index()).stream().anyMatch(IndexCopy::isPart)) {
      throw alreadyThere("an index in " + where.index());
    }
  }

  private static BackupFailedException alreadyThere(String what) {
    return new BackupFailedException(
        "there is already "
            + what
            + "; add --force to restore all the same: what is there is then kept beside it");
  }

  /** Better told before than found out when the disk is full. */
  private void refuseTooLarge(Manifest manifest) throws IOException {
    Map<FileStore, Long> needed = new HashMap<>();
    for (Part part : Part.values()) {
      needed.merge(Files.getFileStore(where.home(part)), manifest.bytes(part), Restore::sum);
    }
    for (Map.Entry<FileStore, Long> disk : needed.entrySet()) {
      long free = disk.getKey().getUsableSpace();
      if (free < disk.getValue()) {
        throw new BackupFailedException(
            String.format(
                Locale.ROOT,
                "the backup needs %.1f MB, and the disk %s has %.1f MB left; free some space",
                disk.getValue() / MB,
                disk.getKey(),
                free / MB));
      }
    }
  }

  private static long sum(long one, long other) {
    return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
  }

  private static void refuseNewer(Manifest manifest, String tables) {
    if (!tables.isEmpty() && DatabaseCopy.isNewer(tables)) {
      throw newer(manifest, tables);
    }
  }

  private static UnusableBackupException newer(Manifest manifest, String tables) {
    return new UnusableBackupException(
        "it was made by Readout %s, whose tables (V%s) are newer; restore it with that version"
            .formatted(manifest.program(), tables));
  }

  private void checkDatabase(Staging staging, Manifest manifest) {
    for (StoredFile file : manifest.files(Part.DATABASE)) {
      switch (DatabaseCopy.look(where.store(), staging.path(file))) {
        case Found.Ours(String tables) when tables.equals(manifest.tables()) -> {}
        case Found.Ours(String tables) ->
            throw new UnusableBackupException(
                "its tables are V%s and not V%s, as it says".formatted(tables, manifest.tables()));
        case Found.Newer(String tables) -> throw newer(manifest, tables);
        case Found.Foreign _ ->
            throw new UnusableBackupException("its database holds no tables of Readout");
        case Found.Damaged(String reason) ->
            throw new UnusableBackupException("its database is damaged (" + reason + ")");
      }
    }
  }

  private static List<IndexCopy.Current> checkIndexes(Staging staging) {
    try {
      return IndexCopy.read(staging.folder(Part.INDEX));
    } catch (IOException e) {
      throw new UnusableBackupException("its index is damaged (" + e.getMessage() + ")", e);
    }
  }

  private Restored replace(
      Staging staging, Manifest manifest, List<IndexCopy.Current> indexes, RestoreOptions options)
      throws IOException {
    Differences differences = new Differences(where, staging, manifest, settings);
    Restored.Fate records = differences.ofRecords(options);
    Restored.Fate file = differences.ofSettings(options);
    List<Part> parts = new ArrayList<>(List.of(Part.DATABASE, Part.INDEX));
    if (records instanceof Restored.Fate.Replaced) {
      parts.add(Part.RECORDS);
    }
    if (file instanceof Restored.Fate.Replaced) {
      parts.add(Part.SETTINGS);
    }
    String aside = Replacements.newAside(where, DAY_AND_TIME.format(clock.instant()));
    Replacements.nameDatabase(where, staging);
    List<Replacement> replacements = Replacements.all(where, aside, STAGING, parts);
    exchange.make(aside, replacements);
    if (records.equals(new Restored.Fate.Replaced(true))) {
      FileTree.delete(where.home(Part.RECORDS).resolve(aside).resolve(Part.RECORDS.folder()));
    }
    Replacements.removeEmpty(where);
    return new Restored(
        BackupSummary.of(manifest),
        indexes,
        records,
        Replacements.failure(replacements)
            .map(differences::ofSettingsThatCannotBeWritten)
            .orElse(file),
        Replacements.asides(where, aside));
  }
}
