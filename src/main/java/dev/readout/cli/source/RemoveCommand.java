package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.reindex.Reindexer.Withdrawal;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.DuplicateEntryException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a source out of the answers. */
@Command(
    name = "remove",
    sortOptions = false,
    description = "Takes a source out of the answers at once.",
    footer = {
      "",
      "Its text is kept, since receipts may quote it; 'bin/readout source approve N' takes it back."
    })
final class RemoveCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  @Option(names = "--yes", description = "Remove it without asking.")
  private boolean yes;

  RemoveCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Workbench bench = installation.workbench()) {
      SourceEntry entry = source.in(bench);
      if (!entry.state().isLive()) {
        throw Outcomes.noSuchSource();
      }
      if (yes || terminal.interactive()) {
        return yes || terminal.confirms("Remove '%s'?".formatted(title(entry)))
            ? remove(bench, entry)
            : ReadoutCommand.DONE;
      }
      terminal.tell(
          "nothing is removed; repeat it with --yes to remove '%s'".formatted(title(entry)));
      return ReadoutCommand.FAILED;
    }
  }

  private static String title(SourceEntry entry) {
    return SourceNames.shown(entry.record().title());
  }

  private int remove(Workbench bench, SourceEntry entry) {
    try {
      var _ =
          bench
              .desk()
              .sources()
              .setState(source.scope(), entry.number(), SourceState.REMOVED, Workbench.ACTOR);
    } catch (CatalogueFullException | DuplicateEntryException e) {
      throw new IllegalStateException("a removal needs no room", e);
    }
    return told(bench.withdraw(source.scope()), entry.number());
  }

  private int told(Withdrawal ended, long number) {
    switch (ended) {
      case DONE -> {
        terminal
            .out()
            .println(
                "Source %d is removed and in no answer any more; a bot that runs takes it out"
                        .formatted(number)
                    + " within a minute.");
        return ReadoutCommand.DONE;
      }
      case LATER ->
          terminal.tell(
              "source %d is removed, but another change of the index is under way; when it has"
                      .formatted(number)
                  + " ended, run "
                  + source.option().indexCommand());
      case SERVER_DROPPED, FAILED ->
          terminal.tell(
              "source %d is removed, but the index could not be written and still has it; run %s"
                  .formatted(number, source.option().indexCommand()));
    }
    return ReadoutCommand.FAILED;
  }
}
