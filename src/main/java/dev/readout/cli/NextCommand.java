package dev.readout.cli;

import dev.readout.answer.ComingDays;
import dev.readout.answer.ComingText;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which meetings are announced. */
@Command(
    name = "next",
    sortOptions = false,
    description = "Tells the next announced meetings, with the days left.")
final class NextCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private final Options options = new Options();

  NextCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /** What both commands take. */
  static final class Options {
    @Option(
        names = "--lang",
        paramLabel = "en|zh|zh-TW",
        description = "The reader's language; English if not given.")
    private Language language = Language.EN;

    @Option(
        names = "--ics",
        paramLabel = "FILE",
        description = "Also writes a calendar's file; one written later brings it up to date.")
    private @Nullable Path file;

    private void write(byte[] calendar) throws IOException {
      if (file != null) {
        Files.write(file, calendar);
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    Generation generation = installation.generation();
    LocalDate today = installation.today();
    ComingDays days = new ComingDays(generation, today);
    List<ComingDays.Announced> meetings = days.meetings();
    options.write(ComingText.meetingsFile(meetings, generation.info().built(), options.language));
    ComingPage page =
        new ComingPage(days, today, generation.info(), options.language, terminal.layout());
    terminal.out().print(page.meetings(meetings));
    return ReadoutCommand.DONE;
  }

  /** Tells what ends within so many days. */
  @Command(
      name = "expiring",
      sortOptions = false,
      description = "Tells what ends when, and what happens then.")
  static final class Expiring implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(
        arity = "0..1",
        paramLabel = "DAYS",
        defaultValue = "60",
        description = "How many days ahead, 1 to 730; 60 if not given.")
    private int within;

    @Mixin private final Options options = new Options();

    Expiring(Installation installation, Terminal terminal) {
      this.installation = installation;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      if (within < 1 || within > ComingDays.MAX_DAYS) {
        throw new BadInputException(
            "DAYS is 1 to " + ComingDays.MAX_DAYS + ", not " + within + "; write 'expiring 60'");
      }
      Generation generation = installation.generation();
      LocalDate today = installation.today();
      ComingDays days = new ComingDays(generation, today);
      List<ComingDays.LastDay> ends = days.ending(within);
      options.write(ComingText.endsFile(ends, generation.info().built(), options.language));
      ComingPage page =
          new ComingPage(days, today, generation.info(), options.language, terminal.layout());
      terminal.out().print(page.ends(ends, today.plusDays(within)));
      return ReadoutCommand.DONE;
    }
  }
}
