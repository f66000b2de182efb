package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.intake.Inbox;
import dev.readout.store.SourceEntry;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One source, or those of several that wait. Filled in by picocli. */
final class WaitingSources {
  @Parameters(
      paramLabel = "N",
      arity = "0..*",
      description = "Numbers, as the list shows them, such as 1 4-9; or all that wait.")
  private List<String> numbers = List.of();

  @Option(names = "--feed", paramLabel = "N", description = "All of this feed that wait.")
  private @Nullable Long feed;

  @Mixin private ScopeOption scope = new ScopeOption();

  ScopeOption scope() {
    return scope;
  }

  /** The one that is named, waiting or not; empty for several. */
  OptionalLong single() {
    return feed == null && numbers.size() == 1 && numbers.getFirst().matches("[1-9][0-9]{0,8}")
        ? OptionalLong.of(Long.parseLong(numbers.getFirst()))
        : OptionalLong.empty();
  }

  /** Decides about several, tells it, and gives the exit code. */
  int decide(Workbench bench, Terminal terminal, boolean accepts) {
    Inbox.Decided decided =
        bench.desk().inbox().decide(scope.scope(), meant(), accepts, Workbench.ACTOR);
    Outcomes outcomes = new Outcomes(terminal, scope);
    terminal
        .out()
        .println(
            "%d %s%s."
                .formatted(
                    decided.done().size(),
                    accepts ? "accepted" : "refused",
                    accepts && !decided.done().isEmpty()
                        ? "; run %s to have them in answers".formatted(scope.indexCommand())
                        : ""));
    decided.done().stream().filter(_ -> accepts).forEach(outcomes::ask);
    decided
        .incomplete()
        .forEach(
            one ->
                terminal.tell(
                    "source %d waits on: %s"
                        .formatted(one.entry().number(), Reasons.of(one.problem()))));
    if (decided.full()) {
      terminal.tell("there is no room for more; remove what is not needed");
    }
    return decided.incomplete().isEmpty() && !decided.full()
        ? ReadoutCommand.DONE
        : ReadoutCommand.FAILED;
  }

  private Predicate<SourceEntry> meant() {
    Long all = feed;
    if (all != null && numbers.isEmpty()) {
      return entry -> all.equals(entry.feed());
    }
    if (all != null || numbers.isEmpty()) {
      throw new BadInputException("write numbers such as 1 4-9, or all, or --feed N");
    }
    return Inbox.chosen(String.join(" ", numbers))
        .orElseThrow(() -> new BadInputException("write numbers such as 1 4-9, or all"));
  }
}
