package dev.readout.discord.standin.gateway;

import dev.readout.discord.standin.wire.Json;
import java.nio.channels.ServerSocketChannel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server below the gateway. */
final class GatewayServer extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private final Gateway gateway;
  private final int boundPort;

  GatewayServer(ServerSocketChannel channel, Gateway gateway) {
    super(channel);
    this.gateway = gateway;
    this.boundPort = channel.socket().getLocalPort();
    setTcpNoDelay(true);
    setDaemon(true);
    // Discord's own heartbeat does that.
    setConnectionLostTimeout(0);
  }

  int boundPort() {
    return boundPort;
  }

  List<Connection> live() {
    Collection<WebSocket> sockets = getConnections();
    return sockets.stream()
        .map(GatewayServer::connection)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static @Nullable Connection connection(WebSocket socket) {
    return socket.<@Nullable Connection>getAttachment();
  }

  @Override
  public void onStart() {}

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    boolean isCompressed = handshake.getResourceDescriptor().contains("compress=zlib-stream");
    Connection connection = new Connection(socket, isCompressed);
    socket.setAttachment(connection);
    gateway.connected(connection);
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    Connection connection = connection(socket);
    if (connection != null) {
      gateway.received(connection, Json.parse(message));
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean isRemote) {
    Connection connection = connection(socket);
    if (connection != null) {
      gateway.lost(connection);
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception error) {
    LOG.warn("the stand-in's gateway failed", error);
  }
}
