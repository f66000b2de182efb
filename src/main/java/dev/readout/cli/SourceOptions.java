package dev.readout.cli;

import dev.readout.cli.Terminal.BadInputException;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingChange;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import dev.readout.intake.Inbox;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is typed for commands about sources. Filled in by picocli. */
final class SourceOptions {
  private SourceOptions() {}

  /** What somebody decides about a source, in place of what is proposed. */
  static final class Described {
    /** In place of an id: no meeting, no topics. */
    private static final String NONE = "none";

    @Option(
        names = "--side",
        paramLabel = "us|prc|joint|other",
        description = "Whose words they are.")
    private @Nullable Side side;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "readout, restriction, countermeasure, agreement or explainer.")
    private @Nullable Kind kind;

    @Option(names = "--title", paramLabel = "TITLE", description = "What it is called in answers.")
    private @Nullable String title;

    @Option(
        names = "--published",
        paramLabel = "DAY",
        description = "The day it was published, such as 2026-05-12.")
    private @Nullable LocalDate published;

    @Option(
        names = "--meeting",
        paramLabel = "ID",
        description = "The meeting that a read-out belongs to; none for no meeting.")
    private @Nullable String meeting;

    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "A topic of topics.yaml; once for each topic, or none for no topic.")
    private List<String> topics = List.of();

    boolean isEmpty() {
      return topics.isEmpty()
          && Stream.of(side, kind, title, published, meeting).allMatch(Objects::isNull);
    }

    /** The details with what is decided in its place; bad input when no topic is called so. */
    Details over(Details proposed, List<Topic> known) {
      return new Details(
          Objects.requireNonNullElse(side, proposed.side()),
          Objects.requireNonNullElse(kind, proposed.kind()),
          Objects.requireNonNullElse(title, proposed.title()),
          published == null ? proposed.published() : published,
          meeting == null ? proposed.meeting() : meeting.equals(NONE) ? null : meeting.strip(),
          topics.isEmpty() ? proposed.topics() : ids(new Converters.TopicNames(known)));
    }

    private List<String> ids(Converters.TopicNames names) {
      return topics.equals(List.of(NONE))
          ? List.of()
          : topics.stream().map(names::idOf).distinct().toList();
    }
  }

  /** A source, or a feed, that is named by its number. */
  static final class Numbered {
    @Parameters(paramLabel = "N", description = "Its number, as the list shows it.")
    private long number;

    @Mixin private ScopeOption option = new ScopeOption();

    long number() {
      return number;
    }

    Scope scope() {
      return option.scope();
    }

    ScopeOption option() {
      return option;
    }

    /** The source; bad input when the scope has none of this number. */
    SourceEntry source(CatalogueSession session) {
      SourceTable sources = session.catalogue().sources();
      return sources.find(scope(), number).orElseThrow(SourceChanges::noSuchSource);
    }
  }

  /** One source, or those of several that wait. */
  static final class Waiting {
    @Parameters(
        paramLabel = "N",
        arity = "0..*",
        description = "Numbers, as the list shows them, such as 1 4-9; or all that wait.")
    private List<String> numbers = List.of();

    @Option(names = "--feed", paramLabel = "N", description = "All of this feed that wait.")
    private @Nullable Long feed;

    @Mixin private ScopeOption option = new ScopeOption();

    ScopeOption option() {
      return option;
    }

    /** The one that is named, waiting or not; empty for several. */
    OptionalLong single() {
      return feed == null && numbers.size() == 1 && numbers.getFirst().matches("[1-9][0-9]{0,8}")
          ? OptionalLong.of(Long.parseLong(numbers.getFirst()))
          : OptionalLong.empty();
    }

    /** Which of those that wait are meant; bad input when nothing says it. */
    Predicate<SourceEntry> meant() {
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

  /** What a source does to a measure's standing: one of these. */
  static final class Effect {
    @Option(names = "--unchanged", description = "It changes nothing.")
    private boolean unchanged;

    @Option(
        names = "--extended-to",
        paramLabel = "DAY",
        description = "The state recorded last goes on until this day.")
    private @Nullable LocalDate extendedTo;

    @ArgGroup(exclusive = false)
    private @Nullable OtherState other;

    static final class OtherState {
      @Option(
          names = "--state",
          required = true,
          paramLabel = "STATE",
          description = "proposed, in-force, suspended, superseded, rescinded or expired.")
      private LegalState state = LegalState.IN_FORCE;

      @Option(
          names = "--from",
          required = true,
          paramLabel = "DAY",
          description = "The first day of that state.")
      private LocalDate from = LocalDate.EPOCH;

      @Option(
          names = "--to",
          paramLabel = "DAY",
          description = "Its last day, where the source names one.")
      private @Nullable LocalDate to;
    }

    /** The change of a measure that a document proves; bad input when the days cannot be. */
    StandingChange of(CorpusRecord measure, String document) {
      if (extendedTo != null) {
        return StandingChange.extending(measure, document, extendedTo)
            .orElseThrow(
                () ->
                    new BadInputException(
                        measure.id()
                            + " has no last day before that one; write --state STATE --from DAY"));
      }
      if (unchanged || other == null) {
        return StandingChange.none(measure.id());
      }
      if (other.to != null && other.to.isBefore(other.from)) {
        throw new BadInputException(
            "the last day, %s, is before the first, %s".formatted(other.to, other.from));
      }
      return new StandingChange(measure.id(), other.state, other.from, other.to);
    }
  }

  /** Whose sources and index a command works on. Filled in by picocli. */
  static final class ScopeOption {
    @Option(
        names = "--scope",
        paramLabel = "SERVER",
        description = "The id of a Discord server with sources of its own; global if not given.")
    private Scope scope = Scope.GLOBAL;

    Scope scope() {
      return scope;
    }

    /** What to type to have the scope's index built. */
    String indexCommand() {
      return "'bin/readout index" + argument() + "'";
    }

    /** The option as it was typed, with a space before it; empty for the global scope. */
    String argument() {
      return scope.server().isPresent()
          ? " --scope " + Long.toUnsignedString(scope.server().getAsLong())
          : "";
    }
  }
}
