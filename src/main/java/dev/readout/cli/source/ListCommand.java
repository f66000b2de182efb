package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.WordConverter;
import dev.readout.cli.Workbench;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import dev.readout.store.SourceTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists sources. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the sources that were added, in the order of their numbers.")
final class ListCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = StateConverter.class,
      description =
          "Only those waiting, accepted, removed or refused; may be repeated. Those waiting and"
              + " accepted if not given.")
  private List<SourceState> states = List.of();

  @Mixin private ScopeOption scope = new ScopeOption();

  ListCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Set<SourceState> asked =
        states.isEmpty()
            ? EnumSet.of(SourceState.WAITING, SourceState.ACCEPTED)
            : EnumSet.copyOf(states);
    try (Workbench bench = installation.workbench()) {
      SourceTable sources = bench.desk().sources();
      long after = 0;
      List<SourceEntry> entries = List.of();
      do {
        entries = sources.page(scope.scope(), asked, after, SourceTable.MAX_PAGE);
        Page page = new Page(terminal.layout());
        entries.forEach(entry -> SourcePages.line(page, entry));
        terminal.out().print(page);
        after = entries.isEmpty() ? after : entries.getLast().number();
      } while (entries.size() == SourceTable.MAX_PAGE && !terminal.out().checkError());
      terminal.out().print(new Page(terminal.layout()).line(Ink.PLAIN, counts(sources, asked)));
    }
    return ReadoutCommand.DONE;
  }

  private String counts(SourceTable sources, Set<SourceState> asked) {
    return asked.stream()
        .map(state -> sources.count(scope.scope(), Set.of(state)) + " " + state.wireName())
        .collect(Collectors.joining(", "));
  }

  /** Reads the words that the list shows. */
  static final class StateConverter extends WordConverter<SourceState> {
    StateConverter() {
      super("state", SourceState::ofWireName, "waiting, accepted, removed or refused");
    }
  }
}
