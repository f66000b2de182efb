package dev.readout.cli;

import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the generation before the current one current, without what was removed since. */
@Command(
    name = "rollback",
    sortOptions = false,
    description = "Serves the generation before the current one again.",
    footer = {"", "Sources that were removed since then stay removed."})
final class RollbackCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private ScopeOption scope = new ScopeOption();

  RollbackCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    GenerationInfo info = rollBack(scope.scope());
    terminal
        .out()
        .println(
            "generation %s, built %s, serves now, until 'bin/readout index --force%s' builds a new one"
                .formatted(
                    info.name(), info.built().truncatedTo(ChronoUnit.SECONDS), scope.argument()));
    return ReadoutCommand.DONE;
  }

  private GenerationInfo rollBack(Scope of) {
    try (Workbench bench = installation.workbenchIfAny().orElse(null)) {
      if (bench != null) {
        return bench.desk().reindexer().rollBack(of, null, Workbench.ACTOR);
      }
    }
    Indexes indexes = installation.indexes();
    try (Generation generation = indexes.rollBack(of, Set.of())) {
      return generation.info();
    }
  }
}
