package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Refreshing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a source's page again. */
@Command(
    name = "refresh",
    sortOptions = false,
    description = "Fetches a source's page again, and keeps both texts if it has changed.")
final class RefreshCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  RefreshCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      return tell(
          bench.desk().refresher().refresh(source.scope(), source.number(), Workbench.ACTOR));
    }
  }

  private int tell(Refreshing refreshing) {
    return switch (refreshing) {
      case Refreshing.Same same -> done("has not changed", same.entry().number());
      case Refreshing.Changed changed ->
          done(
              "has changed; run %s to have the new text in answers"
                  .formatted(source.option().indexCommand()),
              changed.entry().number());
      case Refreshing.Unavailable unavailable -> {
        terminal.tell(
            "source %d keeps the text it has: %s"
                .formatted(unavailable.entry().number(), Reasons.of(unavailable.why())));
        yield ReadoutCommand.FAILED;
      }
      case Refreshing.OtherPublisher other -> {
        terminal.tell(
            ("source %d keeps the text it has: its address leads to %s now, which is somebody"
                    + " else's; remove it, or add that page as a source of its own")
                .formatted(other.entry().number(), other.now()));
        yield ReadoutCommand.FAILED;
      }
      case Refreshing.Replaced replaced -> {
        terminal.tell(
            ("source %d keeps the text it has: what its page shows now is another text; look"
                    + " at the page, then remove the source, or add what is there as a file")
                .formatted(replaced.entry().number()));
        yield ReadoutCommand.FAILED;
      }
      case Refreshing.Full full -> new Outcomes(terminal, source.option()).full(full.limit());
      case Refreshing.NoAddress _ ->
          throw new BadInputException(
              "source %d is a file and has no address; add the new file as a source of its own"
                  .formatted(source.number()));
      case Refreshing.NotFound _ -> throw Outcomes.noSuchSource();
    };
  }

  private int done(String what, long number) {
    terminal.out().println("Source %d %s.".formatted(number, what));
    return ReadoutCommand.DONE;
  }
}
