package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.InputFile;
import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Adding;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Drafting;
import dev.readout.intake.Intake;
import dev.readout.intake.SourceAddress;
import dev.readout.intake.original.Content;
import dev.readout.intake.original.Format;
import dev.readout.intake.original.Original;
import dev.readout.store.SourceState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in a page or a file. */
@Command(
    name = "add",
    sortOptions = false,
    description = "Fetches a page or reads a file, shows how it would be filed, and stores it.",
    footer = {
      "",
      "Options take the place of what is proposed. Without --yes, and without anybody to ask,",
      "the draft is shown, nothing is stored, and the exit code is 1."
    })
final class AddCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "URL|FILE",
      description = "A page or PDF; or a file: HTML, PDF, Markdown or text, 10 MiB at most.")
  private String what = "";

  @Mixin private DetailsOptions options = new DetailsOptions();

  @Option(names = "--yes", description = "Store it without asking.")
  private boolean yes;

  @Mixin private ScopeOption scope = new ScopeOption();

  AddCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Workbench bench = installation.workbench()) {
      return switch (draft(bench.desk().intake())) {
        case Drafting.Drafted(Draft draft) -> decide(bench, draft);
        case Drafting why -> {
          String message = SourceNames.shown(what) + ": " + Reasons.of(why);
          if (Reasons.isBadInput(why)) {
            throw new BadInputException(message);
          }
          terminal.tell(message);
          yield ReadoutCommand.FAILED;
        }
      };
    }
  }

  private Drafting draft(Intake intake) throws IOException {
    if (what.contains("://")) {
      URI address =
          SourceAddress.parse(what)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          SourceNames.shown(what)
                              + " is no address of a page; write one such as"
                              + " https://www.commerce.gov/news"));
      return intake.draft(scope.scope(), address);
    }
    Path file = InputFile.named(what);
    return intake.draft(scope.scope(), original(file), file.getFileName().toString());
  }

  private static Original original(Path file) throws IOException {
    String name = SourceNames.shown(file.toString());
    long size = Files.size(file);
    if (size == 0) {
      throw new BadInputException(name + " is empty; name a document");
    }
    if (size > Original.MAX_BYTES) {
      throw new BadInputException(name + " has more than 10 MiB; add a part of it");
    }
    Content content = Content.of(Files.readAllBytes(file));
    Format format =
        Format.detect(content, null, file.getFileName().toString())
            .orElseThrow(
                () ->
                    new BadInputException(
                        name + " is no HTML, PDF, Markdown or text; save it as one of them"));
    return Original.of(content, format, null);
  }

  private int decide(Workbench bench, Draft draft) throws IOException {
    Details details = options.over(draft.proposed(), bench.topics());
    terminal.out().print(SourcePages.of(draft, details, terminal.layout()));
    if (yes || (terminal.interactive() && terminal.confirms("Store it?"))) {
      return store(bench, draft, details);
    }
    if (terminal.interactive()) {
      terminal.out().println("Nothing is stored.");
      return ReadoutCommand.DONE;
    }
    terminal.tell("nothing is stored; repeat it with --yes to store this");
    return ReadoutCommand.FAILED;
  }

  private int store(Workbench bench, Draft draft, Details details) {
    Adding adding =
        bench
            .desk()
            .intake()
            .add(scope.scope(), draft, details, SourceState.ACCEPTED, null, Workbench.ACTOR);
    return new Outcomes(terminal, scope).tell(adding, "is stored");
  }
}
