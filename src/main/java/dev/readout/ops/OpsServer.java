package dev.readout.ops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves pages by path, one request a connection. Whoever connects is let in: where an address or
 * all of them have their share, the oldest connection whose request is not finished is hung up on,
 * so that requests that never end keep nobody out. The JDK's server shows no connections and reads
 * requests on the threads that make pages; libraries with such limits are larger than all of this.
 * Thread-safe; closed by its owner.
 */
final class OpsServer implements AutoCloseable {
  static final int OF_AN_ADDRESS = 32;
  static final int ALL = 64;
  static final Duration REQUEST_WITHIN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final int MAX_HEAD_BYTES = 16_384;

  /** What is read of a request's body, so that its sender gets to see the reply. */
  private static final int MAX_BODY_BYTES = 1 << 20;

  /** What is served under one path. Thread-safe. */
  @FunctionalInterface
  interface Page {
    /** What is replied to a GET, which may want plain text rather than what programs read. */
    Reply show(boolean prefersText);
  }

  /** What is sent back, of a media type and in UTF-8. Immutable. */
  record Reply(int status, String type, String body) {
    /** Plain text, one or more whole lines. */
    static Reply text(int status, String body) {
      return new Reply(status, "text/plain; charset=utf-8", body);
    }
  }

  private final Map<String, Page> pages;
  private final Duration requestWithin;
  private final ServerSocket socket = new ServerSocket();

  /** The oldest first. */
  private final List<Connection> open = new ArrayList<>();

  /** Not virtual ones, which would stand in line behind the answers being worked out. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("ops-", 0).factory());

  private OpsServer(Map<String, Page> pages, Duration requestWithin) throws IOException {
    this.pages = Map.copyOf(pages);
    this.requestWithin = requestWithin;
  }

  /** Serves pages by path from now on, at port 0 for any that is free; throws when it cannot. */
  static OpsServer start(InetSocketAddress where, Map<String, Page> pages, Duration requestWithin)
      throws IOException {
    OpsServer ops = new OpsServer(pages, requestWithin);
    ops.socket.setReuseAddress(true);
    try {
      ops.socket.bind(where, ALL);
    } catch (IOException e) {
      ops.close();
      throw e;
    }
    ops.threads.execute(ops::accept);
    return ops;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Connection connection = new Connection(socket.accept(), System.nanoTime());
        if (isLetIn(connection)) {
          threads.execute(() -> serve(connection));
        } else {
          connection.close();
        }
      } catch (IOException | RuntimeException e) {
        LOG.debug("a connection was not taken", e);
      }
    }
  }

  private synchronized boolean isLetIn(Connection connection) {
    InetAddress address = connection.client.getInetAddress();
    long now = System.nanoTime();
    hangUpOn(open.stream().filter(one -> now - one.began > LONGEST.toNanos()).toList());
    return hasRoom(one -> address.equals(one.client.getInetAddress()), OF_AN_ADDRESS)
        && hasRoom(_ -> true, ALL)
        && open.add(connection);
  }

  private boolean hasRoom(Predicate<Connection> among, int most) {
    List<Connection> those = open.stream().filter(among).toList();
    List<Connection> oldest =
        those.size() < most
            ? List.of()
            : those.stream().filter(one -> one.isReading).limit(1).toList();
    hangUpOn(oldest);
    return those.size() - oldest.size() < most;
  }

  private void hangUpOn(List<Connection> those) {
    open.removeAll(those);
    those.forEach(Connection::close);
  }

  private void serve(Connection connection) {
    try (connection) {
      String head = connection.head(requestWithin);
      if (!head.isEmpty()) {
        connection.send(reply(head), head.startsWith("HEAD "));
      }
    } catch (IOException e) {
      LOG.debug("a request was not answered: {}", e.toString());
    } finally {
      synchronized (this) {
        open.remove(connection);
      }
    }
  }

  private Reply reply(String head) {
    String[] words = head.lines().findFirst().orElse("").split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      return Reply.text(HttpURLConnection.HTTP_BAD_REQUEST, "this is no request\n");
    }
    Page page = pages.get(words[1].split("\\?", 2)[0]);
    if (page == null) {
      return Reply.text(HttpURLConnection.HTTP_NOT_FOUND, "there is nothing here\n");
    }
    if (!List.of("GET", "HEAD").contains(words[0])) {
      return Reply.text(HttpURLConnection.HTTP_BAD_METHOD, "this page takes GET, HEAD\n");
    }
    try {
      return page.show(head.lines().anyMatch(line -> line.matches("(?i)accept: *text/plain.*")));
    } catch (RuntimeException e) {
      LOG.error("a page for the operator could not be made", e);
      return Reply.text(
          HttpURLConnection.HTTP_INTERNAL_ERROR, "this page could not be made; see the log\n");
    }
  }

  /** Somebody who has connected; closed from any thread, which ends what waits for it. */
  private static final class Connection implements AutoCloseable {
    private final Socket client;
    private final long began;
    private volatile boolean isReading = true;

    private Connection(Socket client, long began) {
      this.client = client;
      this.began = began;
    }

    /** The request without its body; empty when it is too large or ends before it is whole. */
    private String head(Duration within) throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      InputStream in = client.getInputStream();
      byte[] piece = new byte[1_024];
      int lineEnds = 0;
      while (lineEnds < 2) {
        long left = began + within.toNanos() - System.nanoTime();
        if (left <= 0 || head.size() > MAX_HEAD_BYTES) {
          return "";
        }
        client.setSoTimeout(Math.toIntExact(left / 1_000_000 + 1));
        int length = in.read(piece);
        if (length < 0) {
          return "";
        }
        for (int i = 0; i < length && lineEnds < 2; i++) {
          lineEnds = piece[i] == '\n' ? lineEnds + 1 : piece[i] == '\r' ? lineEnds : 0;
          head.write(piece[i]);
        }
      }
      isReading = false;
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void send(Reply reply, boolean isHead) throws IOException {
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nCache-Control: no-store\r\n"
              .formatted(reply.status(), reason(reply.status()), reply.type(), body.length);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(
          (head
                  + allowed(reply.status())
                  + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      if (!isHead) {
        all.writeBytes(body);
      }
      client.getOutputStream().write(all.toByteArray());
      client.shutdownOutput();
      client.setSoTimeout(1_000);
      try {
        var _ = client.getInputStream().readNBytes(MAX_BODY_BYTES);
      } catch (SocketTimeoutException e) {
        LOG.trace("whoever asked keeps the connection", e);
      }
    }

    private static String allowed(int status) {
      return status == HttpURLConnection.HTTP_BAD_METHOD ? "Allow: GET, HEAD\r\n" : "";
    }

    private static String reason(int status) {
      return switch (status) {
        case HttpURLConnection.HTTP_OK -> "OK";
        case HttpURLConnection.HTTP_BAD_REQUEST -> "Bad Request";
        case HttpURLConnection.HTTP_NOT_FOUND -> "Not Found";
        case HttpURLConnection.HTTP_BAD_METHOD -> "Method Not Allowed";
        case HttpURLConnection.HTTP_UNAVAILABLE -> "Service Unavailable";
        default -> "Internal Server Error";
      };
    }

    @Override
    public void close() {
      try {
        client.close();
      } catch (IOException e) {
        LOG.debug("a connection could not be closed", e);
      }
    }
  }

  /** Hangs up on whoever is being served. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("a socket could not be closed", e);
    }
    synchronized (this) {
      hangUpOn(List.copyOf(open));
    }
    threads.shutdownNow();
  }
}
