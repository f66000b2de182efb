package dev.readout.intake.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that processes work in, below one that is locked for as long as this process lives:
 * what is not locked was left by one that was killed, and is removed. Thread-safe.
 */
final class WorkFolders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);

  static final String PREFIX = "readout-extract-";
  static final String LOCK = "lock";

  /** Not yet locked; so that nobody takes it for one that was left. */
  private static final String UNLOCKED = "readout-new-";

  /** Of this process: to open and close a file that it has locked would unlock it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private @Nullable Path folder;
  private @Nullable FileChannel lock;

  WorkFolders() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> found = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (Path folder : found) {
        if (isLeft(folder)) {
          remove(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("Folders of earlier extractions could not be looked for", e);
    }
  }

  private static boolean isLeft(Path folder) {
    if (OWN.contains(folder)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = file.tryLock()) {
      return free != null;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      LOG.debug("Whether {} is in use cannot be told", folder, e);
      return false;
    }
  }

  /** An empty one; its user removes it. */
  synchronized Path create() throws IOException {
    if (folder == null) {
      Path unlocked = Files.createTempDirectory(UNLOCKED);
      String name = unlocked.getFileName().toString().replace(UNLOCKED, PREFIX);
      Path locked = unlocked.resolveSibling(name);
      OWN.add(locked);
      lock =
          FileChannel.open(
              unlocked.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      var _ = lock.lock();
      folder = Files.move(unlocked, locked, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.createTempDirectory(folder, "");
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Could not remove {}", folder, e);
    }
  }

  @Override
  public synchronized void close() {
    if (folder == null || lock == null) {
      return;
    }
    remove(folder);
    OWN.remove(folder);
    folder = null;
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("A lock could not be given back", e);
    }
  }
}
