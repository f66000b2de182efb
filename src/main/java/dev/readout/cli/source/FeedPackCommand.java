package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.feed.FeedPack;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.Feed;
import dev.readout.store.FeedTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Switches the official feeds on and off. */
@Command(
    name = "pack",
    sortOptions = false,
    description = "Watches the official feeds of config/feeds.yaml, or lists which are watched.",
    footer = {"", "What they find waits for 'bin/readout source approve'."})
final class FeedPackCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @ArgGroup private Switch turn = new Switch();

  @Mixin private ScopeOption scope = new ScopeOption();

  /** At most one of them. */
  private static final class Switch {
    @Option(names = "--on", description = "Watches all of them.")
    private boolean on;

    @Option(names = "--off", description = "Watches none of them; what they have found stays.")
    private boolean off;
  }

  FeedPackCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      FeedTable feeds = bench.desk().feeds();
      FeedPack pack = bench.desk().pack();
      if (turn.on) {
        int added = pack.switchOn(feeds, scope.scope(), Workbench.ACTOR);
        terminal.out().println(added + " official feeds are watched now that were not before.");
      } else if (turn.off) {
        int removed = pack.switchOff(feeds, scope.scope(), Workbench.ACTOR);
        terminal.out().println(removed + " official feeds are watched no more.");
      } else {
        list(pack, pack.of(feeds, scope.scope()));
      }
      return ReadoutCommand.DONE;
    } catch (CatalogueFullException e) {
      return new Outcomes(terminal, scope).full(e.limit());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private void list(FeedPack pack, List<Feed> watched) {
    for (FeedPack.Entry entry : pack.entries()) {
      boolean isOn =
          watched.stream().anyMatch(feed -> feed.address().equals(entry.listing().address()));
      terminal
          .out()
          .println(
              "%s  %s (%s)"
                  .formatted(
                      isOn ? "on " : "off", entry.name(), entry.listing().kind().wireName()));
    }
  }
}
