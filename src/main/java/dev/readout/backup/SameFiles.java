package dev.readout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How the files of a folder differ from those of another that it shall be like. Immutable.
 *
 * @param missing paths of those that it lacks
 * @param further paths of those that it has besides
 * @param different paths of those with other bytes
 * @param otherTimes paths of those with the same bytes, changed at another time
 */
record SameFiles(
    List<Path> missing, List<Path> further, List<Path> different, List<Path> otherTimes) {
  private static final String UNFINISHED = ".restoring";

  SameFiles {
    missing = List.copyOf(missing);
    further = List.copyOf(further);
    different = List.copyOf(different);
    otherTimes = List.copyOf(otherTimes);
  }

  /** Compares byte by byte. */
  static SameFiles compare(Path like, Path folder) throws IOException {
    Set<Path> wanted = new LinkedHashSet<>(FileTree.files(like));
    Set<Path> there = new LinkedHashSet<>(FileTree.files(folder));
    List<Path> missing = wanted.stream().filter(file -> !there.contains(file)).toList();
    List<Path> further = there.stream().filter(file -> !wanted.contains(file)).toList();
    List<Path> different = new ArrayList<>();
    List<Path> otherTimes = new ArrayList<>();
    for (Path file : wanted) {
      if (there.contains(file)) {
        if (Files.mismatch(like.resolve(file), folder.resolve(file)) >= 0) {
          different.add(file);
        } else if (!time(like.resolve(file)).equals(time(folder.resolve(file)))) {
          otherTimes.add(file);
        }
      }
    }
    return new SameFiles(missing, further, different, otherTimes);
  }

  private static FileTime time(Path file) throws IOException {
    return FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis());
  }

  boolean isNone() {
    return hasSameBytes() && otherTimes.isEmpty();
  }

  boolean hasSameBytes() {
    return missing.isEmpty() && further.isEmpty() && different.isEmpty();
  }

  /** Makes a folder like another; done when it returns, and may be cut short and done again. */
  static void make(Path like, Path folder) throws IOException {
    FileTree.create(folder);
    SameFiles found = compare(like, folder);
    for (Path file : found.further) {
      Files.delete(folder.resolve(file));
    }
    FileTree.deleteEmptyBelow(folder);
    for (Path file : found.missing) {
      write(like.resolve(file), folder.resolve(file));
    }
    for (Path file : found.different) {
      write(like.resolve(file), folder.resolve(file));
    }
    for (Path file : found.otherTimes) {
      Files.setLastModifiedTime(folder.resolve(file), time(like.resolve(file)));
    }
    FileTree.forceNames(folder);
  }

  /**
   * The file has its old bytes or its new ones, never half of them; they are on disk when this
   * returns, its name when its folder is forced.
   */
  static void write(Path from, Path to) throws IOException {
    FileTree.create(Objects.requireNonNull(to.getParent()));
    Path part = to.resolveSibling(to.getFileName() + UNFINISHED);
    try {
      Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(part, time(from));
      FileTree.force(part);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      removeAfter(e, part);
      throw e;
    }
  }

  private static void removeAfter(IOException failure, Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (NoSuchFileException _) {
      // Its folder is gone as well.
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
