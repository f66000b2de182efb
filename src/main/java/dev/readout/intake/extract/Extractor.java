package dev.readout.intake.extract;

import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Scope;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.ExtractorProcess.Listing;
import dev.readout.intake.extract.ExtractorProcess.WorkFolders;
import dev.readout.intake.fetch.FairTurn;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extracts documents and reads lists of documents, each in a process of its own, so that no
 * document can cost more than its limits of time and memory or bring this process down. The process
 * has no environment, so no secrets, and an empty folder to work in. One runs at a time, for the
 * servers in turn. Thread-safe; whoever makes one closes it, which ends a running process.
 */
public final class Extractor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Extractor.class);

  /** How much of what a process complains about is kept. */
  private static final int MAX_COMPLAINT_BYTES = 4 << 10;

  /** How many turns of others a caller waits before it is sent away. */
  private static final int MAX_TURNS = 6;

  /** Java's own exit status when memory has run out, as asked for below. */
  private static final int OUT_OF_MEMORY = 3;

  /** Killed: here, by the system that has run out of memory. */
  private static final int KILLED = 128 + 9;

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]+");

  private final ExtractorSettings settings;
  private final FairTurn turn = new FairTurn();
  private final WorkFolders folders = new WorkFolders();
  private volatile boolean closed;
  private volatile @Nullable Process running;

  /** Removes what processes have left that were killed with this one's predecessor. */
  public Extractor(ExtractorSettings settings) {
    this.settings = settings;
  }

  /** Extracts a text, blocking; throws when no process can, in time, whatever the document. */
  public Extraction extract(Scope asker, Original original) {
    if (original.format() == Format.FEED || original.format() == Format.JSON) {
      return new Failed(Reason.NO_DOCUMENT);
    }
    try {
      return decode(ask(asker, null, original), Extraction.class);
    } catch (EndedException e) {
      return new Failed(e.reason);
    } catch (IOException e) {
      LOG.debug("An extraction came back garbled", e);
      return new Failed(Reason.MALFORMED);
    }
  }

  /** What a feed or page at the base lists, blocking; throws as {@link #extract} does. */
  public FeedReading list(Scope asker, Original original, Feed.Listing listing, URI base) {
    Listing list = new Listing(listing.kind(), base, listing.linkPattern(), listing.pointer());
    try {
      return decode(ask(asker, list, original), FeedReading.class);
    } catch (EndedException e) {
      return switch (e.reason) {
        case TOO_LARGE -> new FeedReading.TooLarge();
        case TOO_SLOW -> new FeedReading.TooSlow();
        case MALFORMED, ENCRYPTED, NO_TEXT, CHALLENGE, NO_DOCUMENT -> new FeedReading.Malformed();
      };
    } catch (IOException e) {
      LOG.debug("A list came back garbled", e);
      return new FeedReading.Malformed();
    }
  }

  private static <T> T decode(byte[] answer, Class<T> type) throws IOException {
    return JsonCodec.read(answer, 0, answer.length, type);
  }

  /** The document ended its process, or the process came to no end. */
  private static final class EndedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private EndedException(Reason reason) {
      this.reason = reason;
    }
  }

  private byte[] ask(Scope asker, @Nullable Listing list, Original original) throws EndedException {
    try {
      if (!turn.take(asker, settings.within().multipliedBy(MAX_TURNS))) {
        throw new ExtractorUnavailableException("too many documents are waiting");
      }
      try {
        return settings.isolated() ? inTurn(list, original) : here(list, original);
      } finally {
        turn.giveBack(asker);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtractorUnavailableException("interrupted", e);
    } catch (IOException e) {
      throw new ExtractorUnavailableException("no process for extraction can be started", e);
    }
  }

  private byte[] here(@Nullable Listing list, Original original) {
    if (closed) {
      throw new ExtractorUnavailableException("closed");
    }
    return ExtractorProcess.answer(list, original);
  }

  private byte[] inTurn(@Nullable Listing list, Original original)
      throws IOException, InterruptedException, EndedException {
    Path folder = folders.create();
    try {
      Process process = process(folder).start();
      running = process;
      try {
        return outcome(process, list, original);
      } finally {
        running = null;
        process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
      }
    } finally {
      WorkFolders.remove(folder);
    }
  }

  /** How the process is started that works in the folder. */
  ProcessBuilder process(Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command(folder)).directory(folder.toFile());
    builder.environment().clear();
    // Without it Java could not read a class path that is not ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + settings.heapMiB() + "m",
        "-XX:MaxMetaspaceSize=64m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+ExitOnOutOfMemoryError",
        // These start fastest, and one document is over before the optimising compiler pays off.
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-XX:-UsePerfData",
        "-Xlog:disable",
        // Has the system know that members' answers go first. It warns, of what only root may do.
        "-XX:ThreadPriorityPolicy=1",
        "-XX:-PrintWarnings",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Duser.home=" + folder,
        // Nobody reads a log of this process; and a logger takes longer to start than most
        // documents.
        "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        classPath(),
        ExtractorProcess.class.getName(),
        Long.toString(settings.within().toMillis()));
  }

  /** This process's own, but found from another folder too. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private byte[] outcome(Process process, @Nullable Listing list, Original original)
      throws IOException, InterruptedException, EndedException {
    if (closed) {
      throw new ExtractorUnavailableException("closed");
    }
    FutureTask<byte[]> answer =
        reading(process.getInputStream(), Integer.BYTES + ExtractorProcess.MAX_ANSWER_BYTES);
    FutureTask<byte[]> complaint = reading(process.getErrorStream(), MAX_COMPLAINT_BYTES);
    daemon("extractor-input", () -> send(list, original, process));
    if (!process.waitFor(settings.within().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new EndedException(Reason.TOO_SLOW);
    }
    if (closed) {
      throw new ExtractorUnavailableException("closed");
    }
    return outcome(process.exitValue(), result(answer), result(complaint));
  }

  private static byte[] outcome(int exit, byte[] answer, byte[] complaint) throws EndedException {
    boolean started =
        answer.length >= Integer.BYTES
            && ByteBuffer.wrap(answer).getInt() == ExtractorProcess.GREETING;
    if (started && exit == 0 && answer.length > Integer.BYTES) {
      return Arrays.copyOfRange(answer, Integer.BYTES, answer.length);
    }
    if (exit == OUT_OF_MEMORY || exit == KILLED) {
      throw new EndedException(Reason.TOO_LARGE);
    }
    String said =
        UNPRINTABLE.matcher(new String(complaint, StandardCharsets.UTF_8)).replaceAll(" ");
    if (!started) {
      throw new ExtractorUnavailableException(
          "the process for extraction ended with status " + exit + ": " + said.strip());
    }
    LOG.debug("Extraction ended with status {}: {}", exit, said);
    throw new EndedException(Reason.MALFORMED);
  }

  /** Reads all there is, so that the writer never waits, but keeps no more than the limit. */
  private static FutureTask<byte[]> reading(InputStream stream, int limit) {
    FutureTask<byte[]> task =
        new FutureTask<>(
            () -> {
              byte[] kept = stream.readNBytes(limit);
              stream.transferTo(OutputStream.nullOutputStream());
              return kept;
            });
    daemon("extractor-output", task);
    return task;
  }

  /** The stream stays open: its end tells the process that this one is gone. */
  private static void send(@Nullable Listing list, Original original, Process process) {
    try {
      ExtractorProcess.ask(list, original, process.getOutputStream());
    } catch (IOException e) {
      LOG.debug("The process for extraction ended before it had read its document", e);
    }
  }

  private static void daemon(String name, Runnable task) {
    Thread.ofPlatform().daemon().name(name).start(task);
  }

  /** Its stream ends with the process, which has ended. */
  private static byte[] result(FutureTask<byte[]> task) throws InterruptedException, IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  /** Ends a running process; its caller gets an {@link ExtractorUnavailableException}. */
  @Override
  public void close() {
    closed = true;
    Process process = running;
    if (process != null) {
      process.destroyForcibly();
    }
    folders.close();
  }

  /** No document can be extracted now, whatever is in it: no fault of the document's. */
  public static final class ExtractorUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExtractorUnavailableException(String message) {
      this(message, null);
    }

    ExtractorUnavailableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** What one document may cost; it has a process of its own but in tests. Immutable. */
  public record ExtractorSettings(Duration within, int heapMiB, boolean isolated) {
    /** Enough for the largest document that is taken. */
    public static final ExtractorSettings DEFAULT =
        new ExtractorSettings(Duration.ofSeconds(20), 128);

    /** For tests only: without the second that a process takes. */
    public static final ExtractorSettings IN_THIS_PROCESS =
        new ExtractorSettings(DEFAULT.within(), DEFAULT.heapMiB(), false);

    /** In a process of its own. */
    public ExtractorSettings(Duration within, int heapMiB) {
      this(within, heapMiB, true);
    }
  }
}
