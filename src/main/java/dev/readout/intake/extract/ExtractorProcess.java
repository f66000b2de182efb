package dev.readout.intake.extract;

import static java.util.Objects.requireNonNullElse;

import dev.readout.corpus.JsonCodec;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed.FeedKind;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that reads one document or list, from standard input, and ends. It also ends when
 * standard input does, since then whoever started it is gone, and after its time, should nobody end
 * it sooner. All work is done on daemon threads, so that returning from {@code main} ends it.
 */
final class ExtractorProcess {
  /** What document formats may recurse in; deeper is a hostile document. */
  private static final long STACK_BYTES = 2 << 20;

  /** Longest extraction on its way back. */
  static final int MAX_ANSWER_BYTES = 4 << 20;

  /** What the process says first, so that one that never ran is told from one that died. */
  static final int GREETING = 0x52454144;

  private final CountDownLatch over = new CountDownLatch(1);

  private ExtractorProcess() {}

  /** What is asked for of the document that follows; no list for its text. */
  private record Request(
      @Nullable Listing list, Format format, @Nullable Charset charset, int size) {}

  /** A list found at the base: which links are items, and where in JSON it is; null for all. */
  record Listing(FeedKind kind, URI base, @Nullable String links, @Nullable String pointer) {}

  /** Asks a process for what a document lists, or without a list for its text. */
  static void ask(@Nullable Listing list, Original original, OutputStream to) throws IOException {
    Request request =
        new Request(list, original.format(), original.declaredCharset(), original.size());
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(JsonCodec.write(request));
    original.stream().transferTo(out);
    out.flush();
  }

  /** The argument is the longest time to live, in milliseconds. */
  static void main(String[] args) throws InterruptedException {
    long millis = Long.parseLong(args[0]);
    InputStream in = System.in;
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    // Whatever a library prints must not get between the lines of the answer.
    System.setOut(System.err);
    ExtractorProcess process = new ExtractorProcess();
    process.start("work", () -> process.work(in, out));
    boolean ended = process.over.await(millis, TimeUnit.MILLISECONDS);
    if (!ended) {
      System.err.println("over time");
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // nothing but speed rests on it
  private void start(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void work(InputStream in, OutputStream to) {
    try {
      DataOutputStream out = new DataOutputStream(to);
      out.writeInt(GREETING);
      out.flush();
      DataInputStream data = new DataInputStream(in);
      Request request = JsonCodec.read(data.readUTF(), Request.class);
      byte[] bytes = data.readNBytes(Math.clamp(request.size(), 0, Original.MAX_BYTES));
      if (bytes.length != request.size()) {
        throw new IOException("a document of " + request.size() + " bytes, not " + bytes.length);
      }
      Original original = Original.of(bytes, request.format(), request.charset());
      start("watch", () -> awaitEnd(in));
      out.write(answer(request.list(), original));
      out.flush();
    } catch (IOException e) {
      System.err.println(e);
    } finally {
      over.countDown();
    }
  }

  /** What was asked for, as the process that asked reads it. */
  static byte[] answer(@Nullable Listing list, Original original) {
    return list == null ? encode(extract(original)) : JsonCodec.writeBytes(list(original, list));
  }

  /** The extraction as bytes; what would be too long a text becomes a failure. */
  static byte[] encode(Extraction extraction) {
    byte[] answer = JsonCodec.writeBytes(extraction);
    return answer.length <= MAX_ANSWER_BYTES
        ? answer
        : JsonCodec.writeBytes(new Failed(Reason.TOO_LARGE));
  }

  private static FeedReading list(Original original, Listing list) {
    FeedReading.LinkPattern links =
        list.links() == null ? null : new FeedReading.LinkPattern(list.links());
    try {
      return FeedReader.read(
          original, list.kind(), list.base(), links, requireNonNullElse(list.pointer(), ""));
    } catch (StackOverflowError | RuntimeException e) {
      System.err.println(e);
      return new FeedReading.Malformed();
    }
  }

  private void awaitEnd(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // As good as its end.
    } finally {
      over.countDown();
    }
  }

  /** Parsers break on hostile input in every way; each is an expected outcome here. */
  static Extraction extract(Original original) {
    try {
      return switch (original.format()) {
        case HTML -> new HtmlExtractor(InstantSource.system()).extract(original);
        case PDF -> new PdfExtractor().extract(original);
        case MARKDOWN -> new MarkdownExtractor().extract(original);
        case PLAIN_TEXT -> new PlainTextExtractor().extract(original);
        case FEED, JSON -> new Failed(Reason.NO_DOCUMENT);
      };
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failed(Reason.TOO_LARGE);
    } catch (RuntimeException e) {
      System.err.println(e);
      return new Failed(Reason.MALFORMED);
    }
  }

  /** Folders for processes, below one that this process locks; those left unlocked are removed. */
  static final class WorkFolders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractorProcess.class);

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
}
