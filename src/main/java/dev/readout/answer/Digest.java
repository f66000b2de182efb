package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.List;

/**
 * What a week has brought, by the days that the records have: meetings and accounts, and states of
 * measures that began, the newest first, and last days within {@link #DAYS_AHEAD} days. Immutable.
 */
public record Digest(
    LocalDate first,
    LocalDate last,
    List<CorpusRecord> accounts,
    List<Timeline.Event> standings,
    List<ComingDays.LastDay> ends) {

  /** How far ahead last days are told. */
  public static final int DAYS_AHEAD = 60;

  private static final int WEEK = 7;

  public Digest {
    accounts = List.copyOf(accounts);
    standings = List.copyOf(standings);
    ends = List.copyOf(ends);
  }

  /** That of the seven days that end today. */
  public static Digest of(Generation generation, LocalDate today) {
    LocalDate first = today.minusDays(WEEK - 1L);
    List<Timeline.Event> events = Timeline.between(generation, first, today).events().reversed();
    return new Digest(
        first,
        today,
        events.stream()
            .filter(event -> event.period() == null)
            .map(Timeline.Event::record)
            .toList(),
        events.stream().filter(event -> event.period() != null).toList(),
        new ComingDays(generation, today).ending(DAYS_AHEAD));
  }

  /** Whether nothing has happened and nothing ends within a week. */
  public boolean isEmpty() {
    return accounts.isEmpty()
        && standings.isEmpty()
        && ends.stream().allMatch(end -> end.day().isAfter(last.plusDays(WEEK)));
  }
}
