package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.DayConverter;
import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import dev.readout.cli.WordConverter;
import dev.readout.cli.Workbench;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.StandingChange;
import dev.readout.store.SourceEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a source does to the standing of a measure that it names. */
@Command(
    name = "assess",
    sortOptions = false,
    description = "Says whether a source changes a measure's standing; the source is the proof.")
final class AssessCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private NumberedSource source = new NumberedSource();

  @Option(
      names = "--measure",
      paramLabel = "ID",
      description = "The measure's record; not needed where the source names one.")
  private @Nullable String measure;

  @ArgGroup(multiplicity = "1")
  private Effect effect = new Effect();

  /** One of these. Filled in by picocli. */
  static final class Effect {
    @Option(names = "--unchanged", description = "It changes nothing.")
    private boolean unchanged;

    @Option(
        names = "--extended-to",
        paramLabel = "DAY",
        converter = DayConverter.class,
        description = "The state recorded last goes on until this day.")
    private @Nullable LocalDate extendedTo;

    @ArgGroup(exclusive = false)
    private @Nullable OtherState other;
  }

  /** A state of its own days. Filled in by picocli. */
  static final class OtherState {
    @Option(
        names = "--state",
        required = true,
        paramLabel = "STATE",
        converter = StateConverter.class,
        description = "proposed, in-force, suspended, superseded, rescinded or expired.")
    private LegalState state = LegalState.IN_FORCE;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DAY",
        converter = DayConverter.class,
        description = "The first day of that state.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
        names = "--to",
        paramLabel = "DAY",
        converter = DayConverter.class,
        description = "Its last day, where the source names one.")
    private @Nullable LocalDate to;
  }

  AssessCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Workbench bench = installation.workbench()) {
      SourceEntry entry = source.in(bench);
      List<String> named = entry.record().relates();
      String id = measure != null ? measure : named.size() == 1 ? named.getFirst() : "";
      CorpusRecord record =
          bench
              .desk()
              .intake()
              .measure(source.scope(), id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "name the measure with --measure ID"
                              + (named.isEmpty() ? "" : ": " + String.join(", ", named))));
      StandingChange change = change(record, entry.record().id());
      return new Outcomes(terminal, source.option())
          .tell(
              bench
                  .desk()
                  .intake()
                  .assess(source.scope(), source.number(), change, Workbench.ACTOR),
              "is assessed for " + id);
    }
  }

  private StandingChange change(CorpusRecord record, String document) {
    OtherState other = effect.other;
    if (effect.extendedTo != null) {
      return StandingChange.extending(record, document, effect.extendedTo)
          .orElseThrow(
              () ->
                  new BadInputException(
                      record.id()
                          + " has no last day before that one; write --state STATE --from DAY"));
    }
    if (effect.unchanged || other == null) {
      return StandingChange.none(record.id());
    }
    if (other.to != null && other.to.isBefore(other.from)) {
      throw new BadInputException(
          "the last day, %s, is before the first, %s".formatted(other.to, other.from));
    }
    return new StandingChange(record.id(), other.state, other.from, other.to);
  }

  /** Reads the words of front matter. */
  static final class StateConverter extends WordConverter<LegalState> {
    StateConverter() {
      super(
          "state",
          LegalState::ofWireName,
          "proposed, in-force, suspended, superseded, rescinded or expired");
    }
  }
}
