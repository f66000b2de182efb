package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recorded events in order of time: meetings, accounts, and days on which a measure's standing
 * changes. Immutable.
 */
public record Timeline(List<Event> events) {
  private static final Set<Kind> UNDATED = EnumSet.of(Kind.GLOSSARY, Kind.EXPLAINER);

  public Timeline {
    events = List.copyOf(events);
  }

  /** Something that happened on a day; the state that begins, null for a meeting or an account. */
  public record Event(LocalDate day, CorpusRecord record, @Nullable StandingPeriod period) {
    /** Accounts tell of what happened; meetings and measures are what happened. */
    public boolean isAccount() {
      return period == null && record.kind() != Kind.MEETING;
    }
  }

  /** Everything on a topic between two days, inclusive. */
  public static Timeline ofTopic(
      Generation generation, String topic, LocalDate since, LocalDate until) {
    return of(
        generation.records().filter(record -> record.topics().contains(topic)),
        between(since, until));
  }

  /** The meetings on a topic between two days, inclusive: a series of them. */
  public static Timeline ofMeetings(
      Generation generation, String topic, LocalDate since, LocalDate until) {
    return of(
        generation
            .records()
            .filter(record -> record.kind() == Kind.MEETING && record.topics().contains(topic)),
        between(since, until));
  }

  /** Everything between two days, inclusive. */
  public static Timeline between(Generation generation, LocalDate since, LocalDate until) {
    return of(generation.records(), between(since, until));
  }

  private static Predicate<Event> between(LocalDate since, LocalDate until) {
    return event -> !event.day().isBefore(since) && !event.day().isAfter(until);
  }

  /** What a measure's record tells, with the records that change it or that it is tied to. */
  public static Timeline ofMeasure(Generation generation, CorpusRecord measure) {
    Set<String> ids = new HashSet<>(measure.relates());
    measure.standing().periods().forEach(period -> ids.add(period.by()));
    ids.remove(measure.id());
    return of(
        Stream.concat(
            Stream.of(measure),
            ids.stream()
                .flatMap(id -> generation.find(id).stream())
                .filter(record -> !record.kind().isMeasure())),
        _ -> true);
  }

  private static Timeline of(Stream<CorpusRecord> records, Predicate<Event> wanted) {
    return new Timeline(
        records
            .filter(record -> !UNDATED.contains(record.kind()))
            .flatMap(Timeline::events)
            .filter(wanted)
            .sorted(Comparator.comparing(Event::day).thenComparing(event -> event.record().id()))
            .toList());
  }

  private static Stream<Event> events(CorpusRecord record) {
    return record.standing().periods().isEmpty()
        ? Stream.of(new Event(record.anchorDay(), record, null))
        : record.standing().periods().stream()
            .map(period -> new Event(period.from(), record, period));
  }

  /** At most so many: accounts go first, then the oldest. */
  public Timeline limitedTo(int most) {
    if (events.size() <= most) {
      return this;
    }
    List<Event> byWorth =
        Stream.of(false, true)
            .flatMap(
                isAccount -> events.reversed().stream().filter(e -> e.isAccount() == isAccount))
            .limit(most)
            .toList();
    return new Timeline(events.stream().filter(Set.copyOf(byWorth)::contains).toList());
  }
}
