package dev.readout.backup;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a backup says of itself. Immutable.
 *
 * @param program the version of Readout that made it
 * @param made when
 * @param tables the version of the database's tables; empty where there is no database
 * @param files all of them, in the order in which they follow
 */
record Manifest(String program, Instant made, String tables, List<StoredFile> files) {
  /** Raised whenever an older program could not restore what is written. */
  static final int FORMAT = 1;

  static final int MAX_FILES = 100_000;

  Manifest {
    files = List.copyOf(files);
    if (files.size() > MAX_FILES) {
      throw new IllegalArgumentException("more than " + MAX_FILES + " files");
    }
    if (!tables.matches("([0-9]{1,9}(\\.[0-9]{1,9}){0,9})?")) {
      throw new IllegalArgumentException("no version of tables: '" + tables + "'");
    }
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (StoredFile file : files) {
      String name = file.name();
      if (!names.add(name)) {
        throw new IllegalArgumentException(name + " is listed twice");
      }
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        folders.add(name.substring(0, end));
      }
    }
    names.retainAll(folders);
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(names.iterator().next() + " is a file and a folder");
    }
    if (tables.isEmpty() == files.stream().anyMatch(file -> file.part() == Part.DATABASE)) {
      throw new IllegalArgumentException("a database, and the version of its tables: both or none");
    }
  }

  List<StoredFile> files(Part part) {
    return files.stream().filter(file -> file.part() == part).toList();
  }

  /** How many bytes the files of a part have. */
  long bytes(Part part) {
    return files(part).stream().mapToLong(StoredFile::size).reduce(0, Manifest::sum);
  }

  private static long sum(long one, long other) {
    return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
  }
}
