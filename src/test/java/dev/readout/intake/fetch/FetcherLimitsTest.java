package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Document;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send too much, too slowly or nonsense, and callers that want too much at once. */
@Timeout(600)
final class FetcherLimitsTest extends FetcherLimitsFixture {
  @Test
  void settings_outOfBounds_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FetchSettings(false, Duration.ofMillis(99)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FetchSettings(false, Duration.ofSeconds(61)));
  }

  @Test
  void fetch_largestDocument_fetched_oneByteMoreNot() throws IOException {
    byte[] largest = " ".repeat(Original.MAX_BYTES).getBytes(UTF_8);
    byte[] larger = " ".repeat(Original.MAX_BYTES + 1).getBytes(UTF_8);
    try (LocalSite site = new LocalSite();
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      site.on("/largest", exchange -> LocalSite.send(exchange, "text/plain", largest));
      site.on("/larger", exchange -> LocalSite.send(exchange, "text/plain", larger));
      assertThat(fetcher.fetch(FetchRequest.of(Scope.GLOBAL, site.at("/largest"))))
          .isInstanceOf(Document.class);
      assertThat(reason(fetcher, site.at("/larger"))).isEqualTo(Reason.TOO_LARGE);
    }
  }

  /** The bomb has no end, so only one that is put out early is not a time-out. */
  @Test
  void fetch_endlessGzip_stoppedEarly() throws Exception {
    byte[] mebibyte = deflatedZeros(1 << 20);
    CompletableFuture<Long> sent = new CompletableFuture<>();
    try (LocalSite site = new LocalSite();
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      site.on(
          "/page",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            long blocks = 0;
            try (OutputStream body = exchange.getResponseBody()) {
              body.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
              while (true) {
                body.write(mebibyte);
                body.flush();
                blocks++;
              }
            } finally {
              sent.complete(blocks);
            }
          });
      assertThat(reason(fetcher, site.at("/page"))).isEqualTo(Reason.TOO_LARGE);
      assertThat(sent.get(5, TimeUnit.MINUTES)).isPositive();
    }
  }

  /** Ends on a whole byte and refers to nothing before, so that it can be sent again and again. */
  private static byte[] deflatedZeros(int length) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, true)) {
      out.write(new byte[length]);
      out.flush();
      return bytes.toByteArray();
    } finally {
      deflater.end();
    }
  }

  @Test
  void fetch_aByteNowAndThen_timesOut() throws Exception {
    byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(ISO_8859_1);
    try (Raw server =
            new Raw(
                (out, end) -> {
                  out.write(head);
                  while (!end.await(20, TimeUnit.MILLISECONDS)) {
                    out.write('a');
                    out.flush();
                  }
                });
        Fetcher fetcher = new Fetcher(BRIEF, LocalSite.SPOOL, InstantSource.system())) {
      assertTimesOut(fetcher, server.at("/page"));
    }
  }

  @Test
  void fetch_headersWithoutEnd_timesOut() throws Exception {
    try (Raw server =
            new Raw(
                (out, end) -> {
                  out.write("HTTP/1.1 200 OK\r\nA: ".getBytes(ISO_8859_1));
                  while (!end.await(20, TimeUnit.MILLISECONDS)) {
                    out.write('a');
                    out.flush();
                  }
                });
        Fetcher fetcher = new Fetcher(BRIEF, LocalSite.SPOOL, InstantSource.system())) {
      assertTimesOut(fetcher, server.at("/page"));
    }
  }

  @Test
  void fetch_silentServer_timesOut() throws Exception {
    try (Raw server = new Raw((out, end) -> end.await());
        Fetcher fetcher = new Fetcher(BRIEF, LocalSite.SPOOL, InstantSource.system())) {
      assertTimesOut(fetcher, server.at("/page"));
      assertTimesOut(fetcher, secure(server.at("/page")));
    }
  }

  private static void assertTimesOut(Fetcher fetcher, URI address) {
    long start = System.nanoTime();
    assertThat(reason(fetcher, address)).isEqualTo(Reason.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(BRIEF.within().minusMillis(20), BRIEF.within().plusSeconds(30));
  }

  @Test
  void fetch_hugeHeaders_refused() throws Exception {
    byte[] line = ("A: " + "a".repeat(8000) + "\r\n").getBytes(ISO_8859_1);
    try (Raw server =
            new Raw(
                (out, end) -> {
                  out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
                  while (true) {
                    out.write(line);
                  }
                });
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, server.at("/page"))).isEqualTo(Reason.UNREACHABLE);
    }
  }

  /** What OkHttp reads to its end before anything of the body: in memory, all of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n5;",
        "Transfer-Encoding: chunked\r\n\r\n0\r\nA: ",
        "Content-Encoding: gzip\r\n\r\n\u001f\u008b\b\b\0\0\0\0\0\0",
        "A: "
      })
  void fetch_muchBesideTheDocument_stoppedEarly(String start) throws Exception {
    byte[] piece = "a".repeat(1 << 20).getBytes(ISO_8859_1);
    CompletableFuture<Integer> sent = new CompletableFuture<>();
    try (Raw server =
            new Raw(
                (out, end) -> {
                  int pieces = 0;
                  try {
                    out.write(("HTTP/1.1 200 OK\r\n" + start).getBytes(ISO_8859_1));
                    for (; pieces < 64; pieces++) {
                      out.write(piece);
                    }
                  } finally {
                    sent.complete(pieces);
                  }
                });
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, server.at("/page"))).isIn(Reason.TOO_LARGE, Reason.UNREACHABLE);
      // What the system holds for a connection is sent, but not received.
      assertThat(sent.get(5, TimeUnit.MINUTES)).isLessThan(32);
    }
  }

  /** Each chunk costs six bytes to bring one. */
  @Test
  void fetch_tinyChunks_fetched() throws Exception {
    byte[] chunks = "1\r\na\r\n".repeat(1 << 18).getBytes(ISO_8859_1);
    try (Raw server =
            new Raw(
                (out, end) -> {
                  out.write(
                      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                          .getBytes(ISO_8859_1));
                  out.write(chunks);
                  out.write("0\r\n\r\n".getBytes(ISO_8859_1));
                });
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(fetcher.fetch(FetchRequest.of(Scope.GLOBAL, server.at("/page"))))
          .isInstanceOfSatisfying(
              Document.class, page -> assertThat(page.original().size()).isEqualTo(1 << 18));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
        "hello\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 99999 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        "HTTP/1.1 200 OK\r\nA\u0000: \u00ff\u00fe\r\n: b\r\nno colon\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: \u0000\u00ff\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nETag: \u00ff\r\nContent-Type: ;;;\u00ff\r\nContent-Length: -1\r\n\r\nx"
      })
  void fetch_nonsense_neverThrows(String answer) throws Exception {
    try (Raw server = new Raw((out, end) -> out.write(answer.getBytes(ISO_8859_1)));
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, server.at("/page")));
      assertThat(fetched).isNotNull();
      if (fetched instanceof Refused refused) {
        assertThat(refused.detail()).hasSizeLessThanOrEqualTo(200).doesNotContain("\n");
      }
    }
  }

  @Test
  void fetch_nobodyListens_unreachable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, URI.create("http://127.0.0.1:" + port + "/")))
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void fetch_noTls_saidSo() throws Exception {
    byte[] plain = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1);
    try (Raw server = new Raw((out, end) -> out.write(plain));
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, secure(server.at("/page")))).isEqualTo(Reason.TLS);
    }
  }

  private static URI secure(URI address) {
    return URI.create(address.toString().replace("http:", "https:"));
  }
}
