package dev.readout.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with everything in it. Pure functions of files. */
final class FileTree {
  private FileTree() {}

  /** Makes a folder with those above it; returns when their names are on disk. */
  static void create(Path folder) throws IOException {
    Path above = folder.getParent();
    if (above != null && !Files.isDirectory(folder)) {
      create(above);
      Files.createDirectories(folder);
      force(above);
    }
  }

  /** Does nothing where there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes every folder below it that holds nothing but such folders. */
  static void deleteEmptyBelow(Path folder) throws IOException {
    for (Path inner : folders(folder).reversed()) {
      if (!inner.equals(folder) && names(inner).isEmpty()) {
        Files.delete(inner);
      }
    }
  }

  /**
   * All files below a folder in order, relative to it, links followed; none where there is none.
   */
  static List<Path> files(Path folder) throws IOException {
    return below(folder, Files::isRegularFile, FileVisitOption.FOLLOW_LINKS).stream()
        .map(folder::relativize)
        .toList();
  }

  /** Whether a link lies anywhere below it. */
  static boolean holdsLinks(Path folder) throws IOException {
    return below(folder, Files::isSymbolicLink).stream().anyMatch(path -> !path.equals(folder));
  }

  private static List<Path> folders(Path folder) throws IOException {
    return below(folder, Files::isDirectory);
  }

  private interface Kind {
    boolean is(Path path);
  }

  private static List<Path> below(Path folder, Kind kind, FileVisitOption... options)
      throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder, options)) {
      return paths.filter(kind::is).sorted(Comparator.naturalOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** The names directly in a folder, in order; none where there is none. */
  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /**
   * Returns when the names in all folders of it are on disk; its files are when they are closed.
   */
  static void forceNames(Path folder) throws IOException {
    for (Path inner : new ArrayList<>(folders(folder)).reversed()) {
      force(inner);
    }
  }

  /** Returns when a file's bytes, or the names in a folder, are on disk. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
