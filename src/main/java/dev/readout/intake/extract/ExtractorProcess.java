package dev.readout.intake.extract;

import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.original.Original;
import dev.readout.store.FeedKind;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process that reads one document or list, from standard input, and ends. It also ends when
 * standard input does, since then whoever started it is gone, and after its time, should nobody end
 * it sooner. All work is done on daemon threads, so that returning from {@code main} ends it.
 */
final class ExtractorProcess {
  /** What document formats may recurse in; deeper is a hostile document. */
  private static final long STACK_BYTES = 2 << 20;

  private final CountDownLatch over = new CountDownLatch(1);

  private ExtractorProcess() {}

  /**
   * @param args longest time to live, in milliseconds
   */
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

  private void start(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void work(InputStream in, OutputStream to) {
    try {
      DataOutputStream out = new DataOutputStream(to);
      out.writeInt(ExtractorWire.GREETING);
      out.flush();
      DataInputStream data = new DataInputStream(in);
      ExtractorWire.Request request = ExtractorWire.readRequest(data);
      Original original = ExtractorWire.readOriginal(data);
      start("watch", () -> awaitEnd(in));
      out.write(
          request.feed() == null
              ? ExtractorWire.encode(extract(original))
              : ExtractorWire.encode(list(original, request, request.feed())));
      out.flush();
    } catch (IOException e) {
      System.err.println(e);
    } finally {
      over.countDown();
    }
  }

  private static FeedReading list(Original original, ExtractorWire.Request request, FeedKind kind) {
    LinkPattern links = request.links().isEmpty() ? null : new LinkPattern(request.links());
    try {
      return FeedReader.read(original, kind, URI.create(request.base()), links);
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

  /**
   * Parsers break on hostile input in every way that there is; each is an expected outcome here.
   */
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
}
