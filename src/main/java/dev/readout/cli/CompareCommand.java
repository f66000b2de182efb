package dev.readout.cli;

import dev.readout.answer.MeetingComparison;
import dev.readout.answer.ReferenceDesk;
import dev.readout.cli.render.ComparisonText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows both sides' accounts of a meeting beside each other. */
@Command(
    name = "compare",
    sortOptions = false,
    description = "Shows both sides' accounts of a meeting, topic by topic.")
final class CompareCommand implements Callable<Integer> {
  private static final String EXAMPLE = "2025-05-10-geneva-talks-meeting";

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "MEETING", description = "Its id, or a few words.")
  private List<String> words = List.of();

  @Mixin private final LanguageOption language = new LanguageOption();

  CompareCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Subject subject = Subject.of(words, EXAMPLE);
    ReferenceDesk desk = new ReferenceDesk(installation.generation());
    MeetingComparison comparison =
        subject.in(desk.compare(subject.text()), "meeting with accounts of either side", EXAMPLE);
    terminal.out().print(ComparisonText.of(comparison, language.of(subject), terminal.layout()));
    return ReadoutCommand.DONE;
  }
}
