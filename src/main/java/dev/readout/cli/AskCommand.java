package dev.readout.cli;

import dev.readout.answer.Answer;
import dev.readout.answer.Answerer;
import dev.readout.answer.ProblemText;
import dev.readout.answer.Question;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description = "Answers a question: what each side says, dated and with its source.",
    footer = {
      "",
      "Questions may be in English or Chinese: bin/readout ask \"is the Affiliates Rule in"
          + " force?\"",
      "docs/json.md describes what --json prints."
    })
final class AskCommand implements Callable<Integer> {
  /** The two governments' words. */
  static final ITypeConverter<Side> SIDES =
      Converters.words(
          "side",
          word -> Side.ofWireName(word).filter(side -> side == Side.US || side == Side.PRC),
          "us or prc");

  /** A file with more lines is no list of questions. */
  private static final int MAX_LINES = 100_000;

  private static final String TOO_MANY_LINES =
      "readout: only the first 100,000 lines are answered; split the file";

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "In quotation marks.")
  private List<String> words = List.of();

  @Option(names = "--side", paramLabel = "us|prc", description = "Only records of this side.")
  private @Nullable Side side;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only records under this topic of topics.yaml, such as rare-earths.")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description = "Only records of this day or later, such as 2024-10-08.")
  private @Nullable LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Only records of this day or earlier.")
  private @Nullable LocalDate until;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "The day for which a measure's standing is told; today if not given.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--lang",
      paramLabel = "en|zh|zh-TW",
      description =
          "Language of the labels; the question's own if not given: zh-TW for traditional"
              + " characters.")
  private @Nullable Language language;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(names = "--all", description = "Show all statements, not only the first.")
  private boolean all;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "With --json: answer every line of this file in its order; - for standard input.")
  private @Nullable String file;

  AskCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    installation.prepareToAnswer();
    if (file == null) {
      return answerOne(String.join(" ", words));
    }
    if (!json || !words.isEmpty()) {
      throw new BadInputException(
          "--file stands with --json and without a question; leave one out");
    }
    if (file.equals("-")) {
      return answerAll(terminal.in());
    }
    try (InputStream stream = Files.newInputStream(Converters.file(file))) {
      return answerAll(stream);
    }
  }

  private int answerOne(String text) {
    List<Topic> topics = installation.generation().topics();
    Question question = question(text, topics);
    Timed timed = Timed.of(installation.answerer(), question);
    if (timed.answer() instanceof Answer.Invalid invalid) {
      throw new BadInputException(ProblemText.of(invalid.problem(), invalid.language()));
    }
    if (json) {
      terminal.out().println(AnswerJson.of(text, timed.answer(), timed.took()));
    } else {
      AnswerText renderer = new AnswerText(installation.generation()::find, terminal.layout(), all);
      terminal.out().print(renderer.of(timed.answer()));
    }
    return ReadoutCommand.DONE;
  }

  /** One object a line, in order, whatever a line holds; ends early when nobody reads any more. */
  private int answerAll(InputStream stream) throws IOException {
    List<Topic> topics = installation.generation().topics();
    check(topics);
    Answerer answerer = installation.answerer();
    try (QuestionLines lines = new QuestionLines(stream)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.count() > MAX_LINES) {
          terminal.err().println(TOO_MANY_LINES);
          return ReadoutCommand.FAILED;
        }
        Timed timed = Timed.of(answerer, question(line, topics));
        terminal.out().print(AnswerJson.of(line, timed.answer(), timed.took()) + "\n");
        if (terminal.out().checkError()) {
          return ReadoutCommand.FAILED;
        }
      }
    }
    return ReadoutCommand.DONE;
  }

  /** Finds what is wrong with the options themselves, whatever is asked. */
  private void check(List<Topic> topics) {
    if (topic != null) {
      new Converters.TopicNames(topics).idOf(topic);
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw new BadInputException(ProblemText.of(new Answer.Problem.EmptySpan(), Language.EN));
    }
  }

  private Question question(String text, List<Topic> topics) {
    String topicId = topic == null ? null : new Converters.TopicNames(topics).idOf(topic);
    return new Question(text, language, side, topicId, since, until, asOf, Question.BUDGET_CHARS);
  }

  private record Timed(Answer answer, Duration took) {
    static Timed of(Answerer answerer, Question question) {
      long start = System.nanoTime();
      Answer answer = answerer.answer(question);
      return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Questions, one a line, in UTF-8; holds {@link #MAX_LINE_CHARS} of a line at most. */
  private static final class QuestionLines implements Closeable {
    /** Far more than a question may have: what is cut off here would be refused anyway. */
    static final int MAX_LINE_CHARS = 10_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final BufferedReader reader;
    private int count;

    QuestionLines(InputStream stream) {
      this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The next line without its end; null after the last. */
    @Nullable String next() throws IOException {
      int character = reader.read();
      if (count == 0 && character == BYTE_ORDER_MARK) {
        character = reader.read();
      }
      if (character < 0) {
        return null;
      }
      count++;
      StringBuilder line = new StringBuilder();
      while (character >= 0 && character != '\n') {
        if (line.length() < MAX_LINE_CHARS) {
          line.append((char) character);
        }
        character = reader.read();
      }
      int last = line.length() - 1;
      if (last >= 0 && line.charAt(last) == '\r') {
        line.setLength(last);
      }
      return line.toString();
    }

    int count() {
      return count;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
