package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measure's legal states, oldest first, as recorded and with what added documents changed laid
 * over, each with its proof; and later documents not assessed yet. Days that no period covers are
 * not stated: nothing is inferred. Immutable.
 */
public record Standing(
    List<StandingPeriod> periods,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StandingPeriod> recorded,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StandingPeriod> assessed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unassessed) {

  /** Of records that are not measures. */
  public static final Standing NONE = new Standing(List.of());

  /** As a record has it. */
  public Standing(List<StandingPeriod> periods) {
    this(periods, List.of(), List.of(), List.of());
  }

  public Standing {
    recorded = List.copyOf(recorded);
    assessed = List.copyOf(assessed);
    unassessed = List.copyOf(unassessed);
    periods = periods.stream().sorted(Comparator.comparing(StandingPeriod::from)).toList();
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).covers(periods.get(i).from())) {
        throw new IllegalArgumentException(
            "standing overlaps: the state before still holds on " + periods.get(i).from());
      }
    }
  }

  /** The same with more documents: what they change, and those that nobody has assessed. */
  public Standing with(List<StandingPeriod> changes, List<String> notAssessed) {
    return laid(
        Stream.concat(assessed.stream(), changes.stream()).toList(),
        Stream.concat(unassessed.stream(), notAssessed.stream()).toList());
  }

  /** The same without anything of these documents. */
  public Standing without(Set<String> ids) {
    return laid(
        assessed.stream().filter(change -> !ids.contains(change.by())).toList(),
        unassessed.stream().filter(id -> !ids.contains(id)).toList());
  }

  private Standing laid(List<StandingPeriod> changes, List<String> notAssessed) {
    List<StandingPeriod> own = recorded.isEmpty() ? periods : recorded;
    List<StandingPeriod> laid = own;
    for (StandingPeriod change : changes) {
      laid = Stream.concat(around(laid, change), Stream.of(change)).toList();
    }
    return new Standing(laid, changes.isEmpty() ? List.of() : own, changes, notAssessed);
  }

  /** What of the periods is before and behind the change. */
  private static Stream<StandingPeriod> around(
      List<StandingPeriod> periods, StandingPeriod change) {
    LocalDate before = change.from().minusDays(1);
    LocalDate last = change.to();
    LocalDate behind = last == null ? LocalDate.MAX : last.plusDays(1);
    return periods.stream()
        .flatMap(
            period -> {
              LocalDate to = period.to();
              boolean begins = period.from().isBefore(change.from());
              boolean goesOn = last != null && (to == null || !to.isBefore(behind));
              if (begins && to != null && to.isBefore(change.from())) {
                return Stream.of(period);
              }
              if (goesOn && !period.from().isBefore(behind)) {
                return Stream.of(period);
              }
              Stream<StandingPeriod> head =
                  begins ? Stream.of(period.within(period.from(), before)) : Stream.of();
              Stream<StandingPeriod> tail =
                  goesOn ? Stream.of(period.within(behind, to)) : Stream.of();
              return Stream.concat(head, tail);
            });
  }

  /** Whether the record says it all: nothing that somebody has assessed was laid over it. */
  public boolean holdsAsRecorded() {
    return assessed.isEmpty();
  }

  /** The period that covers the day; empty when the record does not state it. */
  public Optional<StandingPeriod> on(LocalDate day) {
    return periods.stream().filter(period -> period.covers(day)).findFirst();
  }

  /** The latest period that ended before the day. */
  public Optional<StandingPeriod> lastBefore(LocalDate day) {
    return periods.stream()
        .filter(period -> period.to() != null && period.to().isBefore(day))
        .reduce((earlier, later) -> later);
  }

  /** The first period that begins after the day. */
  public Optional<StandingPeriod> nextAfter(LocalDate day) {
    return periods.stream().filter(period -> period.from().isAfter(day)).findFirst();
  }

  /**
   * One state of a measure from a day to another, inclusive, null for none, proven by a record.
   * Immutable.
   */
  public record StandingPeriod(
      LocalDate from, @Nullable LocalDate to, LegalState state, String by) {

    public StandingPeriod {
      if (to != null && to.isBefore(from)) {
        throw new IllegalArgumentException(
            "standing ends on " + to + " before it begins on " + from);
      }
    }

    StandingPeriod within(LocalDate first, @Nullable LocalDate last) {
      return new StandingPeriod(first, last, state, by);
    }

    /** Whether the other is the same state from the day after its last one. */
    public boolean goesOnIn(StandingPeriod next) {
      return to != null && next.state == state && next.from.equals(to.plusDays(1));
    }

    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** The legal state of a measure on a day. */
  public enum LegalState implements WireNamed {
    /** A proposal, an announcement without a legal text, or an open investigation. */
    PROPOSED,
    IN_FORCE,
    SUSPENDED,
    SUPERSEDED,
    RESCINDED,
    EXPIRED;

    public static Optional<LegalState> ofWireName(String name) {
      return WireNamed.of(values(), name);
    }
  }

  /**
   * What a document was found to do to a measure: a state from a day, perhaps to one, both null
   * when it changes nothing. Immutable.
   */
  public record StandingChange(
      String measure,
      @Nullable LegalState state,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    public StandingChange {
      if ((state == null) != (from == null)
          || (to != null && (from == null || to.isBefore(from)))) {
        throw new IllegalArgumentException(
            "a state needs days in their order: " + from + ", " + to);
      }
    }

    public static StandingChange none(String measure) {
      return new StandingChange(measure, null, null, null);
    }

    /**
     * That a measure's last state goes on until a later day, by this document, whatever it was
     * found to say before; empty where it has no last day.
     */
    public static Optional<StandingChange> extending(
        CorpusRecord measure, String document, LocalDate until) {
      List<StandingPeriod> periods = measure.standing().without(Set.of(document)).periods();
      LocalDate last = periods.isEmpty() ? null : periods.getLast().to();
      return last == null || !until.isAfter(last)
          ? Optional.empty()
          : Optional.of(
              new StandingChange(measure.id(), periods.getLast().state(), last.plusDays(1), until));
    }
  }
}
