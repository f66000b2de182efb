package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks too slowly, for too much or too often at once is hung up on, and others are served. */
@Timeout(600)
final class OpsLimitsTest {
  private static final String UNFINISHED = "GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ";

  private OpsServer server;

  @BeforeEach
  void start() throws IOException {
    server = served(Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static OpsServer served(Duration requestWithin) throws IOException {
    return OpsServer.start(
        Asking.ANY_PORT, Map.of("/livez", _ -> OpsServer.Reply.text(200, "ok\n")), requestWithin);
  }

  private static Socket begun(OpsServer server, String request) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void assertServes(OpsServer server) {
    try (Asking asking = new Asking(server.address())) {
      assertThat(asking.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  /** What is sent back; empty when there is nothing, or the connection is reset. */
  private static String reply(Socket socket) {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException _) {
      return "";
    }
  }

  @Test
  void requests_neverFinished_keepNobodyOut() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      slow.add(begun(server, UNFINISHED));
    }

    assertServes(server);
    server.close();
    assertThat(slow.stream().map(OpsLimitsTest::reply)).containsOnly("");
  }

  @Test
  void request_notFinishedInTime_isHungUpOn() throws IOException {
    try (OpsServer brief = served(Duration.ofMillis(100))) {
      assertThat(reply(begun(brief, UNFINISHED))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /%s HTTP/1.1\r\n\r\n", "GET /livez HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n"})
  void request_tooLarge_isHungUpOn(String form) throws IOException {
    assertThat(reply(begun(server, form.formatted("x".repeat(40_000))))).isEmpty();
    assertServes(server);
  }

  @Test
  void request_notHttp_isRefused() throws IOException {
    assertThat(reply(begun(server, "nonsense\n\n"))).startsWith("HTTP/1.1 400 Bad Request\r\n");
  }

  @Test
  void requests_tooManyAtOnce_areHungUpOnOrServed() throws IOException {
    List<Socket> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(begun(server, "GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    assertThat(many.stream().map(OpsLimitsTest::reply))
        .allMatch(reply -> reply.isEmpty() || reply.startsWith("HTTP/1.1 200"))
        .anyMatch(reply -> reply.endsWith("ok\n"));
    assertServes(server);
  }
}
