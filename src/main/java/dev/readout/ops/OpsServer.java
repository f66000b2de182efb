package dev.readout.ops;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves pages by path. So many at once, so many waiting; whatever is beyond that is hung up on.
 * Bodies of requests are not read. Thread-safe; closed by its owner.
 */
final class OpsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
  private static final int AT_ONCE = 8;
  private static final int WAITING = 32;

  /** The JDK reads these once, before its first server. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", "64",
          "sun.net.httpserver.maxReqHeaders", "50",
          "sun.net.httpserver.maxReqHeaderSize", "16384",
          "sun.net.httpserver.maxReqTime", "5", // seconds until all of a request is here
          "sun.net.httpserver.maxRspTime", "20"); // seconds from then until all is sent

  /** What is served under one path. Thread-safe. */
  @FunctionalInterface
  interface Page {
    /**
     * What is replied to a GET.
     *
     * @param prefersText whether plain text is wanted rather than what programs read
     */
    Reply show(boolean prefersText);
  }

  /**
   * What is sent back. Immutable.
   *
   * @param status of HTTP
   * @param type of the body, a media type
   * @param body in UTF-8
   */
  record Reply(int status, String type, String body) {
    /** Plain text, one or more whole lines. */
    static Reply text(int status, String body) {
      return new Reply(status, "text/plain; charset=utf-8", body);
    }
  }

  private final Map<String, Page> pages;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private OpsServer(HttpServer server, Map<String, Page> pages) {
    this.pages = Map.copyOf(pages);
    this.server = server;
    this.threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("ops-", 0).factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Limits how long and how large requests may be, for all servers of this process; before the
   * first of them. What is set on the command line stays.
   */
  static void limitRequests() {
    LIMITS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }

  /**
   * Serves from now on.
   *
   * @param where port 0 for any that is free
   * @param pages by path, such as {@code /healthz}
   * @throws IOException when it cannot listen there
   */
  static OpsServer start(InetSocketAddress where, Map<String, Page> pages) throws IOException {
    OpsServer ops = new OpsServer(HttpServer.create(where, WAITING), pages);
    ops.server.setExecutor(ops.threads);
    ops.server.createContext("/", ops::handle);
    ops.server.start();
    return ops;
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.type());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", String.valueOf(body.length));
        exchange.sendResponseHeaders(reply.status(), -1);
      } else {
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Reply reply(HttpExchange exchange) {
    Page page = pages.get(exchange.getRequestURI().getPath());
    if (page == null) {
      return Reply.text(HttpURLConnection.HTTP_NOT_FOUND, "there is nothing here\n");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Reply.text(HttpURLConnection.HTTP_BAD_METHOD, "this page takes GET, HEAD\n");
    }
    try {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      return page.show(accept != null && accept.startsWith("text/plain"));
    } catch (RuntimeException e) {
      LOG.error("a page for the operator could not be made", e);
      return Reply.text(
          HttpURLConnection.HTTP_INTERNAL_ERROR, "this page could not be made; see the log\n");
    }
  }

  /** Hangs up on whoever is being served. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
