package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import dev.readout.intake.DetailsProblem;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.DuplicateEntryException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accepts what a feed has found, or takes back what was removed or refused. */
@Command(
    name = "approve",
    sortOptions = false,
    description =
        "Accepts sources that wait, or takes back one that was removed or refused: 1 4-9, all.")
final class ApproveCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private WaitingSources source = new WaitingSources();

  @Option(names = "--reindex", description = "Bring what is accepted into answers at once.")
  private boolean reindex;

  ApproveCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      OptionalLong single = source.single();
      int code =
          single.isPresent()
              ? one(bench, single.getAsLong())
              : source.decide(bench, terminal, /* accepts= */ true);
      return code == ReadoutCommand.DONE && reindex ? reindexed(bench) : code;
    }
  }

  private int one(Workbench bench, long number) {
    SourceEntry entry =
        bench
            .desk()
            .sources()
            .find(source.scope().scope(), number)
            .orElseThrow(Outcomes::noSuchSource);
    Adding adding =
        entry.state().isLive()
            ? bench.desk().intake().approve(entry.scope(), number, Workbench.ACTOR)
            : takeBack(bench, entry);
    return new Outcomes(terminal, source.scope()).tell(adding, "is accepted");
  }

  private int reindexed(Workbench bench) {
    return switch (bench.reindex(source.scope().scope())) {
      case Reindexing.Outcome.Done done -> {
        terminal.out().println("Built generation " + done.generation().name() + ".");
        yield ReadoutCommand.DONE;
      }
      case Reindexing.Outcome.Failed(_, String detail) -> {
        terminal.tell(detail + "; " + source.scope().indexCommand() + " tries again");
        yield ReadoutCommand.FAILED;
      }
      case Reindexing.Outcome.Cancelled _ -> {
        terminal.tell("the build was cancelled");
        yield ReadoutCommand.FAILED;
      }
    };
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
