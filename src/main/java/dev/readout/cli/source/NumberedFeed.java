package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Workbench;
import dev.readout.corpus.Scope;
import dev.readout.store.Feed;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A feed that is named by its number. Filled in by picocli. */
final class NumberedFeed {
  @Parameters(paramLabel = "N", description = "The feed's number, as the list shows it.")
  private long number;

  @Mixin private ScopeOption scope = new ScopeOption();

  long number() {
    return number;
  }

  Scope scope() {
    return scope.scope();
  }

  /**
   * The feed.
   *
   * @throws BadInputException when the scope has none of this number
   */
  Feed in(Workbench bench) {
    return bench.desk().feeds().find(scope(), number).orElseThrow(NumberedFeed::noSuchFeed);
  }

  static BadInputException noSuchFeed() {
    return new BadInputException(
        "there is no such feed; 'bin/readout source feed list' shows those there are");
  }
}
