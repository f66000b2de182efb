package dev.readout.cli;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.ReferenceDesk;
import dev.readout.cli.render.StatusText;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells a measure's legal state on a day. */
@Command(
    name = "status",
    sortOptions = false,
    description = "Tells whether a measure is in force on a day, and what proves it.")
final class StatusCommand implements Callable<Integer> {
  private static final String EXAMPLE = "2025-09-29-bis-affiliates-rule";

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "MEASURE", description = "Its id, or a few words.")
  private List<String> words = List.of();

  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day asked for, such as 2025-10-01; today if not given.")
  private @Nullable LocalDate asOf;

  StatusCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Subject subject = Subject.of(words, EXAMPLE);
    Generation generation = installation.generation();
    LocalDate day = Objects.requireNonNullElse(asOf, installation.today());
    MeasureStatus status =
        subject.in(new ReferenceDesk(generation).status(subject.text(), day), "measure", EXAMPLE);
    terminal
        .out()
        .print(StatusText.of(status, generation::find, language.of(subject), terminal.layout()));
    return ReadoutCommand.DONE;
  }
}
