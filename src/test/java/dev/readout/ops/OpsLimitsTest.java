package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks too slowly, for too much or too often at once is hung up on, and others are served. */
@Timeout(60)
final class OpsLimitsTest {
  private static final int AT_ONCE = 8;

  private static Served shared;

  @BeforeAll
  static void start() throws IOException {
    shared = Served.start();
  }

  @AfterAll
  static void stop() throws IOException {
    shared.close();
  }

  /** A server in a process of its own, and its limits. */
  private record Served(Process process, InetSocketAddress where, String limits)
      implements AutoCloseable {

    static Served start(String... options) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(OpsProcess.class.getName());
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String[] told = Objects.requireNonNull(out.readLine()).split(" ", 2);
      InetAddress here = InetAddress.ofLiteral("127.0.0.1");
      return new Served(process, new InetSocketAddress(here, Integer.parseInt(told[0])), told[1]);
    }

    Socket begun(String request) throws IOException {
      Socket socket = new Socket(where.getAddress(), where.getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    void assertServes() {
      try (Asking asking = new Asking(where)) {
        assertThat(asking.get("/livez").statusCode()).isEqualTo(200);
      }
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close(); // which ends it
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
  void limits_unlessSet_areOurs() {
    assertThat(shared.limits()).isEqualTo("5 20 64");
  }

  @Test
  void requests_neverFinished_areHungUpOnAndTheNextIsServed() throws IOException {
    try (Served served = Served.start("-Dsun.net.httpserver.maxReqTime=1")) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        slow.add(served.begun("GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "));
      }

      served.assertServes(); // once one of them is over
      assertThat(slow.stream().map(OpsLimitsTest::reply)).containsOnly("");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /%s HTTP/1.1\r\n\r\n", "GET /livez HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n"})
  void request_tooLarge_isHungUpOn(String form) throws IOException {
    assertThat(reply(shared.begun(form.formatted("x".repeat(20_000)))))
        .doesNotContain("200 OK", "404");
    shared.assertServes();
  }

  @Test
  void requests_tooManyAtOnce_areHungUpOnOrServed() throws IOException {
    List<Socket> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(shared.begun("GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    assertThat(many.stream().map(OpsLimitsTest::reply))
        .allMatch(reply -> reply.isEmpty() || reply.startsWith("HTTP/1.1 200"))
        .anyMatch(reply -> reply.endsWith("ok\n"));
    shared.assertServes();
  }
}
