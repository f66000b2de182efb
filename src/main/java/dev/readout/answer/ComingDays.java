package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the records say of days to come: meetings that are announced, and last days of standings and
 * rates. Recorded days only. Thread-safe; of use while its generation is open.
 */
public final class ComingDays {
  /** The farthest that last days are looked for. */
  public static final int MAX_DAYS = 730;

  /** An older announcement is no news of what comes next. */
  private static final int ANNOUNCED_WITHIN_DAYS = 366;

  private static final Set<Kind> ANNOUNCING =
      EnumSet.of(Kind.READOUT, Kind.MEETING, Kind.AGREEMENT);

  private static final QuickPattern MEETING =
      QuickPattern.of(
          "\\b(?:meet|meets|meeting|talks|round|summit|visit|dialogue|exchange|call|session"
              + "|consultations?)\\b");

  private static final QuickPattern TO_COME =
      QuickPattern.of(
          "\\b(?:next|expected|planned|will|due|scheduled|invit\\w+|to be held|looks? forward)\\b");

  /** Before the day on which a thing ends rather than a meeting begins. */
  private static final QuickPattern AN_END =
      QuickPattern.exactly("\\b(?:extend\\w*|until|through|ends?|expir\\w+)\\b[^.;,]{0,20}$");

  private final Generation generation;
  private final LocalDate today;

  public ComingDays(Generation generation, LocalDate today) {
    this.generation = generation;
    this.today = today;
  }

  /** A meeting to come, as a record says it, on a day or on one of several, as of a month. */
  public record Announced(Snippet snippet, LocalDate first, LocalDate last) {
    /** The same in every generation that has the statement. */
    public String id() {
      return snippet.record().id() + "-" + snippet.statement().start();
    }
  }

  /**
   * A last day by a measure's own record: since when, whatever extended it, and what is charged
   * until then, nothing where the standing itself ends.
   */
  public record LastDay(
      CorpusRecord measure, LocalDate first, LocalDate day, List<RatePeriod> rates) {
    public LastDay {
      rates = List.copyOf(rates);
    }

    /** The same when the day is moved, and another for other goods. */
    public String id() {
      return rates.isEmpty()
          ? measure.id() + "-standing-" + first
          : measure.id()
              + "-rate-"
              + first
              + "-"
              + Integer.toHexString(rates.getFirst().of().hashCode());
    }
  }

  /** Meetings that are announced from today on, the soonest first; of each day one by each side. */
  public List<Announced> meetings() {
    Set<List<Object>> told = new HashSet<>();
    return generation
        .records()
        .filter(record -> ANNOUNCING.contains(record.kind()))
        .filter(record -> !record.anchorDay().isBefore(today.minusDays(ANNOUNCED_WITHIN_DAYS)))
        .flatMap(this::announcedBy)
        .sorted(
            Comparator.comparing(Announced::last)
                .thenComparing(one -> one.snippet().record().anchorDay(), Comparator.reverseOrder())
                .thenComparing(Announced::id))
        .filter(one -> told.add(List.of(one.last(), (Object) one.snippet().record().side())))
        .toList();
  }

  private Stream<Announced> announcedBy(CorpusRecord record) {
    if (record.kind() == Kind.MEETING && !record.anchorDay().isBefore(today)) {
      return record.statements().stream()
          .limit(1)
          .map(
              statement ->
                  new Announced(
                      new Snippet(record, statement), record.anchorDay(), record.anchorDay()));
    }
    return record.statements().stream()
        .filter(statement -> MEETING.isIn(statement.text()))
        .filter(statement -> TO_COME.isIn(statement.text()))
        .flatMap(
            statement ->
                DateMention.in(statement.text()).stream()
                    .filter(day -> day.precision() != DateMention.Precision.YEAR && day.exists())
                    .filter(day -> !Objects.requireNonNull(day.last()).isBefore(today))
                    .filter(day -> !endsThen(statement.text(), day))
                    .limit(1)
                    .map(
                        day ->
                            new Announced(
                                new Snippet(record, statement),
                                Objects.requireNonNull(day.first()),
                                Objects.requireNonNull(day.last()))));
  }

  private static boolean endsThen(String text, DateMention day) {
    return AN_END.isIn(text.substring(0, day.start()));
  }

  /** What ends today or on one of the days after it, the soonest first. */
  public List<LastDay> ending(int days) {
    return lastDays(today, today.plusDays(days));
  }

  /** What has ended since the sources of its side end, where they state nothing for today. */
  public List<LastDay> passed() {
    return lastDays(LocalDate.MIN, today.minusDays(1)).stream()
        .filter(
            end ->
                generation
                    .info()
                    .reachesTo(end.measure().side())
                    .filter(end.day()::isAfter)
                    .isPresent())
        .filter(end -> !end.rates().isEmpty() || end.measure().standing().on(today).isEmpty())
        .toList();
  }

  private List<LastDay> lastDays(LocalDate first, LocalDate last) {
    return generation
        .records()
        .flatMap(measure -> Stream.concat(standings(measure.standing(), measure), rates(measure)))
        .filter(end -> !end.day().isBefore(first) && !end.day().isAfter(last))
        .sorted(Comparator.comparing(LastDay::day).thenComparing(LastDay::id))
        .toList();
  }

  /** States with a last day; periods of one state that follow each other are one. */
  private static Stream<LastDay> standings(Standing standing, CorpusRecord measure) {
    List<LastDay> ends = new ArrayList<>();
    LocalDate began = null;
    List<StandingPeriod> periods = standing.periods();
    for (int i = 0; i < periods.size(); i++) {
      StandingPeriod period = periods.get(i);
      began = began == null ? period.from() : began;
      StandingPeriod next = i + 1 < periods.size() ? periods.get(i + 1) : null;
      LocalDate to = period.to();
      if (next == null || !period.goesOnIn(next)) {
        if (to != null) {
          ends.add(new LastDay(measure, began, to, List.of()));
        }
        began = null;
      }
    }
    return ends.stream();
  }

  /** Rates with a last day on which the standing does not end; those of one day together. */
  private static Stream<LastDay> rates(CorpusRecord measure) {
    Map<LocalDate, List<RatePeriod>> byDay = new LinkedHashMap<>();
    for (RatePeriod rate : measure.rates()) {
      LocalDate to = rate.to();
      boolean goesOn =
          to == null
              || measure.rates().stream()
                  .anyMatch(
                      next ->
                          next.of().equals(rate.of())
                              && next.rate().equals(rate.rate())
                              && next.from().equals(to.plusDays(1)))
              || measure.standing().periods().stream().anyMatch(period -> to.equals(period.to()));
      if (to != null && !goesOn) {
        byDay.computeIfAbsent(to, _ -> new ArrayList<>()).add(rate);
      }
    }
    return byDay.entrySet().stream()
        .map(
            one ->
                new LastDay(
                    measure, one.getValue().getFirst().from(), one.getKey(), one.getValue()));
  }

  /** How the measure stands on its last day, or today where that has passed. */
  public MeasureStatus status(LastDay end) {
    LocalDate day = end.day().isBefore(today) ? today : end.day();
    return MeasureStatus.of(end.measure(), day).orElseThrow();
  }
}
