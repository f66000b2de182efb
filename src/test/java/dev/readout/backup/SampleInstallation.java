package dev.readout.backup;

import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
import dev.readout.corpus.file.TinyCorpus;
import dev.readout.index.Additions;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small installation of real parts in a folder of its own, and what it holds byte by byte.
 *
 * @param folder with all of it
 */
record SampleInstallation(Path folder) {
  static final Scope SERVER = Scope.ofServer(77);
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
  static final RestoreOptions CAREFUL = new RestoreOptions(false, false, false);
  static final RestoreOptions REPLACING = new RestoreOptions(true, false, false);

  /** One with a word of its own in every part, and a roll-back in force. */
  static SampleInstallation make(Path folder, String word, Instant when) throws IOException {
    SampleInstallation made = new SampleInstallation(folder);
    Locations where = made.where();
    Files.createDirectories(where.records());
    TinyCorpus corpus = new TinyCorpus(where.records());
    Files.writeString(where.records().resolve("README.md"), word);
    Files.writeString(where.records().resolve(word + ".txt"), word);
    Files.createDirectories(Objects.requireNonNull(where.settings().getParent()));
    Files.writeString(where.settings(), "# " + word + "\n");
    try (Database database = Database.open(where.store().file(), InstantSource.fixed(when))) {
      new AuditTable(database).add(Scope.GLOBAL, word, "write", "", "");
    }
    Indexes indexes = new Indexes(where.index(), InstantSource.fixed(when));
    ShippedCorpus shipped = new ShippedCorpus(corpus.folder());
    try (Generation global = indexes.openGlobal(corpus.folder(), shipped::read, Additions.NONE);
        Generation _ = indexes.build(SERVER, global, List.of(), true, BuildMonitor.NONE);
        Generation _ =
            indexes.buildGlobal(
                corpus.folder(), shipped.read(), List.of(), true, BuildMonitor.NONE)) {
      indexes.rollBack(Scope.GLOBAL, Set.of()).close();
    }
    return made;
  }

  Locations where() {
    Path data = folder.resolve("data");
    return new Locations(
        new StoreSettings(data.resolve("readout.db"), null),
        data.resolve("index"),
        folder.resolve("index-data"),
        folder.resolve("config").resolve("readout.yaml"));
  }

  /** The same in another folder. */
  SampleInstallation copyTo(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path to = other.resolve(folder.relativize(file).toString());
        if (!to.equals(other) || !Files.exists(other)) {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new SampleInstallation(other);
  }

  Path backup(String name) {
    Path file = folder.resolveSibling(name);
    new Backup(where(), "1.2.3", CLOCK).write(file, true);
    return file;
  }

  Restored restore(Path file, RestoreOptions options) throws IOException {
    return restore(file, options, Steps.NONE);
  }

  Restored restore(Path file, RestoreOptions options, Steps steps) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Restore(where(), _ -> Optional.empty(), CLOCK, steps).restore(in, options);
    }
  }

  boolean undo() {
    return new Restore(where(), _ -> Optional.empty(), CLOCK).undoUnfinished();
  }

  /** Checksums of all that is the installation's, of records also their times. */
  Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : files()) {
      if (!name.contains("before-restore-") && !name.matches(".*\\.(lock|inuse)")) {
        contents.put(name, sha256(name));
      }
    }
    return contents;
  }

  /** The same of what an earlier restore has set aside, as it was called before. */
  Map<String, String> setAside() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : files()) {
      if (name.contains("before-restore-") && !name.matches(".*\\.(lock|inuse)")) {
        contents.put(
            name.replaceAll("before-restore-[^/]*/index/", "")
                .replaceAll("before-restore-[^/]*/database/", "")
                .replaceAll("data/before-restore-[^/]*/records/", "index-data/")
                .replaceAll("data/before-restore-[^/]*/settings/", "config/"),
            sha256(name));
      }
    }
    return contents;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String sha256(String name) throws IOException {
    Path file = folder.resolve(name);
    boolean isRecord = name.startsWith("index-data/") || name.contains("/records/");
    return Sha256.of(Files.readAllBytes(file))
        + (isRecord ? " " + Files.getLastModifiedTime(file).toMillis() : "");
  }
}
