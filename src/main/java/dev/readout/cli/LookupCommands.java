package dev.readout.cli;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Drift;
import dev.readout.answer.Label;
import dev.readout.answer.Listings;
import dev.readout.answer.Lookups;
import dev.readout.answer.Lookups.Lookup;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.ProblemText;
import dev.readout.answer.QuestionReader;
import dev.readout.answer.SafeText;
import dev.readout.answer.SideText;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.cli.LookupText.ComparisonText;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that look up what is named, or quoted: a meeting, a measure, a term. */
record LookupCommands(Installation installation, Terminal terminal) {
  void addTo(CommandLine commands) {
    commands
        .addSubcommand(new Compare())
        .addSubcommand(new Status())
        .addSubcommand(new Explain())
        .addSubcommand(new Listed())
        .addSubcommand(new Drifted())
        .addSubcommand(new Quote());
  }

  @Command(
      name = "compare",
      description = "Shows both sides' accounts of a meeting, topic by topic.")
  private final class Compare extends Search {
    @Parameters(arity = "0..*", paramLabel = "MEETING", description = "Its id, or a few words.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
      Subject subject = new Subject(words, "2025-05-10-geneva-talks-meeting");
      MeetingComparison found =
          subject.in(lookups().compare(subject.text()), "meeting with accounts of either side");
      return print(ComparisonText.of(found, language(subject.text()), terminal.layout()));
    }
  }

  @Command(
      name = "status",
      description = "Tells whether a measure is in force on a day, and what proves it.")
  private final class Status extends Search {
    @Parameters(arity = "0..*", paramLabel = "MEASURE", description = "Its id, or a few words.")
    private List<String> words = List.of();

    @Option(
        names = "--as-of",
        paramLabel = "DAY",
        description = "The day asked for, such as 2025-10-01; today if not given.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
      Subject subject = new Subject(words, "2025-09-29-bis-affiliates-rule");
      LocalDate day = Objects.requireNonNullElse(asOf, installation.today());
      MeasureStatus found = subject.in(lookups().status(subject.text(), day), "measure");
      return print(
          StatusText.of(
              found, installation.generation()::find, language(subject.text()), terminal.layout()));
    }
  }

  @Command(
      name = "explain",
      description = "Explains a term: its names, what it is, and where it is named.")
  private final class Explain extends Search {
    @Parameters(
        arity = "0..*",
        paramLabel = "TERM",
        description = "Any of its names, in English or Chinese.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
      Subject subject = new Subject(words, "Entity List");
      Lookups.Explanation found = subject.in(lookups().explain(subject.text()), "term");
      return print(LookupText.of(found, language(subject.text()), terminal.layout()));
    }
  }

  @Command(
      name = "listed",
      description = "Tells on which lists the records name a company, since when and by what.")
  private final class Listed extends Search {
    @Parameters(
        arity = "0..*",
        paramLabel = "NAME",
        description = "Any of its names, in English or Chinese.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
      Subject subject = new Subject(words, "Inspur");
      LocalDate day = installation.today();
      Listings.Named named = new Listings(installation.generation()).find(subject.text(), day);
      return print(LookupText.of(named, day, language(subject.text()), terminal.layout()));
    }
  }

  @Command(
      name = "drift",
      description = "Lays two of a side's accounts on a topic beside each other: the last two.")
  private final class Drifted extends Search {
    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "Its id or its name.")
    private List<String> words = List.of();

    @Option(names = "--side", required = true, paramLabel = "us|prc", description = "Whose.")
    private Side side = Side.US;

    @Option(
        names = "--earlier",
        paramLabel = "ID|DAY",
        description = "An account, or the last one up to a day; the one before if not given.")
    private String earlier = "";

    @Option(
        names = "--later",
        paramLabel = "ID|DAY",
        description = "An account, or the last one up to a day; the newest if not given.")
    private String later = "";

