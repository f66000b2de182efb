package dev.readout.cli;

import dev.readout.answer.Explanation;
import dev.readout.answer.ReferenceDesk;
import dev.readout.cli.render.ExplanationText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a term. */
@Command(
    name = "explain",
    sortOptions = false,
    description = "Explains a term: its names, what it is, and where it is named.")
final class ExplainCommand implements Callable<Integer> {
  private static final String EXAMPLE = "Entity List";

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TERM",
      description = "Any of its names, in English or Chinese.")
  private List<String> words = List.of();

  @Mixin private final LanguageOption language = new LanguageOption();

  ExplainCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Subject subject = Subject.of(words, EXAMPLE);
    ReferenceDesk desk = new ReferenceDesk(installation.generation());
    Explanation explanation = subject.in(desk.explain(subject.text()), "term", EXAMPLE);
    terminal.out().print(ExplanationText.of(explanation, language.of(subject), terminal.layout()));
    return ReadoutCommand.DONE;
  }
}
