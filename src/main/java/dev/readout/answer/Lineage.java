package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A measure and what its recorded standing and rates name: what it superseded, and what raised,
 * paused, extended or ended it. Immutable.
 *
 * @param records the measure, then the others
 */
record Lineage(List<CorpusRecord> records) {
  private static final int MAX_RECORDS = 12;

  Lineage {
    records = List.copyOf(records);
  }

  /**
   * That of a measure or agreement; of the measure alone, where its fields name nothing else.
   *
   * @param named the terms asked about: of several that it superseded, one of these comes before it
   */
  static Lineage of(CorpusRecord measure, Collection<String> named, Generation generation) {
    Set<CorpusRecord> line = new LinkedHashSet<>(List.of(measure));
    for (CorpusRecord first = measure; first != null; ) {
      first = before(first, named, generation).filter(line::add).orElse(null);
    }
    List<CorpusRecord> ahead = new ArrayList<>(line);
    for (int i = 0; i < ahead.size() && line.size() < MAX_RECORDS; i++) {
      Stream.concat(changes(ahead.get(i), generation), goingOn(ahead.get(i), generation))
          .filter(line::add)
          .forEach(ahead::add);
    }
    return new Lineage(line.stream().limit(MAX_RECORDS).toList());
  }

  /** What it superseded, whose rate it set anew, or the agreement that it goes on with. */
  private static Optional<CorpusRecord> before(
      CorpusRecord later, Collection<String> named, Generation generation) {
    return generation
        .records()
        .filter(
            record -> isSuperseded(record, later) || goesOn(record, later) || isSet(record, later))
        .min(
            Comparator.comparing(
                    (CorpusRecord one) -> !generation.termsIn(one.title()).containsAll(named))
                .thenComparing(CorpusRecord::anchorDay));
  }

  private static boolean isSuperseded(CorpusRecord record, CorpusRecord later) {
    return record.standing().periods().stream()
        .anyMatch(
            period -> period.state() == LegalState.SUPERSEDED && period.by().equals(later.id()));
  }

  private static boolean isSet(CorpusRecord record, CorpusRecord later) {
    return record.anchorDay().isBefore(later.anchorDay())
        && record.rates().stream().anyMatch(rate -> rate.by().equals(later.id()));
  }

  /** Whether the later is of both governments, as the record is, and the record names it. */
  private static boolean goesOn(CorpusRecord record, CorpusRecord later) {
    return isOfBoth(record)
        && isOfBoth(later)
        && record.relates().contains(later.id())
        && later.anchorDay().isAfter(record.anchorDay());
  }

  private static boolean isOfBoth(CorpusRecord record) {
    return record.kind() == Kind.AGREEMENT && record.side() == Side.JOINT;
  }

  private static Stream<CorpusRecord> changes(CorpusRecord record, Generation generation) {
    return Stream.concat(
            record.standing().periods().stream().map(StandingPeriod::by),
            record.rates().stream().map(RatePeriod::by))
        .flatMap(id -> generation.find(id).stream());
  }

  private static Stream<CorpusRecord> goingOn(CorpusRecord agreement, Generation generation) {
    return agreement.relates().stream()
        .flatMap(id -> generation.find(id).stream())
        .filter(later -> goesOn(agreement, later));
  }

  /**
   * Of each day on which a recorded change took effect, the oldest first: how the record of the
   * change opens, if it names the day or is of both sides, else the best statement that names it,
   * else how it opens.
   *
   * @param order the statements, the best first
   */
  List<Statements.Ranked> steps(List<Statements.Ranked> order, Reading reading) {
    Set<Statements.Ranked> steps = new LinkedHashSet<>();
    records.stream()
        .flatMap(Lineage::steps)
        .filter(step -> reading.spans(step.day()))
        .sorted(Comparator.comparing(Step::day))
        .distinct()
        .forEach(
            step ->
                opening(order, step.by())
                    .filter(one -> names(one, step.day()) || isOfBoth(one.record()))
                    .or(
                        () ->
                            order.stream()
                                .filter(one -> records.contains(one.record()))
                                .filter(one -> names(one, step.day()))
                                .findFirst())
                    .or(() -> opening(order, step.by()))
                    .ifPresent(steps::add));
    return List.copyOf(steps);
  }

  private static Optional<Statements.Ranked> opening(List<Statements.Ranked> order, String id) {
    Predicate<Statements.Ranked> isOpening = one -> one.ordinal() == 0;
    return order.stream().filter(isOpening.and(one -> one.record().id().equals(id))).findFirst();
  }

  /** Whether it tells what happened on the day, and not what would have. */
  private static boolean names(Statements.Ranked one, LocalDate day) {
    return !one.statement().text().contains("would have")
        && DateMention.in(StatementForm.withoutAttribution(one.statement().text())).stream()
            .anyMatch(
                date -> date.precision() == DateMention.Precision.DAY && day.equals(date.first()));
  }

  /** A day on which something changed, and the id of what changed it. */
  private record Step(LocalDate day, String by) {}

  private static Stream<Step> steps(CorpusRecord record) {
    return Stream.concat(
        record.standing().periods().stream().map(period -> new Step(period.from(), period.by())),
        record.rates().stream().map(rate -> new Step(rate.from(), rate.by())));
  }
}
