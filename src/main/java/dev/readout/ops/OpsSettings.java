package dev.readout.ops;

import dev.readout.config.Setting;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where the bot can be asked for its health and load. Immutable.
 *
 * @param enabled whether it can at all
 * @param address of this machine; one that others reach shows it to them
 * @param port 1 to 65,535
 */
public record OpsSettings(
    boolean enabled, InetAddress address, @Setting(least = "1", most = "65535") int port) {
  /** On this machine alone; a port that nothing known to us uses. */
  public static final OpsSettings STANDARD =
      new OpsSettings(true, InetAddress.ofLiteral("127.0.0.1"), 8917);

  /** Address and port, as they are written in an address of the web. */
  static String text(InetSocketAddress where) {
    String address = where.getAddress().getHostAddress();
    boolean isSix = where.getAddress() instanceof Inet6Address;
    return (isSix ? "[" + address + "]" : address) + ":" + where.getPort();
  }

  /** Where to listen. */
  InetSocketAddress listenAt() {
    return new InetSocketAddress(address, port);
  }

  /** Where a process on this machine reaches it. */
  InetSocketAddress reachAt() {
    InetAddress reached = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    return new InetSocketAddress(reached, port);
  }
}
