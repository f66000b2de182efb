package dev.readout.cli;

import dev.readout.answer.Answer;
import dev.readout.answer.Answerer;
import dev.readout.answer.Question;
import dev.readout.answer.wording.ProblemText;
import dev.readout.cli.render.AnswerJson;
import dev.readout.cli.render.AnswerText;
import dev.readout.corpus.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question, or a file of them. */
@Command(
    name = "ask",
    sortOptions = false,
    description = "Answers a question: what each side says, dated and with its source.",
    footer = {
      "",
      "Questions may be in English or Chinese: bin/readout ask \"is the Affiliates Rule in"
          + " force?\"",
      "docs/json.md describes what --json prints."
    })
final class AskCommand implements Callable<Integer> {
  /** A file with more lines is no list of questions. */
  private static final int MAX_LINES = 100_000;

  private static final String TOO_MANY_LINES =
      "readout: only the first 100,000 lines are answered; split the file";

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "In quotation marks.")
  private List<String> words = List.of();

  @Mixin private QuestionOptions options = new QuestionOptions();

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
    try (InputStream stream = Files.newInputStream(InputFile.named(file))) {
      return answerAll(stream);
    }
  }

  private int answerOne(String text) {
    List<Topic> topics = installation.generation().topics();
    Question question = options.question(text, topics);
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
    options.check(topics);
    Answerer answerer = installation.answerer();
    try (QuestionLines lines = new QuestionLines(stream)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.count() > MAX_LINES) {
          terminal.err().println(TOO_MANY_LINES);
          return ReadoutCommand.FAILED;
        }
        Timed timed = Timed.of(answerer, options.question(line, topics));
        terminal.out().print(AnswerJson.of(line, timed.answer(), timed.took()) + "\n");
        if (terminal.out().checkError()) {
          return ReadoutCommand.FAILED;
        }
      }
    }
    return ReadoutCommand.DONE;
  }

  /** An answer and how long it took to make. */
  private record Timed(Answer answer, Duration took) {
    static Timed of(Answerer answerer, Question question) {
      long start = System.nanoTime();
      Answer answer = answerer.answer(question);
      return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
