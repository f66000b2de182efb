package dev.readout.intake.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that connect to allowed addresses only: the last check, of the very address connected to,
 * however it was come by. They ignore {@code socksProxyHost} too, behind which the address would be
 * somebody else's choice.
 *
 * <p>They also end an answer that sends much and says nothing. OkHttp keeps in memory, without a
 * limit, the line before a chunk and the file's name in gzip; so what comes between two pieces of
 * the body is counted here, where nothing that is sent can go around it. Thread-safe.
 */
final class GuardedSockets extends SocketFactory {
  /** Twice what OkHttp allows all headers together. */
  static final int MAX_UNREAD_BYTES = 512 << 10;

  private final AtomicInteger unread = new AtomicInteger();
  private final AddressRules rules;
  private final boolean toBridge;
  private final @Nullable InetSocketAddress proxy;

  /** Sockets for one request, perhaps to the bridge or through a proxy. */
  GuardedSockets(AddressRules rules, boolean toBridge, @Nullable InetSocketAddress proxy) {
    this.rules = rules;
    this.toBridge = toBridge;
    this.proxy = proxy;
  }

  /** Tells that a piece of the body has come out of what was received. */
  void received() {
    unread.set(0);
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("only unconnected sockets");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("only unconnected sockets");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("only unconnected sockets");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("only unconnected sockets");
  }

  private final class GuardedSocket extends Socket {
    private GuardedSocket() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
      if (!(endpoint instanceof InetSocketAddress inet) || inet.isUnresolved()) {
        throw new IOException("no address to connect to: " + endpoint);
      }
      if (!inet.equals(proxy)) {
        rules.checkAddress(inet.getAddress(), toBridge);
      }
      super.connect(endpoint, timeoutMillis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }
  }

  private final class Counted extends FilterInputStream {
    private Counted(InputStream raw) {
      super(raw);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws Wire.RefusedException {
      if (unread.addAndGet(bytes) > MAX_UNREAD_BYTES) {
        throw new Wire.RefusedException(
            Fetched.Reason.TOO_LARGE, "over " + MAX_UNREAD_BYTES + " bytes beside the document");
      }
    }
  }
}
