package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served before there is a bot, and to whom. */
final class OpsTest {
  private final KeptLevels levels = new KeptLevels();
  private Ops ops;
  private Asking asking;

  @BeforeEach
  void start() {
    ops = Ops.start(Asking.ANY_PORT, "test", levels);
    asking = new Asking(ops.address());
  }

  @AfterEach
  void close() {
    asking.close();
    ops.close();
  }

  @Test
  void livez_beforeAnythingElseIsThere_isOk() {
    assertThat(asking.get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void healthz_beforeAnythingElseIsThere_namesWhatIsMissing() throws IOException {
    HttpResponse<String> health = asking.get("/healthz");

    assertThat(health.statusCode()).isEqualTo(503);
    JsonNode page = new ObjectMapper().readTree(health.body());
    assertThat(page.path("status").textValue()).isEqualTo("unhealthy");
    JsonNode checks = page.path("checks");
    assertThat(checks.properties()).hasSize(3);
    assertThat(checks.at("/gateway/status").textValue()).isEqualTo("unhealthy");
    assertThat(checks.at("/gateway/detail").textValue()).isEqualTo("connecting");
    assertThat(checks.at("/index/detail").textValue()).isEqualTo("opening");
    assertThat(checks.at("/database/detail").textValue()).isEqualTo("opening");
  }

  @Test
  void healthz_plainTextWanted_isOneLineACheck() {
    HttpResponse<String> health =
        asking.send(asking.request("/healthz").header("Accept", "text/plain").build());

    assertThat(health.body())
        .isEqualTo(
            """
            gateway: unhealthy (connecting)
            index: unhealthy (opening)
            database: unhealthy (opening)
            """);
  }

  @Test
  void page_head_isThatOfGetWithoutABody() {
    HttpResponse<String> head =
        asking.send(asking.request("/livez").method("HEAD", BodyPublishers.noBody()).build());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /healthz, 'GET, HEAD'",
    "PUT, /livez, 'GET, HEAD'",
    "DELETE, /loglevel, 'GET, HEAD, POST'",
    "OPTIONS, /livez, 'GET, HEAD'"
  })
  void page_anotherMethod_isNotAllowed(String method, String path, String allowed) {
    HttpResponse<String> response =
        asking.send(asking.request(path).method(method, BodyPublishers.noBody()).build());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz/", "/livez/..", "/HEALTHZ", "/%2e%2e/livez", "//livez"})
  void path_unknown_isNotFound(String path) {
    assertThat(asking.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void logLevel_changed_isSetAndShown() {
    HttpResponse<String> changed = asking.post("/loglevel?logger=net.dv8tion&level=debug");

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo("net.dv8tion DEBUG\n");
    assertThat(asking.get("/loglevel").body()).isEqualTo("net.dv8tion DEBUG\n");
  }

  @Test
  void logLevel_withoutALogger_isOurs() {
    asking.post("/loglevel?level=WARN");

    assertThat(levels.all()).containsExactly(Map.entry("dev.readout", "WARN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/loglevel",
        "/loglevel?level=TRACE",
        "/loglevel?level=OFF",
        "/loglevel?level=",
        "/loglevel?logger=org.apache.lucene&level=DEBUG",
        "/loglevel?logger=dev.readoutx&level=DEBUG",
        "/loglevel?logger=dev.readout.%0A&level=DEBUG",
        "/loglevel?logger=&level=DEBUG"
      })
  void logLevel_mistaken_isRefused(String path) {
    HttpResponse<String> refused = asking.post(path);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(levels.all()).isEmpty();
  }

  @Test
  void logLevel_malformed_isRefused() {
    String reply = rawPost("/loglevel?level=%C3%28%zz", "Host: 127.0.0.1");

    assertThat(reply).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 10.1.2.3",
    "Forwarded, for=10.1.2.3",
    "Via, 1.1 proxy",
    "X-Real-IP, 10.1.2.3",
    "Origin, http://example.org",
    "Referer, http://127.0.0.1/"
  })
  void logLevel_throughAProxyOrABrowser_isForbidden(String header, String value) {
    String reply = rawPost("/loglevel?level=DEBUG", "Host: 127.0.0.1", header + ": " + value);

    assertThat(reply).startsWith("HTTP/1.1 403");
    assertThat(levels.all()).isEmpty();
  }

  /** As when a page that somebody visits has its own name lead to this machine. */
  @Test
  void logLevel_underAnotherName_isForbidden() {
    String host = "Host: evil.example:" + ops.address().getPort();
    String reply = rawPost("/loglevel?level=DEBUG", host);

    assertThat(reply).startsWith("HTTP/1.1 403");
  }

  @Test
  void post_withABodyWithoutEnd_isAnsweredAndHungUpOn() throws IOException {
    try (Socket socket = new Socket(ops.address().getAddress(), ops.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> writeOn(out));
      byte[] start = socket.getInputStream().readNBytes(12);

      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 405");
      assertThat(written.join()).isLessThan(100_000_000L);
    }
  }

  private static long writeOn(OutputStream out) {
    byte[] block = new byte[65_536];
    long written = 0;
    try {
      while (written < 100_000_000L) {
        out.write(block);
        written += block.length;
      }
    } catch (IOException _) {
      return written; // hung up on
    }
    return written;
  }

  @Test
  void pages_manyAtOnce_allAreServed() {
    List<CompletableFuture<Integer>> replies =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> asking.get(i % 2 == 0 ? "/healthz" : "/livez").statusCode(),
                        Thread::startVirtualThread))
            .toList();

    assertThat(replies.stream().map(CompletableFuture::join).toList())
        .containsOnly(200, 503)
        .satisfies(all -> assertThat(Collections.frequency(all, 200)).isEqualTo(15));
  }

  @Test
  void start_portTaken_saysSoInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      InetSocketAddress where = (InetSocketAddress) taken.getLocalSocketAddress();

      assertThatThrownBy(() -> Ops.start(where, "test", levels))
          .isInstanceOf(OpsUnavailableException.class)
          .hasMessageMatching(
              "health and metrics cannot be served at 127\\.0\\.0\\.1:%d \\(.+\\); set ops\\.port .+"
                  .formatted(where.getPort()));
    }
  }

  @Test
  void start_notEnabled_servesNothing() {
    OpsSettings off = new OpsSettings(false, InetAddress.ofLiteral("127.0.0.1"), 8917);
    try (Ops none = Ops.start(off, "test", levels)) {
      assertThatThrownBy(none::address).isInstanceOf(IllegalStateException.class);
    }
  }

  /** With headers that the JDK's client does not let be set, and as they are written. */
  private String rawPost(String target, String... headers) {
    String request =
        "POST %s HTTP/1.1\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(target, String.join("\r\n", headers));
    try (Socket socket = new Socket(ops.address().getAddress(), ops.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
