package dev.readout.intake.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to allowed addresses only: the last check, of the very address connected to,
 * however it was come by. They ignore {@code socksProxyHost} too, behind which the address would be
 * somebody else's choice. Thread-safe.
 */
final class GuardedSockets extends SocketFactory {
  private final AddressRules rules;

  GuardedSockets(AddressRules rules) {
    this.rules = rules;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(rules);
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

  private static final class GuardedSocket extends Socket {
    private final AddressRules rules;

    private GuardedSocket(AddressRules rules) {
      super(Proxy.NO_PROXY);
      this.rules = rules;
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
      rules.checkAddress(inet.getAddress());
      super.connect(endpoint, timeoutMillis);
    }
  }
}
