package dev.readout.discord.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * The way of one bot to the database's server, by an address of its own, so that it alone can be
 * cut; it can be slow too. Thread-safe.
 */
final class DatabaseWay implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int BUFFER_BYTES = 65_536;

  private final InetSocketAddress server;
  private final ServerSocket bots;
  private volatile Duration delay = Duration.ZERO;

  private DatabaseWay(InetSocketAddress server, ServerSocket bots) {
    this.server = server;
    this.bots = bots;
  }

  /** A way that is as quick as it can be. */
  static DatabaseWay open(String address, int port) throws IOException {
    ServerSocket bots = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    DatabaseWay way = new DatabaseWay(new InetSocketAddress(address, port), bots);
    Thread.startVirtualThread(way::takeBots);
    return way;
  }

  int port() {
    return bots.getLocalPort();
  }

  /** From now on whatever a bot sends, such as a statement, arrives so much later. */
  void delay(Duration each) {
    delay = each;
  }

  private void takeBots() {
    while (!bots.isClosed()) {
      try {
        Socket bot = bots.accept();
        Thread.startVirtualThread(() -> join(bot));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void join(Socket bot) {
    Socket database = new Socket();
    try {
      database.connect(server, CONNECT_MILLIS);
      Thread.startVirtualThread(() -> carry(database, bot, /* isDelayed= */ false));
      carry(bot, database, /* isDelayed= */ true);
    } catch (IOException e) {
      end(bot, database);
    }
  }

  private void carry(Socket from, Socket to, boolean isDelayed) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read = in.read(buffer);
      while (read >= 0) {
        if (isDelayed) {
          Thread.sleep(delay);
        }
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // one of them has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from, to);
    }
  }

  private static void end(Socket one, Socket other) {
    try (one;
        other) {
      // both
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    bots.close();
  }
}
