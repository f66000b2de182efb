package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.Layout;
import dev.readout.ops.Ops;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code health} beside a bot that is starting, and beside none. */
final class OpsCommandsTest {
  @TempDir Path home;

  private Ops ops;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void start() {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    ops = Ops.start(new InetSocketAddress(here, 0), "test");
  }

  @AfterEach
  void close() {
    ops.close();
  }

  private Run run(String... arguments) {
    return run(Map.of("OPS_PORT", String.valueOf(ops.address().getPort())), arguments);
  }

  private Run run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            InputStream.nullInputStream(),
            Layout.PLAIN);
    OperatorCommands commands = new OperatorCommands(home, environment, terminal);
    try (Installation installation =
        Installation.at(home, environment, commands::places, InstantSource.system())) {
      Object[] further = commands.all(InstantSource.system()).toArray();
      int code = new ReadoutCommand(installation, terminal, further).run(arguments);
      return new Run(code, out.toString(), err.toString());
    }
  }

  @Test
  void health_botStarting_isUnhealthyCheckByCheck() {
    Run run = run("health");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            gateway: unhealthy (connecting)
            index: unhealthy (opening)
            database: unhealthy (opening)
            """);
  }

  @Test
  void health_listeningEverywhere_isAskedOnThisMachine() {
    String port = String.valueOf(ops.address().getPort());

    assertThat(run(Map.of("OPS_PORT", port, "OPS_ADDRESS", "0.0.0.0"), "health").out())
        .startsWith("gateway: ");
  }

  @Test
  void health_noBot_saysSo() {
    int port = ops.address().getPort();
    ops.close();
    Run run = run(Map.of("OPS_PORT", String.valueOf(port)), "health");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("readout: no bot replies at 127.0.0.1:" + port + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "health, OPS_PORT, x, ops.port 'x'",
    "health, OPS_ADDRESS, localhost, ops.address 'localhost'",
    "health, OPS_ENABLED, false, ops.enabled is off",
  })
  void anyCommand_mistakenSettings_exitsWithTwo(
      String command, String variable, String value, String told) {
    Run run = run(Map.of(variable, value), command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("readout: ").contains(told);
  }
}
