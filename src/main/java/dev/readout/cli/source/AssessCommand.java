package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.DayConverter;
import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.Workbench;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.StandingChange;
import dev.readout.corpus.StandingPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a source does to the standing of a measure that it names. */
@Command(
    name = "assess",
    sortOptions = false,
    description = "Says whether a source changes a measure's standing; the source is the proof.",
    footer = {"", "One of --unchanged, --extended-to, or --state with --from."})
final class AssessCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  @Option(
      names = "--measure",
      paramLabel = "ID",
      description = "The measure's record; not needed where the source names one.")
  private @Nullable String measure;

  @Option(names = "--unchanged", description = "It changes nothing.")
  private boolean unchanged;

  @Option(
      names = "--extended-to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The state recorded last goes on until this day.")
  private @Nullable LocalDate extendedTo;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "proposed, in-force, suspended, superseded, rescinded or expired.")
  private @Nullable String state;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The first day of that state.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Its last day, where the source names one.")
  private @Nullable LocalDate to;

  AssessCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      List<String> named = source.in(bench).record().relates();
      String id = measure != null ? measure : named.size() == 1 ? named.getFirst() : "";
      CorpusRecord record =
          bench
              .find(source.scope(), id)
              .filter(found -> found.kind().isMeasure())
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "name the measure with --measure ID"
                              + (named.isEmpty() ? "" : ": " + String.join(", ", named))));
      return new Outcomes(terminal, source.option())
          .tell(
              bench
                  .desk()
                  .intake()
                  .assess(source.scope(), source.number(), change(record), Workbench.ACTOR),
              "is assessed for " + id);
    }
  }

  private StandingChange change(CorpusRecord record) {
    int said = (unchanged ? 1 : 0) + (extendedTo != null ? 1 : 0) + (state != null ? 1 : 0);
    if (said != 1 || (state == null) != (from == null) || (to != null && state == null)) {
      throw new BadInputException(
          "write --unchanged, or --extended-to DAY, or --state STATE --from DAY [--to DAY]");
    }
    if (unchanged) {
      return new StandingChange(record.id(), null, null, null);
    }
    if (extendedTo != null) {
      return extended(record, extendedTo);
    }
    LegalState named =
        LegalState.ofWireName(String.valueOf(state))
            .orElseThrow(
                () ->
                    new BadInputException(
                        "--state: write one of "
                            + Arrays.stream(LegalState.values())
                                .map(LegalState::wireName)
                                .collect(Collectors.joining(", "))));
    return inOrder(record, named, from, to);
  }

  private static StandingChange extended(CorpusRecord record, LocalDate until) {
    List<StandingPeriod> periods = record.standing().periods();
    LocalDate last = periods.isEmpty() ? null : periods.getLast().to();
    if (last == null) {
      throw new BadInputException(
          record.id() + " has no last day to extend; write --state STATE --from DAY");
    }
    return inOrder(record, periods.getLast().state(), last.plusDays(1), until);
  }

  private static StandingChange inOrder(
      CorpusRecord record, LegalState state, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new BadInputException("the last day, %s, is before the first, %s".formatted(to, from));
    }
    return new StandingChange(record.id(), state, from, to);
  }
}
