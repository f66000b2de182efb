package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Turns down what a feed has found. */
@Command(
    name = "refuse",
    sortOptions = false,
    description = "Turns down a source that waits; its feed does not bring it again.")
final class RefuseCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  RefuseCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      Adding adding =
          bench.desk().intake().refuse(source.scope(), source.number(), Workbench.ACTOR);
      return new Outcomes(terminal, source.option()).tell(adding, "is refused");
    }
  }
}
