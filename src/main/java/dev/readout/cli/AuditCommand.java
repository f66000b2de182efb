package dev.readout.cli;

import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who did what. */
@Command(
    name = "audit",
    sortOptions = false,
    description = "Shows who changed sources, settings and index, the newest first.")
final class AuditCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many entries, 1 to " + AuditTable.MAX_PAGE + "; ${DEFAULT-VALUE} if not given.")
  private int last;

  @Mixin private ScopeOption scope = new ScopeOption();

  AuditCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (last < 1 || last > AuditTable.MAX_PAGE) {
      throw new BadInputException(
          "--last %d: write a number from 1 to %d".formatted(last, AuditTable.MAX_PAGE));
    }
    List<AuditEntry> entries = newest();
    Page page = new Page(terminal.layout());
    if (entries.isEmpty()) {
      page.line(Ink.PLAIN, "Nothing has been changed yet.");
    }
    for (AuditEntry entry : entries) {
      String head =
          "%s  %s  %s  "
              .formatted(entry.at().truncatedTo(ChronoUnit.SECONDS), entry.actor(), entry.action());
      page.line(
          Ink.PLAIN,
          entry.detail().isEmpty()
              ? head + entry.subject()
              : head + entry.subject() + ": " + entry.detail());
    }
    terminal.out().print(page);
    return ReadoutCommand.DONE;
  }

  private List<AuditEntry> newest() {
    try (Workbench bench = installation.workbenchIfAny().orElse(null)) {
      return bench == null ? List.of() : bench.audit().newest(scope.scope(), last);
    }
  }
}
