package dev.readout.backup;

import dev.readout.index.IndexCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The replacements of an installation's parts, and the folders {@code before-restore-…} in which
 * they keep what was there: one beside the database, and one within the folder of indexes. Pure
 * functions of files.
 */
final class Replacements {
  private static final String ASIDE = "before-restore-";

  private Replacements() {}

  /**
   * Those of some parts.
   *
   * @param aside name of the folders for what was there
   * @param staging name of the folders with what is to be there
   */
  static List<Replacement> all(Locations where, String aside, String staging, List<Part> parts) {
    return parts.stream().map(part -> of(part, where, aside, staging)).toList();
  }

  private static Replacement of(Part part, Locations where, String aside, String staging) {
    Path from = where.home(part).resolve(staging).resolve(part.folder());
    Path to = where.home(part).resolve(aside).resolve(part.folder());
    return switch (part) {
      case DATABASE -> {
        String name = where.store().file().getFileName().toString();
        yield new MovedFiles(part, where.data(), file -> isOfDatabase(name, file), from, to);
      }
      case INDEX -> new MovedFiles(part, where.index(), IndexCopy::isPart, from, to);
      case RECORDS -> new CopiedFolder(where.records(), from, to);
      case SETTINGS ->
          new CopiedFile(
              where.settings(), from.resolve("readout.yaml"), to.resolve("readout.yaml"));
    };
  }

  /** The database, what SQLite keeps beside it, and the copies made before its tables changed. */
  private static boolean isOfDatabase(String name, String file) {
    return file.equals(name)
        || List.of("-wal", "-shm", "-journal").stream().anyMatch(end -> file.equals(name + end))
        || file.startsWith(name + ".before-V");
  }

  /** Gives the staged database the name that it is to have. */
  static void nameDatabase(Locations where, Staging staging) throws IOException {
    Path folder = staging.folder(Part.DATABASE);
    Path staged = folder.resolve("readout.db");
    if (Files.exists(staged)) {
      Files.move(staged, folder.resolve(where.store().file().getFileName()));
    }
    for (Part part : Part.values()) {
      FileTree.forceNames(staging.folder(part));
    }
  }

  /** Names folders that are not there yet. */
  static String newAside(Locations where, String when) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> ASIDE + when + (number == 1 ? "" : "-" + number))
        .filter(name -> folders(where, name).stream().noneMatch(Files::exists))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> folders(Locations where, String aside) {
    return Stream.of(where.data(), where.index())
        .distinct()
        .map(home -> home.resolve(aside))
        .toList();
  }

  /** Where what was there is kept; empty when nothing was. */
  static List<Path> asides(Locations where, String aside) {
    return folders(where, aside).stream().filter(Files::exists).toList();
  }

  /** Removes the folders in which nothing is kept. */
  static void removeEmpty(Locations where) throws IOException {
    for (Path home : List.of(where.data(), where.index())) {
      for (String name : FileTree.names(home)) {
        if (name.startsWith(ASIDE)) {
          FileTree.deleteEmptyBelow(home.resolve(name));
          if (FileTree.names(home.resolve(name)).isEmpty()) {
            Files.delete(home.resolve(name));
          }
        }
      }
    }
  }

  /** Why the settings could not be put in; empty when they were, or are none of the parts. */
  static Optional<String> failure(List<Replacement> replacements) {
    return replacements.stream()
        .flatMap(one -> one instanceof CopiedFile file ? Stream.of(file) : Stream.empty())
        .flatMap(file -> Optional.ofNullable(file.failure()).stream())
        .findFirst();
  }
}
