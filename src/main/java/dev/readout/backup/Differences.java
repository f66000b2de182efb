package dev.readout.backup;

import dev.readout.backup.Restored.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the records and settings that are there differ from a staged backup's, and whether these can
 * take their place: both may be mounted so that they cannot be written. Confined to one thread.
 */
final class Differences {
  private static final Logger LOG = LoggerFactory.getLogger(Differences.class);
  private static final int SHOWN = 3;
  private static final String NEXT_START =
      "the next start builds the index from those here, unless a roll-back is in force";

  private final Locations where;
  private final Staging staging;
  private final Manifest manifest;
  private final RestoreOptions.SettingsCheck settings;

  Differences(
      Locations where, Staging staging, Manifest manifest, RestoreOptions.SettingsCheck settings) {
    this.where = where;
    this.staging = staging;
    this.manifest = manifest;
    this.settings = settings;
  }

  /** What is to become of the records. */
  Fate ofRecords(RestoreOptions options) throws IOException {
    if (manifest.files(Part.RECORDS).isEmpty()) {
      return new Fate.NotInBackup();
    }
    SameFiles found = SameFiles.compare(staging.folder(Part.RECORDS), where.records());
    if (found.isNone()) {
      return new Fate.Same();
    }
    Optional<String> reason = reasonToKeepRecords(options);
    return reason.isEmpty()
        ? new Fate.Replaced(found.hasSameBytes())
        : new Fate.Kept(reason.get(), described(found));
  }

  private Optional<String> reasonToKeepRecords(RestoreOptions options) throws IOException {
    if (options.keepsRecords()) {
      return Optional.of("you asked to keep them");
    }
    if (FileTree.holdsLinks(where.records())) {
      return Optional.of("there are links in " + where.records());
    }
    return reasonNotToWrite(where.records());
  }

  private String described(SameFiles found) throws IOException {
    int theirs = manifest.files(Part.RECORDS).size();
    int ours = FileTree.files(where.records()).size();
    if (found.hasSameBytes()) {
      return "the %d files are the same, but have other times; %s".formatted(ours, NEXT_START);
    }
    List<String> parts = new ArrayList<>();
    add(parts, found.missing(), "only in the backup");
    add(parts, found.further(), "only here");
    add(parts, found.different(), "different");
    return "the backup has %d files and here are %d: %s; %s"
        .formatted(theirs, ours, String.join(", ", parts), NEXT_START);
  }

  private static void add(List<String> parts, List<Path> files, String how) {
    if (!files.isEmpty()) {
      String names = String.join(" ", files.stream().limit(SHOWN).map(Path::toString).toList());
      parts.add(
          "%d %s (%s%s)".formatted(files.size(), how, names, files.size() > SHOWN ? " …" : ""));
    }
  }

  /** What is to become of the settings. */
  Fate ofSettings(RestoreOptions options) throws IOException {
    if (manifest.files(Part.SETTINGS).isEmpty()) {
      return new Fate.NotInBackup();
    }
    Path theirs = theirSettings();
    if (Files.isRegularFile(where.settings()) && Files.mismatch(theirs, where.settings()) < 0) {
      return new Fate.Same();
    }
    Optional<String> reason = reasonToKeepSettings(options, theirs);
    return reason.isEmpty() ? new Fate.Replaced(false) : kept(reason.get());
  }

  /** When only writing them has shown that they cannot be written. */
  Fate ofSettingsThatCannotBeWritten(String reason) {
    return kept(reason);
  }

  private Fate kept(String reason) {
    return new Fate.Kept(
        reason,
        Files.exists(where.settings())
            ? where.settings() + " differs from the backup's"
            : "there is no " + where.settings());
  }

  private Path theirSettings() {
    return staging.path(manifest.files(Part.SETTINGS).getFirst());
  }

  private Optional<String> reasonToKeepSettings(RestoreOptions options, Path theirs) {
    if (options.keepsSettings()) {
      return Optional.of("you asked to keep them");
    }
    if (Files.exists(where.settings()) && !Files.isRegularFile(where.settings())) {
      return Optional.of(where.settings() + " is no file");
    }
    Path folder = where.settings().getParent();
    return settings
        .objectionTo(theirs)
        .or(() -> folder == null ? Optional.empty() : reasonNotToWrite(folder));
  }

  /** Found out by writing, since a mount may refuse what permissions allow. */
  private static Optional<String> reasonNotToWrite(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".restore-", null));
      return Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be written", folder, e);
      return Optional.of(folder + " cannot be written");
    }
  }
}
