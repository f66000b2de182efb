package dev.readout.discord.standin.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/**
 * One WebSocket of the bot. With "zlib-stream", all payloads of a connection are one compressed
 * stream, flushed after each. Thread-safe; payloads arrive in the order of {@link #send}.
 */
final class Connection {
  private static final int BUFFER_BYTES = 8192;

  private final WebSocket socket;
  private final boolean isCompressed;
  private final Deflater deflater = new Deflater();
  private boolean isReleased;

  Connection(WebSocket socket, boolean isCompressed) {
    this.socket = socket;
    this.isCompressed = isCompressed;
  }

  /** Sends a payload; lost if the connection is gone, as with a real one. */
  synchronized void send(ObjectNode payload) {
    if (isReleased) {
      return;
    }
    try {
      if (isCompressed) {
        socket.send(deflate(payload.toString().getBytes(StandardCharsets.UTF_8)));
      } else {
        socket.send(payload.toString());
      }
    } catch (WebsocketNotConnectedException lost) {
      // The session keeps what was sent, for when the bot resumes.
    }
  }

  private byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    byte[] buffer = new byte[BUFFER_BYTES];
    deflater.setInput(bytes);
    int length;
    do {
      length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      out.write(buffer, 0, length);
    } while (length == buffer.length);
    return out.toByteArray();
  }

  /** Says goodbye with a code. */
  void close(int code, String reason) {
    socket.close(code, reason);
  }

  /** Ends the TCP connection without a word. */
  void cut() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "cut");
  }

  synchronized void release() {
    isReleased = true;
    deflater.end();
  }
}
