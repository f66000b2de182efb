package dev.readout.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server on this machine. Thread-safe; closed by its owner. */
public final class Asking implements AutoCloseable {
  /** Where a server of a test listens. */
  public static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private final InetSocketAddress where;

  public Asking(InetSocketAddress where) {
    this.where = where;
  }

  /** A request of this path and query, to be made with a method. */
  public HttpRequest.Builder request(String path) {
    URI uri = URI.create("http://127.0.0.1:" + where.getPort() + path);
    return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(3));
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  @Override
  public void close() {
    client.close();
  }
}
