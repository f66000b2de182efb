package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.feed.FeedChecker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a feed now. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Looks at a feed now and brings in what is new, ten documents at most.")
final class FeedCheckCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedFeed feed = new NumberedFeed();

  FeedCheckCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      FeedChecker.Checked checked = bench.desk().checker().check(feed.in(bench));
      if (checked.problem() != null) {
        terminal.tell(
            "feed %d could not be read: %s; check its address and kind"
                .formatted(feed.number(), checked.problem()));
        return ReadoutCommand.FAILED;
      }
      terminal
          .out()
          .println(
              "Feed %d: %d new waiting, %d taken, %d that could not be had or read."
                  .formatted(feed.number(), checked.waiting(), checked.taken(), checked.failed()));
      return ReadoutCommand.DONE;
    }
  }
}
