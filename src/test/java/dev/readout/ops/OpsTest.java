package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.ops.Ops.OpsSettings;
import dev.readout.ops.Ops.OpsUnavailableException;
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
  private Ops ops;
  private Asking asking;

  @BeforeEach
  void start() {
    ops = Ops.start(Asking.ANY_PORT, "test");
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
    "OPTIONS, /livez, 'GET, HEAD'"
  })
  void page_anotherMethod_isNotAllowed(String method, String path, String allowed) {
    HttpResponse<String> response =
        asking.send(asking.request(path).method(method, BodyPublishers.noBody()).build());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/healthz/",
        "/livez/..",
        "/loglevel",
        "/HEALTHZ",
        "/%2e%2e/livez",
        "//livez"
      })
  void path_unknown_isNotFound(String path) {
    assertThat(asking.get(path).statusCode()).isEqualTo(404);
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

      assertThatThrownBy(() -> Ops.start(where, "test"))
          .isInstanceOf(OpsUnavailableException.class)
          .hasMessageMatching(
              "health and metrics cannot be served at 127\\.0\\.0\\.1:%d \\(.+\\); set ops\\.port .+"
                  .formatted(where.getPort()));
    }
  }

  @Test
  void start_notEnabled_servesNothing() {
    OpsSettings off = new OpsSettings(false, InetAddress.ofLiteral("127.0.0.1"), 8917);
    try (Ops none = Ops.start(off, "test")) {
      assertThatThrownBy(none::address).isInstanceOf(IllegalStateException.class);
    }
  }
}
