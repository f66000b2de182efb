package dev.readout.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web site on loopback whose pages can be changed, broken and taken away while it runs; each has
 * an {@code ETag} that follows its content. The names of {@code src/test/resources/hosts} lead to
 * it, so that its pages may be those of a ministry. Thread-safe.
 */
public final class SourceSite implements AutoCloseable {
  private static final Path PAGES = Path.of("src/test/resources/intake/pages");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** What is at a path. */
  private static final class Page {
    private final int status;
    private final String type;
    private final String location;
    private final byte[] body;

    private Page(int status, String type, String location, byte[] body) {
      this.status = status;
      this.type = type;
      this.location = location;
      this.body = body.clone();
    }

    private static Page without(int status, String location) {
      return new Page(status, "", location, new byte[0]);
    }
  }

  private SourceSite(HttpServer server) {
    this.server = server;
  }

  /** Starts a site that has nothing. */
  public static SourceSite start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SourceSite site = new SourceSite(server);
    server.setExecutor(site.threads);
    server.createContext("/", site::answer);
    server.start();
    return site;
  }

  /** Puts a file of the fixture pages at the path. */
  public SourceSite page(String path, String fixture) throws IOException {
    return bytes(path, "text/html", Files.readAllBytes(PAGES.resolve(fixture)));
  }

  /** The text of a fixture page, to be changed. */
  public static String fixture(String name) throws IOException {
    return Files.readString(PAGES.resolve(name));
  }

  /** Puts a text at the path, in place of what was there. */
  public SourceSite text(String path, String type, String text) {
    return bytes(path, type + "; charset=utf-8", text.getBytes(UTF_8));
  }

  /** Puts bytes at the path, in place of what was there. */
  public SourceSite bytes(String path, String type, byte[] bytes) {
    pages.put(path, new Page(200, type, "", bytes));
    return this;
  }

  /** Has the path answer with a status and nothing else. */
  public SourceSite status(String path, int status) {
    pages.put(path, Page.without(status, ""));
    return this;
  }

  /** Has the path lead elsewhere, for good. */
  public SourceSite moved(String path, URI target) {
    pages.put(path, Page.without(301, target.toString()));
    return this;
  }

  /** Puts an RSS feed of these addresses at the path. */
  public SourceSite feed(String path, URI... items) {
    StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>t</title>");
    for (URI item : items) {
      xml.append("<item><title>%s</title><link>%s</link></item>".formatted(item.getPath(), item));
    }
    return text(path, "application/rss+xml", xml + "</channel></rss>");
  }

  /** The address of a path under one of the names that lead here. */
  public URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
  }

  /** From now on nothing is answered. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Answers all that waits, and at once from now on. */
  public void release() {
    gate.countDown();
  }

  private void pass() throws InterruptedIOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closed");
    }
  }

  /** Paths that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(path);
      pass();
      // A search is asked for with more than whoever set it up has written.
      Page without = pages.getOrDefault(path.replaceFirst("\\?.*", ""), Page.without(404, ""));
      Page page = pages.getOrDefault(path, without);
      if (!page.location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", page.location);
      }
      if (page.status != 200) {
        exchange.sendResponseHeaders(page.status, -1);
        return;
      }
      byte[] bytes = page.body;
      String etag = "\"" + hash(bytes) + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", page.type);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
