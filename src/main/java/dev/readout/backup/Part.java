package dev.readout.backup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an installation consists of; each a folder in a backup. */
enum Part {
  /** Everything stored, as one file of SQLite: sources, receipts, settings of servers, audit. */
  DATABASE("readout\\.db"),
  /** What serves in every scope, with its pointer and the last number given. */
  INDEX(
      "(servers/server-[0-9]{1,20}/)?"
          + "(current|numbers|[0-9]{6,9}/[A-Za-z0-9_][A-Za-z0-9_.]{0,99})"),
  /**
   * The folder of records, whoever wrote them, with the times by which an index knows them: paths
   * that lead out of no folder on any system.
   */
  RECORDS("((?!\\.{1,2}(/|$))[^/\\\\\\p{Cc}\\p{Cs}]{1,255}(/|$))+(?<!/)"),
  /** The file of settings. */
  SETTINGS("readout\\.yaml");

  private static final int MAX_NAME_CHARS = 1_000;

  private final Pattern paths;

  Part(String paths) {
    this.paths = Pattern.compile(paths);
  }

  /** Its folder in a backup. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in a backup of one of its files, given its path within the part. */
  String nameOf(String path) {
    return folder() + "/" + path;
  }

  /** What {@link #nameOf} was given. */
  String pathOf(String name) {
    return name.substring(folder().length() + 1);
  }

  /** The part that a file in a backup belongs to; empty for a name that no file there has. */
  static Optional<Part> of(String name) {
    return Stream.of(values())
        .filter(part -> name.length() <= MAX_NAME_CHARS && name.startsWith(part.folder() + "/"))
        .filter(part -> part.paths.matcher(part.pathOf(name)).matches())
        .findFirst();
  }
}
