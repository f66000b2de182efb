package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Turns down what a feed has found. */
@Command(
    name = "refuse",
    sortOptions = false,
    description = "Turns down sources that wait: 1 4-9, all; their feed does not bring them again.")
final class RefuseCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private WaitingSources source = new WaitingSources();

  RefuseCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      OptionalLong single = source.single();
      if (single.isEmpty()) {
        return source.decide(bench, terminal, /* accepts= */ false);
      }
      Adding adding =
          bench.desk().intake().refuse(source.scope().scope(), single.getAsLong(), Workbench.ACTOR);
      return new Outcomes(terminal, source.scope()).tell(adding, "is refused");
    }
  }
}