    @Override
    public Integer call() {
      Subject subject = new Subject(words, "rare-earths");
      Generation generation = installation.generation();
      String topic = new Converters.TopicNames(generation.topics()).idOf(subject.text());
      Language language = language(subject.text());
      Drift drift =
          Drift.of(generation, topic, side, earlier, later)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Label.NO_DRIFT.in(language, SideText.name(side, language), topic)));
      return print(LookupText.of(drift, language, terminal.layout()));
    }
  }

  @Command(
      name = "quote",
      description = "Checks whether what a message quotes is in the sources, word for word.",
      footer = {
        "",
        "Checked is what stands between quotation marks or in block quotes; without any, the"
            + " whole:",
        "bin/readout quote 'He said \"we had to get the negativity out\" in London'"
      })
  private final class Quote extends Search {
    private static final int MAX_BYTES_A_CHAR = 4;

    @Parameters(
        arity = "0..*",
        paramLabel = "TEXT",
        description = "The message; - for standard input.")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
      String text = words.equals(List.of("-")) ? read() : String.join(" ", words);
      if (text.isBlank()) {
        throw new BadInputException("there is nothing to check; write the message or a quotation");
      }
      QuoteChecker.QuoteReport report = new QuoteChecker(installation.generation()).check(text);
      QuoteText renderer = new QuoteText(language(text), terminal.layout());
      return print(renderer.of(report, installation.generation().info()));
    }

    /** A little more than is checked, so that the report says when there was more. */
    private String read() throws IOException {
      int bytes = (QuoteChecker.MAX_TEXT_CHARS + 1) * MAX_BYTES_A_CHAR;
      return new String(terminal.in().readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  private abstract class Search implements Callable<Integer> {
    @Option(
        names = "--lang",
        paramLabel = "en|zh|zh-TW",
        description =
            "The reader's language; the text's own if not given: zh-TW for traditional characters.")
    private @Nullable Language language;

    Language language(String text) {
      return Objects.requireNonNullElseGet(language, () -> Language.ofLabelsFor(text));
    }

    Lookups lookups() {
      return new Lookups(installation.generation());
    }

    int print(String page) {
      terminal.out().print(page);
      return ReadoutCommand.DONE;
    }
  }

  /** What a meeting, a measure or a term is called by somebody: an id or a few words. */
  private static final class Subject {
    private static final int MAX_CHARS = 200;
    private static final int SHOWN_CHARS = 60;

    private final String text;
    private final String example;

    /** The words put together; bad input when they name nothing. */
    Subject(List<String> words, String example) {
      this.text = String.join(" ", words).strip();
      this.example = example;
      Language language = Language.ofLabelsFor(text);
      if (text.isEmpty()) {
        throw new BadInputException(
            "nothing is named; write an id or a few words, such as " + example);
      }
      if (text.length() > MAX_CHARS) {
        throw new BadInputException(
            "the name is longer than " + MAX_CHARS + " characters; write an id or a few words");
      }
      if (!SafeText.isSafe(text)) {
        throw new BadInputException(ProblemText.of(new Problem.UnsafeCharacters(), language));
      }
      String impossible = QuestionReader.impossibleDate(text);
      if (impossible != null) {
        throw new BadInputException(
            ProblemText.of(new Problem.ImpossibleDate(impossible), language));
      }
    }

    /** Without line ends. */
    String text() {
      return text;
    }

    /** What was found; bad input, naming the nearest, when nothing certain was. */
    <T> T in(Lookup<T> lookup, String kind) {
      return switch (lookup) {
        case Lookup.Found<T>(T value) -> value;
        case Lookup.NotFound<T>(List<CorpusRecord> several, boolean areMeant) when areMeant ->
            throw new BadInputException(
                "'%s' names more than one %s; write the id of one: %s"
                    .formatted(SafeText.of(text, SHOWN_CHARS), kind, ids(several)));
        case Lookup.NotFound<T>(List<CorpusRecord> nearest, boolean _) ->
            throw new BadInputException(
                "no %s is called '%s'; %s"
                    .formatted(
                        kind,
                        SafeText.of(text, SHOWN_CHARS),
                        nearest.isEmpty()
                            ? "write other words, for instance " + example
                            : "the nearest are " + ids(nearest)));
      };
    }

    private static String ids(List<CorpusRecord> records) {
      return records.stream().map(CorpusRecord::id).collect(Collectors.joining(", "));
    }
  }
}
