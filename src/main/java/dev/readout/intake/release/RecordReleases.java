package dev.readout.intake.release;

import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.release.ReleaseFile.ReleaseRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases of records that an installation has taken, in its data folder:
 *
 * <pre>
 * data/records/current             version in force; after a roll-back also the one it left
 * data/records/2026-11-26/         a release, checked
 * data/records/incoming/           one being taken, or left by a killed update
 * data/records/lock                held by the process that changes any of it
 * </pre>
 *
 * A release is unpacked and checked beside what serves, indexed from there, and put in force last,
 * by one rename of a file that was written before: killed or failing anywhere before, the records
 * from before stay in force, and the next start agrees with them. Thread-safe; safe for several
 * processes.
 */
public record RecordReleases(Path shipped, Path folder, Disk disk) {
  private static final Logger LOG = LoggerFactory.getLogger(RecordReleases.class);

  /** How many are kept, the one in force included. */
  private static final int KEPT = 3;

  private static final String CURRENT = "current";

  public static RecordReleases of(Path home) {
    return new RecordReleases(
        home.resolve("index-data"), home.resolve("data").resolve("records"), new Disk());
  }

  /** What is in force, null for the shipped, and what a roll-back left, null for nothing. */
  private record Pointer(@Nullable LocalDate version, @Nullable LocalDate left) {
    static Pointer read(Path file) {
      try {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return new Pointer(
            lines.stream().findFirst().flatMap(RecordReleases::day).orElse(null),
            lines.stream().skip(1).findFirst().flatMap(RecordReleases::day).orElse(null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] text() {
      String text = Objects.toString(version, "shipped") + "\n" + Objects.toString(left, "") + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The folder in force: the release last taken, unless the program came with newer records. */
  public Path inForce() {
    LocalDate current = Pointer.read(folder.resolve(CURRENT)).version();
    if (current == null
        || !Files.isDirectory(folderOf(current))
        || versionOf(shipped).orElse(LocalDate.MIN).isAfter(current)) {
      return shipped;
    }
    return folderOf(current);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty(); // another name than a version's
    }
  }

  private Path folderOf(LocalDate version) {
    return folder.resolve(version.toString());
  }

  /** The version that a folder of records says it is. */
  static Optional<LocalDate> versionOf(Path records) {
    try {
      return day(Files.readString(records.resolve(ReleaseFile.VERSION_FILE)));
    } catch (IOException _) {
      return Optional.empty(); // somebody's own records need none
    }
  }

  /** Whether records in this folder give way to releases, rather than being somebody's own. */
  public boolean isReplacing(Path records) {
    Path folderOfRecords = records.toAbsolutePath().normalize();
    return folderOfRecords.equals(shipped.toAbsolutePath().normalize())
        || folderOfRecords.startsWith(folder.toAbsolutePath().normalize());
  }

  /** The corpus of the folder that settings name, which follows releases unless it is own. */
  public ShippedCorpus corpus(Path configured) {
    return isReplacing(configured)
        ? new ShippedCorpus(this::inForce)
        : new ShippedCorpus(configured);
  }

  /** A line for each release that is kept, newest first. */
  public List<String> list() {
    Path inForce = inForce();
    List<String> lines = new ArrayList<>();
    for (LocalDate version : kept().reversed()) {
      Path release = folderOf(version);
      try {
        byte[] json = Files.readAllBytes(release.resolve(ReleaseFile.MANIFEST));
        lines.add(mark(release, inForce) + ReleaseFile.Manifest.ofJson(json).summary());
      } catch (IOException e) {
        lines.add(mark(release, inForce) + version + ", damaged: " + e.getMessage());
      }
    }
    String program = versionOf(shipped).map(LocalDate::toString).orElse("without a version");
    lines.add(mark(shipped, inForce) + "records that came with the program, " + program);
    return lines;
  }

  private static String mark(Path one, Path inForce) {
    return one.equals(inForce) ? "* " : "  ";
  }

  /** Oldest first. */
  private List<LocalDate> kept() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.flatMap(path -> day(path.getFileName().toString()).stream()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is newer than what is in force, and than what somebody has rolled back from. */
  boolean isNews(ReleaseFile release) {
    LocalDate version = release.manifest().day();
    LocalDate left = Pointer.read(folder.resolve(CURRENT)).left();
    return (left == null || version.isAfter(left))
        && version.isAfter(versionOf(inForce()).orElse(LocalDate.MIN));
  }

  /** Takes a release, false if it is in force already; refused, or failing, it changes nothing. */
  boolean take(ReleaseFile release, @Nullable String program, Consumer<Path> indexing)
      throws IOException {
    release.manifest().refuseIfTooNew(program);
    return changing(() -> takeLocked(release, indexing));
  }

  private boolean takeLocked(ReleaseFile release, Consumer<Path> indexing) throws IOException {
    LocalDate version = release.manifest().day();
    LocalDate now = versionOf(inForce()).orElse(LocalDate.MIN);
    if (now.equals(version)) {
      return false;
    }
    if (now.isAfter(version)) {
      throw new ReleaseRefusedException(
          "records %s are older than those in force, %s; 'bin/readout records rollback' goes back"
              .formatted(version, now));
    }
    Path incoming = folder.resolve("incoming");
    Path place = folderOf(version);
    try {
      unpack(release, incoming);
      disk.delete(place); // left by a roll-back, or by an update that was killed
      disk.move(incoming, place);
      putInForce(new Pointer(version, null), place, indexing);
    } catch (IOException | RuntimeException e) {
      removeQuietly(incoming);
      removeQuietly(place);
      throw e;
    }
    prune(version);
    return true;
  }

  private void unpack(ReleaseFile release, Path incoming) throws IOException {
    disk.delete(incoming);
    for (var file : release.contents().entrySet()) {
      disk.write(incoming.resolve(file.getKey()), file.getValue());
    }
    List<Defect> defects = new CorpusReader(incoming).check().defects();
    if (!defects.isEmpty()) {
      throw new ReleaseRefusedException(
          "records %s have %d defects, the first in %s"
              .formatted(release.manifest().version(), defects.size(), defects.getFirst()));
    }
  }

  /** Writes the pointer before the index is built, so that a disk then full is no matter. */
  private void putInForce(Pointer pointer, Path records, Consumer<Path> indexing)
      throws IOException {
    Path before = inForce();
    Path next = folder.resolve(CURRENT + ".next");
    disk.write(next, pointer.text());
    indexing.accept(records);
    try {
      disk.move(next, folder.resolve(CURRENT));
    } catch (IOException e) {
      indexing.accept(before);
      throw e;
    }
  }

  /** Goes back to the release before, or to the program's own; empty when those say no version. */
  Optional<LocalDate> rollBack(Consumer<Path> indexing) throws IOException {
    return changing(
        () -> {
          Path from = inForce();
          if (from.equals(shipped)) {
            throw new ReleaseRefusedException(
                "the records that came with the program are in force; none are kept from before");
          }
          LocalDate left = versionOf(from).orElseThrow();
          LocalDate oldest = versionOf(shipped).orElse(LocalDate.MIN);
          LocalDate before =
              kept().reversed().stream()
                  .filter(version -> version.isBefore(left) && version.isAfter(oldest))
                  .findFirst()
                  .orElse(null);
          Path to = before == null ? shipped : folderOf(before);
          putInForce(new Pointer(before, left), to, indexing);
          return versionOf(to);
        });
  }

  private interface Change<T> {
    T make() throws IOException;
  }

  private <T> T changing(Change<T> change) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        return change.make();
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("this process is at it already", e);
    }
    throw new ReleaseRefusedException(
        "another update of the records is under way; try again later");
  }

  /** What is in force, and the newest before it; whether that succeeds does not matter now. */
  private void prune(LocalDate current) {
    kept().reversed().stream()
        .filter(version -> version.isBefore(current))
        .skip(KEPT - 1L)
        .forEach(old -> removeQuietly(folderOf(old)));
  }

  private void removeQuietly(Path path) {
    try {
      disk.delete(path);
    } catch (IOException e) {
      LOG.warn("{} could not be removed; the next update tries again", path, e);
    }
  }

  /** Changes files, each change lasting when it returns. Tests make one fail, or the last. */
  static class Disk {
    /** In its folder, which is made if need be. */
    void write(Path file, byte[] content) throws IOException {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(
          file,
          content,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
    }

    /** In one step, in the place of a file that is there. */
    void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A file or a folder with everything in it, if it is there. */
    void delete(Path path) throws IOException {
      if (Files.exists(path)) {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(path)) {
          all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
          Files.delete(one);
        }
      }
    }
  }
}
