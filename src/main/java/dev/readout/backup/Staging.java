package dev.readout.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * The files of a backup on their way into or out of it: a folder beside the database, and one
 * within the folder of indexes for what is theirs, so that a file system takes all of it over by
 * name alone. What a killed process has left there is removed by the next. Confined to one thread;
 * removed by {@link #close}.
 */
final class Staging implements Closeable {
  private final Locations where;
  private final String name;

  private Staging(Locations where, String name) {
    this.where = where;
    this.name = name;
  }

  /**
   * An empty one.
   *
   * @param name of both folders, which nobody else uses
   */
  static Staging of(Locations where, String name) throws IOException {
    Staging staging = new Staging(where, name);
    staging.close();
    for (Part part : Part.values()) {
      Files.createDirectories(staging.folder(part));
    }
    return staging;
  }

  /** Where the files of a part are. */
  Path folder(Part part) {
    return where.home(part).resolve(name).resolve(part.folder());
  }

  /**
   * Where a file is.
   *
   * @throws UnusableBackupException when this machine cannot name a file so
   */
  Path path(StoredFile file) {
    try {
      return folder(file.part()).resolve(file.path());
    } catch (InvalidPathException e) {
      throw new UnusableBackupException(
          "there can be no file " + file.name() + " on this machine", e);
    }
  }

  /** Takes the bytes of a file, which are on disk once it is closed. */
  OutputStream open(StoredFile file) {
    Path path = path(file);
    try {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new BufferedOutputStream(Channels.newOutputStream(channel)) {
        @Override
        public void close() throws IOException {
          try (channel) {
            flush();
            channel.force(true);
          }
          Files.setLastModifiedTime(path, FileTime.from(file.modified()));
        }
      };
    } catch (IOException e) {
      throw BackupFailedException.of(path + " cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    FileTree.delete(where.data().resolve(name));
    FileTree.delete(where.index().resolve(name));
  }
}
