package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody may want to be told of once, by an id that is the same in every
 * generation: a measure's state and what held before, a new account or a later source; the source
 * is null where the record says so itself. Immutable.
 */
public record Change(
    String id,
    Type type,
    CorpusRecord record,
    @Nullable StandingPeriod period,
    @Nullable StandingPeriod before,
    @Nullable String source) {

  /** What is older is no news when it is added. */
  private static final int NEWS_DAYS = 90;

  private static final int NEAR_DAYS = 7;

  private static final Set<Kind> ACCOUNTS =
      EnumSet.complementOf(EnumSet.of(Kind.GLOSSARY, Kind.EXPLAINER));

  /** What has happened. */
  public enum Type {
    /** An account is new. */
    ACCOUNT,
    /** A state of a measure is newly recorded. */
    STANDING,
    /** The last day of a measure's last state is another. */
    LAST_DAY,
    /** A recorded state begins these days. */
    BEGINS,
    /** A state ends within a week. */
    ENDS_SOON,
    /** A last day has passed, and nothing later is recorded. */
    PASSED,
    /** A later source names the measure, and nobody has assessed it. */
    LATER_SOURCE
  }

  /**
   * The ids of all that there is, to be remembered as seen, and what of it is news and does not go
   * without saying.
   */
  public record News(Set<String> ids, List<Change> news) {
    public News {
      ids = Set.copyOf(ids);
      news = List.copyOf(news);
    }
  }

  /** What a generation shows on a day that was not seen before. */
  public static News in(Generation generation, LocalDate today, Predicate<String> seen) {
    List<Change> all =
        generation.records().flatMap(record -> Change.of(record, today).stream()).toList();
    Set<String> ids = new HashSet<>();
    List<Change> news = new ArrayList<>();
    Set<String> changed = new HashSet<>();
    Set<String> added = new HashSet<>();
    for (Change change : all) {
      ids.add(change.id);
      if (!seen.test(change.id)) {
        if (change.type == Type.ACCOUNT) {
          added.add(change.record.id());
        }
        boolean isHistory =
            added.contains(change.record.id()) && isHistory(change, today.minusDays(NEWS_DAYS));
        // A new state tells its days itself.
        if (!isHistory && (change.type == Type.STANDING || !changed.contains(key(change)))) {
          news.add(change);
          if (change.type == Type.STANDING) {
            changed.add(key(change));
          }
        }
      }
    }
    return new News(ids, news);
  }

  private static String key(Change change) {
    return change.record.id() + (change.period == null ? "" : " " + change.period.from());
  }

  /** Of a record that has been added: what was so before it was news. */
  private static boolean isHistory(Change change, LocalDate since) {
    return switch (change.type) {
      case ACCOUNT -> change.record.anchorDay().isBefore(since);
      case STANDING -> Objects.requireNonNull(change.period).from().isBefore(since);
      case LAST_DAY -> true;
      case BEGINS, ENDS_SOON, PASSED, LATER_SOURCE -> false;
    };
  }

  /** States first, since what else is said of them goes without saying when they are new. */
  private static List<Change> of(CorpusRecord record, LocalDate today) {
    List<Change> changes = new ArrayList<>();
    if (ACCOUNTS.contains(record.kind())) {
      changes.add(new Change("account " + record.id(), Type.ACCOUNT, record, null, null, null));
    }
    List<StandingPeriod> periods = record.standing().periods();
    for (int i = 0; i < periods.size(); i++) {
      StandingPeriod before = i == 0 ? null : periods.get(i - 1);
      StandingPeriod period = periods.get(i);
      String name = record.id() + " " + period.from() + " " + period.state().wireName();
      changes.add(
          new Change(
              "standing " + name + " " + period.by(),
              Type.STANDING,
              record,
              period,
              before,
              period.by()));
      boolean goesOn = i < periods.size() - 1 && period.goesOnIn(periods.get(i + 1));
      boolean hasGoneOn = before != null && before.goesOnIn(period);
      Stream.of(
              hasGoneOn
                  ? null
                  : dated(Type.BEGINS, period.from(), today.minusDays(NEAR_DAYS), today),
              i == periods.size() - 1 && period.to() != null ? Type.LAST_DAY : null,
              goesOn ? null : dated(Type.ENDS_SOON, period.to(), today, today.plusDays(NEAR_DAYS)),
              i == periods.size() - 1
                  ? dated(Type.PASSED, period.to(), today.minusDays(NEAR_DAYS), today.minusDays(1))
                  : null)
          .flatMap(Stream::ofNullable)
          .map(
              type ->
                  new Change(
                      word(type) + " " + name + " " + period.to(),
                      type,
                      record,
                      period,
                      before,
                      period.by()))
          .forEach(changes::add);
    }
    record.standing().unassessed().stream()
        .map(
            later ->
                new Change(
                    "later " + record.id() + " " + later,
                    Type.LATER_SOURCE,
                    record,
                    null,
                    null,
                    later))
        .forEach(changes::add);
    return changes;
  }

  private static @Nullable Type dated(
      Type type, @Nullable LocalDate day, LocalDate first, LocalDate last) {
    return day != null && !day.isBefore(first) && !day.isAfter(last) ? type : null;
  }

  private static String word(Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
