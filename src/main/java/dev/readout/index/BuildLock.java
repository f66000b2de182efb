package dev.readout.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to change a folder of generations, which the system frees when its process dies. */
final class BuildLock implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(BuildLock.class);

  /**
   * Where this process builds now: a second build must not open the lock file, since closing any
   * channel of it would free the lock.
   */
  private static final Set<Path> BUILT_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private BuildLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Waits for another process that holds it; throws when this process does. */
  static BuildLock of(Path directory) throws IOException {
    Path folder = directory.toAbsolutePath().normalize();
    if (!BUILT_HERE.add(folder)) {
      throw new IndexUnavailableException(
          "this process is building the index in " + directory + " already; try again later");
    }
    try {
      Files.createDirectories(folder);
      return new BuildLock(folder, locked(folder.resolve("build.lock")));
    } catch (IOException | RuntimeException e) {
      BUILT_HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        LOG.info("Waiting for another process that builds the index.");
        channel.lock();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      BUILT_HERE.remove(folder);
    }
  }
}
