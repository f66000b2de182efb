package dev.readout.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Pages of any host on a port of this machine; what is not put there is gone. Thread-safe. */
public final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What is answered at a path. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public PageServer() throws IOException {
    this(HttpServer.create(anyPort(), 0), "http");
  }

  /** The same over TLS. */
  public static PageServer over(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new PageServer(server, "https");
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private PageServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            answers.getOrDefault(path, gone -> gone.sendResponseHeaders(404, -1)).to(exchange);
          }
        });
    server.start();
  }

  public void on(String path, Answer answer) {
    answers.put(path, answer);
  }

  public void put(String path, String type, byte[] bytes) {
    on(path, exchange -> send(exchange, type, bytes));
  }

  static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A page of some length. */
  public void page(String path, String head, String text) {
    put(path, "text/html; charset=utf-8", html(head, text).getBytes(StandardCharsets.UTF_8));
  }

  public static String html(String head, String text) {
    return "<!doctype html><html lang=\"en\"><head>"
        + head
        + "</head><body><main><article><p>"
        + text
        + "</p><p>The delegations spoke for two hours about samples and patterns, and agreed to"
        + " meet again when the leaves have fallen from the trees of the park. Until then each"
        + " side is to write down which samples it has, how many of them there are, and what it"
        + " would like to know about those of the other side.</p>"
        + "</article></main></body></html>";
  }

  /** The head of a page that says when it was published. */
  public static String dated(String title, String day) {
    return "<title>"
        + title
        + "</title><meta property=\"article:published_time\" content=\""
        + day
        + "T12:00:00Z\">";
  }

  /** One of the pages that tests of extraction read. */
  public static byte[] fixture(String name) {
    try (InputStream page = PageServer.class.getResourceAsStream("/intake/pages/" + name)) {
      return Objects.requireNonNull(page, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void redirect(String path, int status, URI to) {
    on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to.toString());
          exchange.sendResponseHeaders(status, -1);
        });
  }

  public void status(String path, int status, String retryAfter) {
    on(
        path,
        exchange -> {
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
          }
          exchange.sendResponseHeaders(status, -1);
        });
  }

  public URI at(String host, String path) {
    return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + path);
  }

  /** How often a path was asked for. */
  public long asked(String path) {
    return asked.stream().filter(path::equals).count();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
