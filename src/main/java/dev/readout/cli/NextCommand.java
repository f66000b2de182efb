package dev.readout.cli;

import dev.readout.answer.ComingDays;
import dev.readout.answer.ComingText;
import dev.readout.answer.DateText;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that tell what is coming: meetings announced, and what ends. */
record NextCommand(Installation installation, Terminal terminal) {
  void addTo(CommandLine commands) {
    commands.addSubcommand(new Next()).addSubcommand(new Expiring());
  }

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

  private ComingPage page(Options options) {
    Generation generation = installation.generation();
    LocalDate today = installation.today();
    return new ComingPage(
        new ComingDays(generation, today),
        today,
        generation.info(),
        options.language,
        new Page(terminal.layout(), options.language));
  }

  @Command(name = "next", description = "Tells the next announced meetings, with the days left.")
  private final class Next implements Callable<Integer> {
    @Mixin private final Options options = new Options();

    @Override
    public Integer call() throws IOException {
      ComingPage page = page(options);
      List<ComingDays.Announced> meetings = page.days().meetings();
      options.write(ComingText.meetingsFile(meetings, page.index().built(), options.language));
      terminal.out().print(page.meetings(meetings));
      return ReadoutCommand.DONE;
    }
  }

  @Command(name = "expiring", description = "Tells what ends when, and what happens then.")
  private final class Expiring implements Callable<Integer> {
    @Parameters(
        arity = "0..1",
        paramLabel = "DAYS",
        defaultValue = "60",
        description = "How many days ahead, 1 to 730; 60 if not given.")
    private int within;

    @Mixin private final Options options = new Options();

    @Override
    public Integer call() throws IOException {
      if (within < 1 || within > ComingDays.MAX_DAYS) {
        throw new Terminal.BadInputException(
            "DAYS is 1 to " + ComingDays.MAX_DAYS + ", not " + within + "; write 'expiring 60'");
      }
      ComingPage page = page(options);
      List<ComingDays.LastDay> ends = page.days().ending(within);
      options.write(ComingText.endsFile(ends, page.index().built(), options.language));
      terminal.out().print(page.ends(ends, page.today().plusDays(within)));
      return ReadoutCommand.DONE;
    }
  }

  /** Meetings announced and last days coming up, as text. Confined to one thread. */
  record ComingPage(
      ComingDays days, LocalDate today, GenerationInfo index, Language language, Page page) {

    /** The next meetings, the soonest first. */
    String meetings(List<ComingDays.Announced> meetings) {
      page.line(
          Ink.BOLD,
          meetings.isEmpty()
              ? Label.NO_MEETING_AHEAD.in(language, DateText.of(today, language))
              : Label.MEETINGS_AHEAD.in(language));
      for (ComingDays.Announced meeting : meetings) {
        page.gap();
        page.line(Ink.BOLD, dayLine(ComingText.day(meeting, language), meeting.last()));
        page.line(
            Ink.PLAIN, Page.INDENT, SnippetText.words(meeting.snippet().statement(), language));
        page.source(Page.INDENT, meeting.snippet());
      }
      return reached();
    }

    /** What ends, and what has ended since the sources end. */
    String ends(List<ComingDays.LastDay> ending, LocalDate last) {
      page.line(
          Ink.BOLD,
          (ending.isEmpty() ? Label.NO_END_AHEAD : Label.ENDS_AHEAD)
              .in(language, DateText.of(today, language), DateText.of(last, language)));
      write(ending);
      List<ComingDays.LastDay> passed = days.passed();
      if (!passed.isEmpty()) {
        page.gap();
        page.line(Ink.YELLOW, Label.ENDS_PASSED.in(language));
        write(passed.reversed());
      }
      return reached();
    }

    private void write(List<ComingDays.LastDay> ends) {
      LocalDate day = null;
      for (ComingDays.LastDay end : ends) {
        if (!end.day().equals(day)) {
          day = end.day();
          page.gap();
          page.line(Ink.BOLD, dayLine(DateText.of(day, language), day));
        }
        page.line(Ink.PLAIN, Page.BULLET, SourceText.title(end.measure(), language));
        page.line(Ink.PLAIN, Page.INDENT, ComingText.end(end, language));
        page.line(Ink.FAINT, Page.INDENT, SourceText.origin(end.measure(), language));
      }
    }

    private String dayLine(String written, LocalDate day) {
      return written + " · " + ComingText.daysLeft(day, today, language);
    }

    private String reached() {
      page.gap();
      page.line(Ink.FAINT, IndexText.reaches(index, language));
      return page.toString();
    }
  }
}
