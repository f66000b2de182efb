package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fetcher, and servers that behave badly. */
abstract class FetcherLimitsFixture {
  static final FetchSettings SETTINGS = new FetchSettings(true, Duration.ofSeconds(60));
  static final FetchSettings BRIEF = new FetchSettings(true, Duration.ofSeconds(1));

  static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static Reason reason(Fetcher fetcher, URI address) {
    Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address));
    assertThat(fetched).isInstanceOf(Refused.class);
    return ((Refused) fetched).reason();
  }

  /** What a server does with a connection, other than answering robots.txt. */
  interface Conduct {
    void with(OutputStream out, CountDownLatch end) throws IOException, InterruptedException;
  }

  /** A server below HTTP: allows robots everything, then does as it likes. Thread-safe. */
  static final class Raw implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch end = new CountDownLatch(1);

    Raw(Conduct conduct) throws IOException {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!server.isClosed()) {
                  try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket, conduct));
                  } catch (IOException e) {
                    return;
                  }
                }
              });
    }

    private void serve(Socket socket, Conduct conduct) {
      try (socket) {
        byte[] request = new byte[4096];
        int length = socket.getInputStream().read(request);
        OutputStream out = socket.getOutputStream();
        boolean robots =
            length > 0 && new String(request, 0, length, ISO_8859_1).startsWith("GET /robots.txt");
        if (robots) {
          out.write("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
        } else {
          conduct.with(out, end);
        }
      } catch (IOException e) {
        // The client has had enough, which is what most tests here are about.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    URI at(String path) {
      return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
      end.countDown();
      server.close();
    }
  }
}
