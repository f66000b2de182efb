package dev.readout.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Serves in a process of its own until its standard input ends, and prints the port and the limits:
 * how slow and how large a request may be is settled once in a process.
 */
final class OpsProcess {
  private OpsProcess() {}

  static void main() throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, here)) {
      port = free.getLocalPort();
    }
    try (Ops _ = Ops.start(new OpsSettings(true, here, port), "test")) {
      IO.println(
          String.join(
              " ",
              String.valueOf(port),
              System.getProperty("sun.net.httpserver.maxReqTime"),
              System.getProperty("sun.net.httpserver.maxRspTime"),
              System.getProperty("jdk.httpserver.maxConnections")));
      while (System.in.read() >= 0) {
        // until the test ends
      }
    }
  }
}
