package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes a feed. */
@Command(
    name = "remove",
    sortOptions = false,
    description = "Looks at a feed no more; the sources that it has brought stay.")
final class FeedRemoveCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedFeed feed = new NumberedFeed();

  FeedRemoveCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      var _ =
          bench
              .desk()
              .feeds()
              .remove(feed.scope(), feed.number(), Workbench.ACTOR)
              .orElseThrow(NumberedFeed::noSuchFeed);
      terminal.out().println("Feed %d is removed.".formatted(feed.number()));
      return ReadoutCommand.DONE;
    }
  }
}
