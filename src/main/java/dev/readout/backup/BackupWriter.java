package dev.readout.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup as a file: a zip that any tool can list and unpack, its manifest first and then the
 * files in the manifest's order, so that whoever reads it knows beforehand what must follow. Pure
 * functions.
 */
final class BackupWriter {
  static final String MANIFEST = "manifest.json";

  private BackupWriter() {}

  /**
   * Writes it; flushes the stream and leaves it open.
   *
   * @param staged where the bytes of each file are, which do not change meanwhile
   */
  static void write(OutputStream out, Manifest manifest, Function<StoredFile, Path> staged)
      throws IOException {
    byte[] json = ManifestJson.write(manifest);
    if (json.length > BackupReader.MAX_MANIFEST_BYTES) {
      throw new BackupFailedException("there are more files than a backup can hold");
    }
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    begin(zip, MANIFEST, FileTime.from(manifest.made()));
    zip.write(json);
    for (StoredFile file : manifest.files()) {
      begin(zip, file.name(), FileTime.from(file.modified()));
      Files.copy(staged.apply(file), zip);
    }
    zip.finish();
    zip.flush();
  }

  private static void begin(ZipOutputStream zip, String name, FileTime modified)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(modified);
    zip.putNextEntry(entry);
  }
}
