package dev.readout.cli.source;

import dev.readout.cli.ScopeOption;
import dev.readout.cli.Workbench;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A source that is named by its number. Filled in by picocli. */
final class NumberedSource {
  @Parameters(paramLabel = "N", description = "The source's number, as the list shows it.")
  private long number;

  @Mixin private ScopeOption scope = new ScopeOption();

  long number() {
    return number;
  }

  Scope scope() {
    return scope.scope();
  }

  ScopeOption option() {
    return scope;
  }

  /**
   * The source.
   *
   * @throws dev.readout.cli.BadInputException when the scope has none of this number
   */
  SourceEntry in(Workbench bench) {
    return bench.desk().sources().find(scope(), number).orElseThrow(Outcomes::noSuchSource);
  }
}
