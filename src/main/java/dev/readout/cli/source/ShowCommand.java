package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.store.SourceEntry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one source. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows all that is known of a source, and its first statements.")
final class ShowCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  ShowCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      SourceEntry entry = source.in(bench);
      terminal
          .out()
          .print(SourcePages.of(entry, bench.desk().intake().detailsOf(entry), terminal.layout()));
    }
    return ReadoutCommand.DONE;
  }
}
