package dev.readout.cli;

import dev.readout.index.GenerationInfo;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the generation before the current one current. */
@Command(
    name = "rollback",
    sortOptions = false,
    description = "Serves the generation before the current one again.")
final class RollbackCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  RollbackCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    GenerationInfo info = installation.index().rollBack();
    terminal
        .out()
        .println(
            "generation %s, built %s, serves now, until 'bin/readout index --force' builds a new one"
                .formatted(info.name(), info.built().truncatedTo(ChronoUnit.SECONDS)));
    return ReadoutCommand.DONE;
  }
}
