package dev.readout;

import dev.readout.cli.EvalCommand;
import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The program with the command {@code eval}; {@code bin/readout} compiles and starts it. */
final class Evaluate {
  private Evaluate() {}

  /** As {@link Main#main}. */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("readout.home", ""));
    Terminal terminal = Main.terminal(environment);
    OperatorCommands operator = new OperatorCommands(home, environment, terminal);
    int code;
    try (Installation installation =
        Installation.at(home, environment, operator::places, InstantSource.system())) {
      EvalCommand eval = new EvalCommand(installation, terminal);
      code = new ReadoutCommand(installation, terminal, eval).run(args);
    }
    System.exit(code);
  }
}
