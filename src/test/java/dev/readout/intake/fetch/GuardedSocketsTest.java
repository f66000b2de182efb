package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class GuardedSocketsTest {
  @Test
  void connect_forbiddenAddress_refusedBeforeConnecting() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket =
            new GuardedSockets(new AddressRules(false, null), /* toBridge= */ false, null)
                .createSocket()) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> socket.connect(server.getLocalSocketAddress()))
          .satisfies(e -> assertThat(e.refused().reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
      assertThat(socket.isConnected()).isFalse();
    }
  }

  @Test
  void connect_nameWithoutAddress_refused() throws IOException {
    try (Socket socket =
        new GuardedSockets(new AddressRules(true, null), /* toBridge= */ false, null)
            .createSocket()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("localhost", 80)))
          .withMessageContaining("no address");
    }
  }

  @Test
  void connect_allowedAddress_connects() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket =
            new GuardedSockets(new AddressRules(true, null), /* toBridge= */ false, null)
                .createSocket()) {
      socket.connect(server.getLocalSocketAddress());
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
