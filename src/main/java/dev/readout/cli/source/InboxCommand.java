package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.intake.Inbox;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what waits, and what most likely matters first. */
@Command(
    name = "inbox",
    sortOptions = false,
    description = {
      "Lists what feeds have found, those first that name a measure, an end or a meeting.",
      "'approve' and 'refuse' decide about several: 1 4-9, --feed N, all."
    })
final class InboxCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private ScopeOption scope = new ScopeOption();

  InboxCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      Inbox inbox = bench.desk().inbox();
      List<Inbox.Item> items = inbox.waiting(scope.scope());
      Page page = new Page(terminal.layout());
      inbox
          .notAssessed(scope.scope())
          .forEach(
              document ->
                  page.line(
                      Ink.YELLOW,
                      "not assessed: ",
                      document.title() + " (" + document.id() + "); 'source assess' says it"));
      items.forEach(item -> SourcePages.line(page, item));
      int all = inbox.count(scope.scope());
      page.line(
          Ink.PLAIN,
          items.size() == all
              ? all + " waiting"
              : "the newest %d of %d waiting".formatted(items.size(), all));
      terminal.out().print(page);
      return ReadoutCommand.DONE;
    }
  }
}
