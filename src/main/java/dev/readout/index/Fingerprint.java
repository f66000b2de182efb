package dev.readout.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.lucene.util.Version;

/**
 * What an index was built by and from: an index with another fingerprint is rebuilt, not misread.
 */
final class Fingerprint {
  /** Raised whenever fields, analysis, weights of fields or stored forms change. */
  static final int FORMAT = 4;

  private Fingerprint() {}

  /** The version of the engine and of this package's own forms. */
  static String ofSettings() {
    return "format " + FORMAT + ", Lucene " + Version.LATEST + ", " + Similarities.DESCRIPTION;
  }

  /**
   * Names, sizes and times of the corpus files: cheap enough for every start, and different after
   * every edit.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  static String ofCorpus(Path directory) {
    TreeMap<String, String> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.put(
                  directory.relativize(file).toString(),
                  attributes.size() + " " + attributes.lastModifiedTime().toMillis());
              return FileVisitResult.CONTINUE;
            }
          });
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(files.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the corpus folder " + directory, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
