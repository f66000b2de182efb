package dev.readout.ops.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves pages by path. So many at once, so many waiting; whatever is beyond that is hung up on.
 * Bodies of requests are not read. Thread-safe; closed by its owner.
 */
public final class OpsServer implements AutoCloseable {
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
  public static void limitRequests() {
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
  public static OpsServer start(InetSocketAddress where, Map<String, Page> pages)
      throws IOException {
    OpsServer ops = new OpsServer(HttpServer.create(where, WAITING), pages);
    ops.server.setExecutor(ops.threads);
    ops.server.createContext("/", ops::handle);
    ops.server.start();
    return ops;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.type());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", String.valueOf(body.length));
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) {
    Page page = pages.get(exchange.getRequestURI().getPath());
    if (page == null) {
      return Answer.text(Answer.NOT_FOUND, "there is nothing here\n");
    }
    try {
      Asked asked =
          Asked.of(
              Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept"), ""),
              Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
      return answer(exchange, page, asked);
    } catch (IllegalArgumentException _) {
      return Answer.text(Answer.BAD_REQUEST, "the query is malformed\n");
    } catch (RuntimeException e) {
      LOG.error("a page of the operator's could not be made", e);
      return Answer.text(Answer.FAILED, "this page could not be made; the log says why\n");
    }
  }

  private static Answer answer(HttpExchange exchange, Page page, Asked asked) {
    String method = exchange.getRequestMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      return page.show(asked);
    }
    if (!method.equals("POST") || !page.takesChanges()) {
      String allowed = page.takesChanges() ? "GET, HEAD, POST" : "GET, HEAD";
      exchange.getResponseHeaders().set("Allow", allowed);
      return Answer.text(Answer.NOT_ALLOWED, "this page takes " + allowed + "\n");
    }
    return Neighbour.asks(exchange)
        ? page.change(asked)
        : Answer.text(Answer.FORBIDDEN, "changes are taken from this machine only\n");
  }

  /** Hangs up on whoever is being served. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
