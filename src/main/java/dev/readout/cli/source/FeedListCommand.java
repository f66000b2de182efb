package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.store.Feed;
import dev.readout.store.FeedHealth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists feeds. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the feeds, and how the last look at each went.")
final class FeedListCommand implements Callable<Integer> {
  private static final String UNDER = " ".repeat(7);

  private final Installation installation;
  private final Terminal terminal;

  @Mixin private ScopeOption scope = new ScopeOption();

  FeedListCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Page page = new Page(terminal.layout());
    try (Workbench bench = installation.workbench()) {
      List<Feed> feeds = bench.desk().feeds().list(scope.scope());
      feeds.forEach(feed -> line(page, feed));
      page.line(Ink.PLAIN, feeds.size() == 1 ? "1 feed" : feeds.size() + " feeds");
    }
    terminal.out().print(page);
    return ReadoutCommand.DONE;
  }

  private static void line(Page page, Feed feed) {
    page.line(Ink.PLAIN, "%5d  ".formatted(feed.number()), feed.address());
    FeedHealth health = feed.health();
    page.line(
        Ink.FAINT,
        UNDER,
        "%s%s · %s"
            .formatted(
                feed.kind().wireName(),
                (feed.linkPattern() == null ? "" : " · links " + feed.linkPattern())
                    + (feed.listing().words().isEmpty()
                        ? ""
                        : " · with " + String.join(", ", feed.listing().words())),
                health.checked() == null
                    ? "not looked at yet"
                    : "looked at " + health.checked().truncatedTo(ChronoUnit.SECONDS)));
    if (health.problem() != null) {
      page.line(
          Ink.YELLOW,
          UNDER,
          "the last %d looks failed: %s".formatted(health.failures(), health.problem()));
    }
  }
}
