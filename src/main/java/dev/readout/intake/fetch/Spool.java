package dev.readout.intake.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Documents that are being brought in, on disk instead of in memory: fetched, uploaded and waiting
 * for somebody, all within one budget. Its files have no names, so that the system removes them
 * however this process ends. Thread-safe.
 */
public final class Spool {
  /** All documents together. */
  public static final long MAX_BYTES = 96L << 20;

  /** For documents that nobody has closed. */
  private static final Cleaner CLEANER = Cleaner.create();

  private final Path folder;
  private final AtomicLong used = new AtomicLong();

  /** A budget of its own, in a folder with room for all of it. */
  public Spool(Path folder) {
    this.folder = folder;
  }

  /** There is no room for a document now, in the budget or on the disk. */
  public static final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;

    private NoRoomException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A file without a name for one document. */
  public File create() throws NoRoomException {
    try {
      Path path = Files.createTempFile(folder, ".document-", null);
      try {
        return new File(
            new Claim(new RandomAccessFile(path.toFile(), "rw"), used, new AtomicInteger()));
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new NoRoomException("no file in " + folder, e);
    }
  }

  /** How many bytes the documents have now. */
  public long used() {
    return used.get();
  }

  /** What a document holds of the disk and of the budget, until it is run. */
  private record Claim(RandomAccessFile file, AtomicLong used, AtomicInteger size)
      implements Runnable {
    private void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length); // fails once this was run, so that nothing is counted
      size.addAndGet(length);
      if (used.addAndGet(length) > MAX_BYTES) {
        throw new IOException("documents already have " + MAX_BYTES + " bytes");
      }
    }

    private synchronized int read(long position, byte[] into, int offset, int length)
        throws IOException {
      file.seek(position);
      return file.read(into, offset, length);
    }

    @Override
    public void run() {
      used.addAndGet(-size.getAndSet(0));
      try {
        file.close();
      } catch (IOException _) {
        // The system closes it with the process.
      }
    }
  }

  /** A document: written once, then read by any number. */
  public static final class File extends OutputStream implements Original.Content {
    private final Claim claim;
    private final Cleaner.Cleanable end;

    private File(Claim claim) {
      this.claim = claim;
      this.end = CLEANER.register(this, claim);
    }

    @Override
    public void write(int one) throws NoRoomException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws NoRoomException {
      try {
        claim.write(bytes, offset, length);
      } catch (IOException e) {
        throw new NoRoomException("the document cannot be kept: " + e.getMessage(), e);
      }
    }

    @Override
    public int size() {
      return claim.size().get();
    }

    @Override
    public InputStream stream() {
      return new FromStart(this);
    }

    @Override
    public void close() {
      end.clean();
    }
  }

  /** Keeps the file from being cleaned while it is read. */
  private static final class FromStart extends InputStream {
    private final File file;
    private int position;

    private FromStart(File file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      int count = length == 0 ? 0 : file.claim.read(position, into, offset, length);
      position += Math.max(0, count);
      return count;
    }

    /** So that who reads all of it needs no larger array than that. */
    @Override
    public int available() {
      return Math.max(0, file.size() - position);
    }
  }
}
