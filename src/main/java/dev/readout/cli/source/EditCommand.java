package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import dev.readout.intake.Details;
import dev.readout.intake.Intake;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Describes a source anew. */
@Command(
    name = "edit",
    sortOptions = false,
    description = "Files a source differently; its text stays as it is.")
final class EditCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();
  @Mixin private DetailsOptions options = new DetailsOptions();

  EditCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (options.isEmpty()) {
      throw new BadInputException("nothing to change; write for instance --published 2026-05-12");
    }
    try (Workbench bench = installation.workbench()) {
      Intake intake = bench.desk().intake();
      Details details = options.over(intake.detailsOf(source.in(bench)), bench.topics());
      Adding adding = intake.edit(source.scope(), source.number(), details, Workbench.ACTOR);
      return new Outcomes(terminal, source.option()).tell(adding, "is changed");
    }
  }
}
