package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback, on a port of its own; remembers what it was asked. Thread-safe. */
final class LocalSite implements AutoCloseable {
  /** For all fetchers of these tests. */
  static final Spool SPOOL = new Spool(Path.of(System.getProperty("java.io.tmpdir")));

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  LocalSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    // Whatever is not added is not there.
    on("/", exchange -> exchange.sendResponseHeaders(404, -1));
    server.start();
  }

  /** What answers on a path and below. */
  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** A request that came. */
  record Asked(String path, Headers headers) {}

  LocalSite on(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
          try (exchange) {
            page.answer(exchange);
          }
        });
    return this;
  }

  LocalSite text(String path, String type, String text) {
    return on(path, exchange -> send(exchange, type, text.getBytes(UTF_8)));
  }

  LocalSite status(String path, int status) {
    return on(path, exchange -> exchange.sendResponseHeaders(status, -1));
  }

  LocalSite redirect(String path, int status, String location) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI at(String path) {
    return at("127.0.0.1", path);
  }

  URI at(String host, String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
