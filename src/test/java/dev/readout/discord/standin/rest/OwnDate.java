package dev.readout.discord.standin.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands before a server and puts another clock's time into the Date of its replies: the JDK's
 * server tells the machine's. Thread-safe.
 */
public final class OwnDate implements AutoCloseable {
  private static final Pattern DATE = Pattern.compile("(?m)^Date: .{29}$");

  /** As long as the date that it replaces. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("'Date: 'EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ServerSocket front;
  private final int port;
  private final InstantSource clock;

  /** Before the server at this port of loopback, from now on. */
  public OwnDate(int port, InstantSource clock) {
    this.port = port;
    this.clock = clock;
    try {
      this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.startVirtualThread(this::accept);
  }

  /** The address without a path. */
  public String origin() {
    return "http://127.0.0.1:" + front.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = front.accept();
        Socket server = new Socket(front.getInetAddress(), port);
        server.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        var _ = Thread.startVirtualThread(() -> pass(client, server, text -> text));
        var _ = Thread.startVirtualThread(() -> pass(server, client, this::dated));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private String dated(String text) {
    return DATE.matcher(text).replaceFirst(FORMAT.format(clock.instant()));
  }

  /** The head of a reply is written at once, so a piece has all of it. */
  private static void pass(Socket from, Socket to, UnaryOperator<String> change) {
    byte[] piece = new byte[1 << 16];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        out.write(change.apply(new String(piece, 0, length, ISO_8859_1)).getBytes(ISO_8859_1));
      }
    } catch (IOException _) {
      // either side has gone
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
