package dev.readout.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a backup from its beginning to its end, whoever made it: nothing is taken that its manifest
 * does not announce, at its place, with its size and checksum; names are those that {@link Part}
 * knows. Confined to one thread; the stream is closed by who opened it.
 */
final class BackupReader {
  static final int MAX_MANIFEST_BYTES = 32 << 20;

  /** What a zip's directory takes for one file, with names of the longest. */
  private static final long MAX_DIRECTORY_BYTES_A_FILE = 5_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private final EndOfZip end;
  private final ZipInputStream zip;
  private final Manifest manifest;

  /** Takes the bytes of a file. */
  interface Sink {
    /**
     * Where they go; closed by the caller.
     *
     * @throws BackupFailedException when they cannot go there
     */
    OutputStream open(StoredFile file);
  }

  /**
   * Begins to read, up to the manifest.
   *
   * @throws UnusableBackupException when it is no backup, damaged, or of a later form
   */
  BackupReader(InputStream in) {
    this.end = new EndOfZip(in);
    this.zip = new ZipInputStream(end, StandardCharsets.UTF_8);
    this.manifest = ManifestJson.read(manifestBytes());
  }

  Manifest manifest() {
    return manifest;
  }

  private byte[] manifestBytes() {
    ZipEntry first = next();
    if (first == null || !first.getName().equals(BackupWriter.MANIFEST)) {
      throw new UnusableBackupException("it is no backup of Readout");
    }
    try {
      byte[] bytes = zip.readNBytes(MAX_MANIFEST_BYTES + 1);
      if (bytes.length > MAX_MANIFEST_BYTES) {
        throw new UnusableBackupException("its manifest is too long");
      }
      return bytes;
    } catch (IOException e) {
      throw damaged(BackupWriter.MANIFEST, e);
    }
  }

  /**
   * Reads all that follows.
   *
   * @throws UnusableBackupException when anything is missing, too much, or another than announced
   */
  void read(Sink sink) {
    for (StoredFile file : manifest.files()) {
      ZipEntry entry = next();
      if (entry == null) {
        throw new UnusableBackupException("it is cut short: " + file.name() + " is missing");
      }
      if (!entry.getName().equals(file.name())) {
        throw new UnusableBackupException(
            "it holds %s in the place of %s".formatted(entry.getName(), file.name()));
      }
      try (OutputStream out = sink.open(file)) {
        read(file, out);
      } catch (IOException e) { // of closing: the disk may be full only then
        throw BackupFailedException.of(file.name() + " cannot be written", e);
      }
    }
    readEnd();
  }

  private void read(StoredFile file, OutputStream out) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int count = fill(buffer, file); count >= 0; count = fill(buffer, file)) {
      size += count;
      if (size > file.size()) {
        throw new UnusableBackupException(file.name() + " is larger than announced");
      }
      digest.update(buffer, 0, count);
      try {
        out.write(buffer, 0, count);
      } catch (IOException e) {
        throw BackupFailedException.of(file.name() + " cannot be written", e);
      }
    }
    if (size != file.size() || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new UnusableBackupException(file.name() + " is damaged");
    }
  }

  private int fill(byte[] buffer, StoredFile file) {
    try {
      return zip.read(buffer);
    } catch (IOException e) {
      throw damaged(file.name(), e);
    }
  }

  private void readEnd() {
    ZipEntry further = next();
    if (further != null) {
      throw new UnusableBackupException(
          "it holds " + further.getName() + ", which is not announced");
    }
    try {
      if (!end.isReached((manifest.files().size() + 2L) * MAX_DIRECTORY_BYTES_A_FILE)) {
        throw new UnusableBackupException("its end is damaged or missing");
      }
    } catch (IOException e) {
      throw damaged("its end", e);
    }
  }

  /** Null after the last. */
  private @Nullable ZipEntry next() {
    try {
      return zip.getNextEntry();
    } catch (IOException | IllegalArgumentException e) { // the latter of a name that is no text
      throw damaged("it", e);
    }
  }

  private static RuntimeException damaged(String what, Exception failure) {
    return failure instanceof IOException disk
            && !(disk instanceof ZipException)
            && !(disk instanceof EOFException)
        ? BackupFailedException.of("the backup cannot be read", disk)
        : new UnusableBackupException(
            what + " is damaged or cut short (" + failure.getMessage() + ")", failure);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
