package dev.readout.backup;

import dev.readout.index.IndexCopy;
import dev.readout.store.DatabaseCopy;
import dev.readout.store.DatabaseUse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Makes backups of an installation, also while a bot and commands work on it: the index is copied
 * first and the database as of one moment after that, so that the database never knows less than
 * the index, which is what an index is made to agree with when it is opened. Everything is copied
 * beside the originals before a byte is written, which takes as much space as database and records
 * have. Thread-safe.
 */
public final class Backup {
  private static final String STAGING = "backup.part";
  private static final String OWNER_ONLY = "rw-------";

  private final Locations where;
  private final String program;
  private final InstantSource clock;

  /**
   * Of one installation.
   *
   * @param program the version of Readout that runs
   */
  public Backup(Locations where, String program, InstantSource clock) {
    this.where = where;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Writes one to a file, which nobody but its owner may read, and which is there only when it is
   * whole and has been read back.
   *
   * @param isReplacing whether it takes the place of a file that is there
   * @throws BackupFailedException when it cannot be made
   * @throws dev.readout.store.StoreUnavailableException when the database cannot be copied
   */
  public BackupSummary write(Path file, boolean isReplacing) {
    Path target = file.toAbsolutePath().normalize();
    refuse(target, isReplacing);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    part.toFile().deleteOnExit(); // when somebody presses Ctrl-C
    try {
      BackupSummary summary = writePart(part);
      refuse(target, isReplacing);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      FileTree.force(Objects.requireNonNull(target.getParent()));
      return summary;
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be written", e);
    } finally {
      var _ = part.toFile().delete();
    }
  }

  private void refuse(Path target, boolean isReplacing) {
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    if (!Files.isDirectory(folder)) {
      throw new BackupFailedException("there is no folder " + folder + "; make it first");
    }
    if (Files.isDirectory(target)) {
      throw new BackupFailedException(target + " is a folder; name a file in it");
    }
    if (target.startsWith(where.records()) || target.startsWith(where.index())) {
      throw new BackupFailedException(
          target + " would lie among records or indexes; name a file elsewhere");
    }
    if (Files.exists(target) && !isReplacing) {
      throw new BackupFailedException(target + " exists; add --force to replace it");
    }
  }

  private BackupSummary writePart(Path part) throws IOException {
    Files.deleteIfExists(part);
    BackupSummary summary;
    try (FileChannel channel =
            FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(part));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      summary = write(out);
      channel.force(true);
    }
    try (InputStream in = Files.newInputStream(part)) {
      new BackupReader(in).read(_ -> OutputStream.nullOutputStream());
    } catch (UnusableBackupException e) {
      throw new BackupFailedException(
          "the backup cannot be read back (" + e.getMessage() + "); check the disk of " + part, e);
    }
    return summary;
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Writes one to a stream, which is left open.
   *
   * @throws BackupFailedException when it cannot be made; what has been written then is no backup
   * @throws dev.readout.store.StoreUnavailableException when the database cannot be copied
   */
  public BackupSummary write(OutputStream out) {
    try {
      Files.createDirectories(where.data());
      Files.createDirectories(where.index());
      try (DatabaseUse _ = DatabaseUse.forBackup(where.store().file());
          Staging staging = Staging.of(where, STAGING)) {
        IndexCopy.Taken index = IndexCopy.take(where.index(), staging.folder(Part.INDEX));
        String tables = stageDatabase(staging);
        stageRecords(staging);
        stageSettings(staging);
        Instant made = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Manifest manifest = new Manifest(program, made, tables, files(staging, made));
        BackupWriter.write(out, manifest, staging::path);
        return BackupSummary.of(manifest, index);
      }
    } catch (IOException e) {
      throw BackupFailedException.of("the backup cannot be made", e);
    }
  }

  /** The version of its tables; empty where there is none. */
  private String stageDatabase(Staging staging) {
    return Files.exists(where.store().file())
        ? DatabaseCopy.make(where.store(), staging.folder(Part.DATABASE).resolve("readout.db"))
        : "";
  }

  private void stageRecords(Staging staging) throws IOException {
    List<Path> files = FileTree.files(where.records());
    if (files.isEmpty()) {
      throw new BackupFailedException(
          "there are no records in " + where.records() + "; set READOUT_CORPUS to their folder");
    }
    for (Path file : files) {
      copy(where.records().resolve(file), staging.folder(Part.RECORDS).resolve(file));
    }
  }

  private void stageSettings(Staging staging) throws IOException {
    if (Files.exists(where.settings())) {
      copy(where.settings(), staging.folder(Part.SETTINGS).resolve("readout.yaml"));
    }
  }

  /** With its time, by which an index knows a record. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static List<StoredFile> files(Staging staging, Instant made) throws IOException {
    List<StoredFile> all = new ArrayList<>();
    for (Part part : Part.values()) {
      Path folder = staging.folder(part);
      for (Path file : FileTree.files(folder)) {
        String name = part.nameOf(slashed(file));
        if (Part.of(name).isEmpty()) {
          throw new BackupFailedException(
              "a backup cannot hold a file of the name '" + file + "'; rename it");
        }
        Path staged = folder.resolve(file);
        // Of what is written anew for each backup, the time would say nothing.
        boolean isAnew = part == Part.DATABASE || part == Part.INDEX;
        all.add(stored(name, staged, isAnew ? made : modified(staged)));
      }
    }
    if (all.size() > Manifest.MAX_FILES) {
      throw new BackupFailedException("there are more files than a backup can hold");
    }
    return all;
  }

  private static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static StoredFile stored(String name, Path file, Instant modified) throws IOException {
    MessageDigest digest = BackupReader.sha256();
    long size;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      size = in.transferTo(OutputStream.nullOutputStream());
    }
    return new StoredFile(name, size, HexFormat.of().formatHex(digest.digest()), modified);
  }
}
