package dev.readout.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.store.FileModes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a backup: a zip with the database, the settings and the records, each file with its
 * checksum, and, last, what it holds. Any tool can list and unpack it. Whoever made the file, names
 * lead out of no folder, nothing is unpacked as a link, and no file is larger than it may be. Pure
 * functions of files.
 */
final class BackupFile {
  static final String DATABASE = "database/readout.db";
  static final String SETTINGS = "settings/local.yaml";
  static final String RECORDS = "records/";

  private static final String CONTENTS = "contents.json";

  /** Raised whenever an older program could not restore what is written. */
  private static final int FORMAT = 2;

  private static final Pattern RECORD =
      Pattern.compile(RECORDS + "((?!\\.{1,2}(/|$))[^/\\\\\\p{Cc}\\p{Cs}]{1,255}(/|$))+(?<!/)");
  private static final int MAX_NAME_CHARS = 1_000;
  private static final int MAX_FILES = 100_000;
  private static final long MAX_FILE_BYTES = 64L << 20;
  private static final long MAX_RECORDS_BYTES = 1L << 30;

  /** What a database may grow to. */
  private static final long MAX_DATABASE_BYTES = 4L << 30;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final double MB = 1_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private BackupFile() {}

  /** What a backup says of itself; no tables where there is no database. Immutable. */
  record Contents(
      int format,
      String program,
      String made,
      String tables,
      long databaseBytes,
      int records,
      boolean settings) {
    Contents {
      Objects.requireNonNull(program);
      Objects.requireNonNull(made);
      Objects.requireNonNull(tables);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "backup of %s by Readout %s: %s, %d files of records, %s",
          made,
          program,
          tables.isEmpty()
              ? "no database"
              : String.format(
                  Locale.ROOT, "database of %.1f MB (tables V%s)", databaseBytes / MB, tables),
          records,
          settings ? "settings" : "no settings");
    }
  }

  /** Writes one from a copy of the database, if there is any; leaves the stream open. */
  static Contents write(
      OutputStream out,
      String program,
      Instant made,
      @Nullable Path database,
      String tables,
      @Nullable Path settings,
      Path records)
      throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
    if (database != null) {
      add(zip, DATABASE, database);
    }
    if (settings != null) {
      add(zip, SETTINGS, settings);
    }
    List<Path> files = files(records);
    if (files.isEmpty()) {
      throw new BackupFailedException(
          "there are no records in " + records + "; set READOUT_CORPUS to their folder");
    }
    for (Path file : files) {
      add(zip, RECORDS + file.toString().replace('\\', '/'), records.resolve(file));
    }
    Contents contents =
        new Contents(
            FORMAT,
            program,
            made.truncatedTo(ChronoUnit.SECONDS).toString(),
            tables,
            database == null ? 0 : Files.size(database),
            files.size(),
            settings != null);
    zip.putNextEntry(new ZipEntry(CONTENTS));
    zip.write(JSON.writeValueAsBytes(contents));
    zip.finish();
    zip.flush();
    return contents;
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    if (limit(name) < Files.size(file)) {
      throw new BackupFailedException(
          "a backup cannot hold " + file + ", by its name or its size; rename it or move it away");
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(Files.getLastModifiedTime(file));
    zip.putNextEntry(entry);
    Files.copy(file, zip);
  }

  /** All files below a folder in order, relative to it; of links what they lead to. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
        paths.filter(Files::isRegularFile).map(folder::relativize).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** How many bytes a file of that name may have; negative for a name that no file has. */
  private static long limit(String name) {
    return switch (name) {
      case DATABASE -> MAX_DATABASE_BYTES;
      case SETTINGS, CONTENTS -> MAX_FILE_BYTES;
      default ->
          name.length() <= MAX_NAME_CHARS && RECORD.matcher(name).matches() ? MAX_FILE_BYTES : -1;
    };
  }

  /** Reads one to its end into an empty folder, or only checks it; refuses what is amiss. */
  static Contents read(InputStream in, @Nullable Path into) {
    InputStream whole = new BufferedInputStream(in);
    ZipInputStream zip = new ZipInputStream(whole, StandardCharsets.UTF_8);
    Set<String> names = new HashSet<>();
    long recordBytes = 0;
    for (ZipEntry entry = next(zip, ""); entry != null; entry = next(zip, entry.getName())) {
      String name = entry.getName();
      long limit = limit(name);
      if (limit < 0 || !names.add(name) || names.size() > MAX_FILES) {
        throw new UnusableBackupException(
            names.size() <= 1
                ? "it is no backup of this version of Readout"
                : "it holds " + name + ", which belongs in no backup");
      }
      if (name.equals(CONTENTS)) {
        return end(zip, whole, names);
      }
      boolean isRecord = name.startsWith(RECORDS);
      long size =
          copy(
              zip, name, isRecord ? Math.min(limit, MAX_RECORDS_BYTES - recordBytes) : limit, into);
      recordBytes += isRecord ? size : 0;
    }
    throw new UnusableBackupException(
        names.isEmpty() ? "it is no backup of Readout" : "it is cut short");
  }

  private static @Nullable ZipEntry next(ZipInputStream zip, String last) {
    try {
      return zip.getNextEntry();
    } catch (IOException | IllegalArgumentException e) { // the latter of a name that is no UTF-8
      throw new UnusableBackupException("it is damaged after '" + last + "'", e);
    }
  }

  private static Contents end(ZipInputStream zip, InputStream in, Set<String> names) {
    try {
      Contents contents =
          JSON.readValue(zip.readNBytes(BUFFER_BYTES), Contents.class); // checks its checksum
      zip.closeEntry();
      long records = names.stream().filter(name -> name.startsWith(RECORDS)).count();
      if (contents.format() != FORMAT) {
        throw new UnusableBackupException(
            "it is of another form; restore it with Readout " + contents.program());
      }
      if (contents.tables().isEmpty() == names.contains(DATABASE)
          || contents.settings() != names.contains(SETTINGS)
          || contents.records() != records
          || zip.getNextEntry() != null) {
        throw new UnusableBackupException("it does not hold what it says: " + contents);
      }
      in.transferTo(OutputStream.nullOutputStream()); // or who writes it would be cut off
      return contents;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableBackupException("it is damaged in its " + CONTENTS, e);
    }
  }

  private static long copy(ZipInputStream zip, String name, long limit, @Nullable Path into) {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (OutputStream out = open(name, into)) {
      for (int count = fill(zip, buffer, name); count >= 0; count = fill(zip, buffer, name)) {
        size += count;
        if (size > limit) {
          throw new UnusableBackupException(name + " is larger than it may be");
        }
        out.write(buffer, 0, count);
      }
      return size;
    } catch (IOException e) {
      throw BackupFailedException.of(name + " cannot be written", e);
    }
  }

  private static int fill(ZipInputStream zip, byte[] buffer, String name) {
    try {
      return zip.read(buffer);
    } catch (IOException e) {
      throw new UnusableBackupException(name + " is damaged or cut short", e);
    }
  }

  private static OutputStream open(String name, @Nullable Path into) throws IOException {
    if (into == null) {
      return OutputStream.nullOutputStream();
    }
    try {
      Path file = into.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      if (name.equals(DATABASE)) {
        FileModes.keepFromOthers(file);
        return new BufferedOutputStream(Files.newOutputStream(file));
      }
      return new BufferedOutputStream(
          Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (InvalidPathException e) {
      throw new UnusableBackupException("there can be no file " + name + " on this machine", e);
    }
  }
}
