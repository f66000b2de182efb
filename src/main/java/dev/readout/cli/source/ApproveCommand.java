package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import dev.readout.intake.DetailsProblem;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.DuplicateEntryException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Accepts what a feed has found, or takes back what was removed or refused. */
@Command(
    name = "approve",
    sortOptions = false,
    description = "Accepts a source that waits, or takes back one that was removed or refused.")
final class ApproveCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  ApproveCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      SourceEntry entry = source.in(bench);
      Adding adding =
          entry.state().isLive()
              ? bench.desk().intake().approve(source.scope(), source.number(), Workbench.ACTOR)
              : takeBack(bench, entry);
      return new Outcomes(terminal, source.option()).tell(adding, "is accepted");
    }
  }

  /** What was turned down may lack its day. */
  private static Adding takeBack(Workbench bench, SourceEntry entry) {
    if (entry.record().published() == null) {
      return new Adding.Invalid(new DetailsProblem.NoDay());
    }
    try {
      return bench
          .desk()
          .sources()
          .setState(entry.scope(), entry.number(), SourceState.ACCEPTED, Workbench.ACTOR)
          .<Adding>map(Adding.Done::new)
          .orElseGet(Adding.NotFound::new);
    } catch (DuplicateEntryException e) {
      return new Adding.AlreadyThere(e.number());
    } catch (CatalogueFullException e) {
      return new Adding.Full(e.limit());
    }
  }
}
