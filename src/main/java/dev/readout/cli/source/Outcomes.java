package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.intake.Adding;
import dev.readout.intake.DetailsProblem;
import dev.readout.store.CatalogueLimit;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;

/**
 * Tells what came of a change of the catalogue.
 *
 * @param scope whose catalogue it is
 */
record Outcomes(Terminal terminal, ScopeOption scope) {

  /**
   * Tells it, and gives the exit code.
   *
   * @param done what has become of the source, such as "is stored"
   */
  int tell(Adding adding, String done) {
    return switch (adding) {
      case Adding.Done(SourceEntry entry) -> {
        String next =
            entry.state() == SourceState.ACCEPTED
                ? "; run %s to have it in answers".formatted(scope.indexCommand())
                : "";
        terminal.out().println("Source %d %s%s.".formatted(entry.number(), done, next));
        ask(entry);
        yield ReadoutCommand.DONE;
      }
      case Adding.Invalid(DetailsProblem problem) ->
          throw new BadInputException(Reasons.of(problem));
      case Adding.AlreadyThere(long number) -> {
        terminal.tell(
            "source %d is the same; 'bin/readout source show %d' shows it"
                .formatted(number, number));
        yield ReadoutCommand.FAILED;
      }
      case Adding.Full(CatalogueLimit limit) -> full(limit);
      case Adding.NotFound _ -> throw noSuchSource();
    };
  }

  /** Until it is answered, answers about the measure say that a later source is not assessed. */
  void ask(SourceEntry entry) {
    for (String measure : entry.record().unassessed()) {
      terminal
          .out()
          .println(
              "Source %d names %s. Does it change its standing? 'bin/readout source assess"
                      .formatted(entry.number(), measure)
                  + " %d%s --measure %s …' says so; --unchanged if not."
                      .formatted(entry.number(), scope.argument(), measure));
    }
  }

  int full(CatalogueLimit limit) {
    terminal.tell(limit.meaning() + "; remove what is not needed");
    return ReadoutCommand.FAILED;
  }

  static BadInputException noSuchSource() {
    return new BadInputException(
        "there is no such source, or not in that state; 'bin/readout source list' shows those"
            + " there are");
  }
}
