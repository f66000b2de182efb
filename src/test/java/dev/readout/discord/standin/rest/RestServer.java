package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.journal.Journal;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The HTTP server. Reads a request, lets a fault strike or the router answer, and writes both into
 * the journal. Thread-safe.
 */
public final class RestServer implements AutoCloseable {
  /** What precedes every path. */
  public static final String BASE = "/api/v10/";

  /** Where attachments can be fetched. */
  public static final String FILES = "/attachments";

  private static final int THREADS = 64;
  private static final int WAITING = 1000;
  private static final int MAX_BODY_BYTES = 30 << 20;

  static {
    // Else each answer on a kept connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ThreadPoolExecutor executor;
  private final Journal journal;
  private final RestFaults faults;
  private final long startNanos = System.nanoTime();
  private final CountDownLatch closing = new CountDownLatch(1);

  private RestServer(HttpServer server, Journal journal, RestFaults faults) {
    this.server = server;
    this.journal = journal;
    this.faults = faults;
    this.executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("standin-rest-", 0).factory());
    executor.allowCoreThreadTimeOut(true);
  }

  /** Binds loopback; port 0 for any. It serves only after {@link #start}. */
  public static RestServer bind(int port, Journal journal, RestFaults faults) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new RestServer(HttpServer.create(address, 0), journal, faults);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve REST on port " + port, e);
    }
  }

  /** The port of loopback that it is at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The address without a path. */
  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /** Starts to serve. {@code file} finds an attachment by its address. */
  void start(Router router, Function<String, Optional<UploadedFile>> file) {
    server.setExecutor(executor);
    server.createContext("/", exchange -> serve(exchange, router));
    server.createContext(FILES, exchange -> serveFile(exchange, file));
    server.start();
  }

  private void serve(HttpExchange http, Router router) throws IOException {
    long ticket = journal.begin();
    try {
      serve(http, router, ticket);
    } finally {
      journal.end(ticket);
      http.close();
    }
  }

  private void serve(HttpExchange http, Router router, long ticket) throws IOException {
    long arrived = System.nanoTime();
    Request request = read(http);
    Optional<RestFault> fault = faults.strike(request.method(), request.path());
    boolean isDestroyed = fault.filter(RestFault::isDestroying).isPresent();
    Duration delay = fault.map(RestFault::delay).orElse(Duration.ZERO);
    Answer answer =
        fault.map(f -> struck(f, request, router)).orElseGet(() -> router.answer(request));
    // Written before the answer goes out, so that who has the answer finds it in the journal.
    journal.record(
        ticket,
        number ->
            new Exchange(
                number,
                Duration.ofNanos(arrived - startNanos),
                request.method(),
                request.path(),
                request.query(),
                request.body(),
                request.files(),
                isDestroyed ? 0 : answer.status(),
                answer.body(),
                delay.plusNanos(System.nanoTime() - arrived)));
    hold(delay);
    if (!isDestroyed) {
      write(http, answer);
    }
  }

  private static Answer struck(RestFault fault, Request request, Router router) {
    if (fault.isDestroying()) {
      return Answer.noContent();
    }
    Answer usual =
        fault.status() == 0
            ? router.answer(request)
            : new Answer(fault.status(), Map.of("Via", "1.1 google"), fault.body());
    Map<String, String> headers = new HashMap<>(usual.headers());
    headers.putAll(fault.headers());
    headers.values().removeIf(String::isEmpty);
    return new Answer(usual.status(), headers, usual.body());
  }

  private void hold(Duration delay) {
    try {
      if (delay.isPositive() && closing.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(HttpExchange http) throws IOException {
    byte[] bytes = http.getRequestBody().readNBytes(MAX_BODY_BYTES);
    String path = http.getRequestURI().getPath();
    String query = Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
    Headers headers = http.getRequestHeaders();
    String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    String token =
        Optional.ofNullable(headers.getFirst("Authorization")).orElse("").replaceFirst("^Bot ", "");
    JsonNode body = Json.none();
    List<UploadedFile> files = List.of();
    if (type.startsWith("multipart/")) {
      List<UploadedFile> parts = Multipart.parts(type, bytes);
      files = parts.stream().filter(part -> !part.name().isEmpty()).toList();
      body =
          parts.stream()
              .filter(part -> part.part().equals("payload_json"))
              .map(part -> Json.parse(part.text()))
              .findFirst()
              .orElse(body);
    } else if (bytes.length > 0) {
      body = Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }
    String route = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
    return new Request(http.getRequestMethod(), route, query, token, body, files, List.of());
  }

  private static void write(HttpExchange http, Answer answer) throws IOException {
    answer.headers().forEach(http.getResponseHeaders()::set);
    if (answer.body().isMissingNode()) {
      http.sendResponseHeaders(answer.status(), -1);
      return;
    }
    http.getResponseHeaders().set("Content-Type", "application/json");
    send(http, answer.status(), answer.body().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange http, int status, byte[] bytes) throws IOException {
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void serveFile(HttpExchange http, Function<String, Optional<UploadedFile>> file)
      throws IOException {
    Optional<UploadedFile> found = file.apply(origin() + http.getRequestURI().getRawPath());
    if (found.isPresent()) {
      http.getResponseHeaders().set("Content-Type", found.get().contentType());
      send(http, 200, found.get().bytes());
    } else {
      http.sendResponseHeaders(404, -1);
    }
    http.close();
  }

  /** Ends all connections at once. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
