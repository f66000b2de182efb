package dev.readout.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that holds one secret and nothing else, as Docker and systemd hand it over. */
final class SecretFile {
  private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

  /** No secret of ours is nearly as long. */
  static final int MAX_BYTES = 4_096;

  private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+$");

  private SecretFile() {}

  /** What the file holds, without line ends; failing, it shows neither secret nor path. */
  static String read(String variable, String path) {
    Path file = existing(path);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("is no file but a folder or device; name a file");
    }
    String secret = LINE_ENDS.matcher(text(file)).replaceFirst("");
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("names an empty file; write the secret into it");
    }
    if (isReadableByAll(file)) {
      LOG.warn("{} may be read by everybody on this machine ({}); chmod 600", file, variable);
    }
    return secret;
  }

  private static Path existing(String path) {
    try {
      Path file = Path.of(path);
      if (Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // No path at all leads nowhere either.
    }
    throw new IllegalArgumentException(
        "names no file that exists; write the path of a file, not the secret itself");
  }

  private static String text(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(
            "names a file of more than 4,096 bytes; it must hold the secret and nothing else");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new IllegalArgumentException("names a file that cannot be read; check its permissions");
    }
  }

  private static boolean isReadableByAll(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException | IOException _) {
      return false; // Nothing is known of it, and this only warns.
    }
  }
}
