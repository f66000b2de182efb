package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Whatever bytes a web server answers, to robots.txt too, a fetch ends in time with a document of
 * allowed size or a reason, and what it took of the disk is given back.
 */
final class HttpReplyFuzzTest {
  private static final FetchSettings SETTINGS = new FetchSettings(true, Duration.ofSeconds(5));
  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final String PAGE = "<!doctype html><title>T</title><p>The talks ended.</p>";

  private static final List<String> STATUS_LINES =
      List.of(
          "HTTP/1.1 200 OK",
          "HTTP/1.1 200 OK",
          "HTTP/1.1 200 OK",
          "HTTP/1.1 200 OK",
          "HTTP/1.0 200",
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
          "HTTP/1.1 101 Switching",
          "HTTP/1.1 204 None",
          "HTTP/1.1 206 Part",
          "HTTP/1.1 302 There",
          "HTTP/1.1 304 Same",
          "HTTP/1.1 404 Gone",
          "HTTP/1.1 407 Proxy",
          "HTTP/1.1 408 Slow",
          "HTTP/1.1 421 Elsewhere",
          "HTTP/1.1 429 Later",
          "HTTP/1.1 503 Down",
          "HTTP/1.1 999 What",
          "HTTP/1.1 -1 What",
          "HTTP/9.9 200 OK",
          "ICY 200 OK",
          "",
          "\u0000\u0001");

  private static final List<String> HEADERS =
      List.of(
          "Content-Type: text/html; charset=utf-8",
          "Content-Type: application/pdf",
          "Content-Type: text/html; charset=no-such",
          "Content-Type: \u00e4/;;=\"",
          "Content-Length: 0",
          "Content-Length: 10",
          "Content-Length: 1000000",
          "Content-Length: -5",
          "Content-Length: 9223372036854775808",
          "Content-Length: ten",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Content-Encoding: gzip",
          "Content-Encoding: br",
          "Content-Encoding: identity",
          "Location: /again",
          "Location: //127.0.0.1:1/",
          "Location: ftp://example.org/",
          "Location: http://169.254.169.254/",
          "Location: \u00ff\u0001",
          "Retry-After: 99999999999",
          "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT",
          "Retry-After: -1",
          "ETag: \"\u00e9\"",
          "ETag: W/\"1\"",
          "Last-Modified: yesterday",
          "Set-Cookie: a=b",
          "Proxy-Authenticate: Basic realm=x",
          "WWW-Authenticate: Digest \u0000",
          "Connection: close",
          "Connection: upgrade",
          "Trailer: A",
          ": no name",
          "no colon",
          " folded",
          "A: " + "a".repeat(5_000));

  private static final List<String> CHUNK_SIZES =
      List.of(
          "5", "0", "ffffffff", "7fffffffffffffff", "10000000000000000", "-1", "", "5;a=b", "g");

  private final Site site = new Site();

  HttpReplyFuzzTest() throws IOException {}

  @AfterProperty
  void close() throws IOException {
    site.close();
  }

  @Property
  void fetch_anyReply_isDocumentOrReason(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    check(reply(random), random.nextInt(4) == 0);
  }

  private static byte[] reply(Random random) throws IOException {
    StringBuilder head = new StringBuilder(one(STATUS_LINES, random)).append("\r\n");
    boolean isChunked = random.nextInt(3) == 0;
    for (int i = random.nextInt(4); i > 0; i--) {
      head.append(one(HEADERS, random)).append(random.nextInt(20) == 0 ? "\n" : "\r\n");
    }
    if (isChunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    String text = random.nextBoolean() ? PAGE : OddText.mutated(PAGE, random);
    byte[] body = random.nextInt(4) == 0 ? gzipped(text) : text.getBytes(ISO_8859_1);
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    reply.writeBytes(isChunked ? chunked(body, random) : body);
    return random.nextInt(3) == 0 ? damaged(reply.toByteArray(), random) : reply.toByteArray();
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  /** In chunks of which some lie. */
  private static byte[] chunked(byte[] body, Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; ) {
      int length = Math.min(body.length - from, random.nextInt(1, 20));
      boolean isTrue = random.nextInt(10) > 0;
      String size = isTrue ? Integer.toHexString(length) : one(CHUNK_SIZES, random);
      bytes.writeBytes((size + "\r\n").getBytes(ISO_8859_1));
      bytes.write(body, from, length);
      bytes.writeBytes((random.nextInt(20) == 0 ? "" : "\r\n").getBytes(ISO_8859_1));
      from += length;
    }
    bytes.writeBytes(
        (random.nextInt(5) == 0 ? "0\r\nA: b\r\n\r\n" : "0\r\n\r\n").getBytes(ISO_8859_1));
    return bytes.toByteArray();
  }

  private static byte[] damaged(byte[] reply, Random random) {
    byte[] damaged = reply.clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Each of them has ended a bot, or got out of {@code fetch} as an exception. */
  @Example
  void fetch_whatWasFoundBefore_isAReason() throws IOException {
    String much = "a".repeat(24 << 20);
    for (String reply :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;" + much,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: " + much,
            "HTTP/1.1 200 OK\r\nA: " + much,
            "HTTP/1.1 " + much)) {
      check(reply.getBytes(ISO_8859_1), false);
      check(reply.getBytes(ISO_8859_1), true);
    }
  }

  /**
   * Asks once.
   *
   * @param toRobots whether robots.txt is answered with it too
   */
  private void check(byte[] reply, boolean toRobots) throws IOException {
    site.answer(reply, toRobots);
    long taken = LocalSite.SPOOL.used();
    long start = System.nanoTime();
    try (Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, site.at("/page")));
      switch (fetched) {
        case Fetched.Document document -> {
          assertThat(document.original().size()).isBetween(1, Original.MAX_BYTES);
          assertThat(document.finalAddress().getHost()).isEqualTo("127.0.0.1");
          document.original().close();
        }
        case Fetched.Refused refused -> {
          assertThat(refused.detail()).doesNotMatch("(?s).*\\p{Cntrl}.*");
          assertThat(refused.detail().length())
              .isLessThanOrEqualTo(Fetched.Refused.MAX_DETAIL_CHARS);
        }
        case Fetched.Unchanged _ -> throw new AssertionError("nothing was there before");
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    // Another class's document may be given back meanwhile; of this one nothing may stay.
    assertThat(LocalSite.SPOOL.used()).isLessThanOrEqualTo(taken);
  }

  /** Answers every request with the same bytes and closes. */
  private static final class Site implements AutoCloseable {
    private static final byte[] NO_RULES =
        "HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile byte[] reply = NO_RULES;
    private volatile boolean isToRobots;

    Site() throws IOException {
      Thread.ofVirtual().start(this::accept);
    }

    void answer(byte[] bytes, boolean toRobots) {
      reply = bytes.clone();
      isToRobots = toRobots;
    }

    URI at(String path) {
      return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void accept() {
      while (!server.isClosed()) {
        try {
          Socket socket = server.accept();
          Thread.ofVirtual().start(() -> serve(socket));
        } catch (IOException e) {
          if (!server.isClosed()) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }

    private void serve(Socket socket) {
      try (socket) {
        InputStream in = socket.getInputStream();
        byte[] request = new byte[8 << 10];
        int length = in.read(request);
        boolean isRobots =
            length > 0 && new String(request, 0, length, ISO_8859_1).startsWith("GET /robots.txt");
        OutputStream out = socket.getOutputStream();
        out.write(isRobots && !isToRobots ? NO_RULES : reply);
      } catch (IOException e) {
        // The client has had enough.
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
