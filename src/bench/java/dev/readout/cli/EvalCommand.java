package dev.readout.cli;

import dev.readout.answer.Question;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.cli.evaluation.Evaluation;
import dev.readout.cli.evaluation.EvaluationText;
import dev.readout.cli.evaluation.JudgedQuestion;
import dev.readout.cli.evaluation.JudgedQuestionFile;
import dev.readout.cli.evaluation.MalformedQuestionsException;
import dev.readout.cli.evaluation.collection.CollectionEvaluation;
import dev.readout.cli.evaluation.collection.MalformedCollectionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures answers against judged questions. Part of the build; it ships with nothing. */
@Command(
    name = "eval",
    sortOptions = false,
    description = "Asks judged questions and prints how many answers are right.")
public final class EvalCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "One JSON object a line; see docs/retrieval.md.")
  private List<String> files = List.of();

  @Option(names = "-v", description = "List every miss with its reason.")
  private boolean verbose;

  @Option(
      names = "--collection",
      paramLabel = "DIR",
      description =
          "Instead: measure the search on a public collection in BEIR's form (corpus.jsonl,"
              + " queries.jsonl, qrels.tsv).")
  private @Nullable String collection;

  public EvalCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty() == (collection == null)) {
      throw new BadInputException("name files of judged questions, or --collection and a folder");
    }
    if (collection != null) {
      return measure(collection);
    }
    List<JudgedQuestion> questions = new ArrayList<>();
    for (String file : files) {
      questions.addAll(read(file));
    }
    Evaluation evaluation =
        Evaluation.of(installation.answerer(), questions, Question.BUDGET_CHARS);
    if (verbose) {
      terminal.out().println(EvaluationText.misses(evaluation));
    }
    terminal.out().print(EvaluationText.table(evaluation));
    return ReadoutCommand.DONE;
  }

  private int measure(String folder) throws IOException {
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw new BadInputException("no such folder: " + folder + "; check its name");
    }
    try {
      terminal
          .out()
          .print(CollectionEvaluation.of(path, installation.readyEmbedder(), terminal::tell));
      return ReadoutCommand.DONE;
    } catch (MalformedCollectionException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static List<JudgedQuestion> read(String file) throws IOException {
    Path path = Converters.file(file);
    try {
      return JudgedQuestionFile.read(path);
    } catch (MalformedQuestionsException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + " is no UTF-8 text; name a file of JSON lines");
    }
  }
}
