package dev.readout.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other users of the machine from questions in the database; SQLite's other files get the
 * first's mode. Pure functions.
 */
public final class FileModes {
  private static final Logger LOG = LoggerFactory.getLogger(FileModes.class);

  private FileModes() {}

  /** Makes the folder, for its owner alone; one that is there may be somebody else's, and stays. */
  static void makeFolder(Path folder) throws IOException {
    if (isPosix(folder)) {
      var mode = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Makes the file, empty, for its owner alone, or takes one that is there from all others. */
  public static void keepFromOthers(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
    } catch (FileAlreadyExistsException e) {
      Set<PosixFilePermission> owners = Files.getPosixFilePermissions(file);
      if (owners.retainAll(PosixFilePermissions.fromString("rwx------"))) {
        takeFromOthers(file, owners);
      }
    }
  }

  private static void takeFromOthers(Path file, Set<PosixFilePermission> owners)
      throws IOException {
    try {
      Files.setPosixFilePermissions(file, owners);
    } catch (FileSystemException e) {
      LOG.warn("others may read {}: its mode cannot be changed ({})", file, e.toString());
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** This process's user as {@code chown} takes it: the number, since containers name none. */
  static String owner() {
    try {
      return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return System.getProperty("user.name");
    }
  }
}
