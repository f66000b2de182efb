package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Unanswered questions: how often each term, by scope and week, and neither by whom nor together
 * with what. At most {@value #MAX_TERMS} terms of {@value #MAX_TERM_CHARS} characters a question,
 * 5,000 a scope and week. Thread-safe.
 */
public record GapTable(Database database) {
  /** How many terms a question may have. */
  public static final int MAX_TERMS = 12;

  /** How long a term may be, in UTF-16 units. */
  public static final int MAX_TERM_CHARS = 60;

  /** How many gaps are listed at most. */
  public static final int MAX_TOP = 100;

  /** In how many questions a term is that may be shown: a single one could tell whose it was. */
  public static final long FEWEST = 2;

  private static final int MAX_ROWS_A_WEEK = 5_000;
  private static final int BATCH = 500;
  private static final Limit TERM = new Limit("a term", 1, MAX_TERM_CHARS);

  /** Ids of Discord have 17 digits or more. */
  private static final Pattern LOOKS_LIKE_ID = Pattern.compile("\\d{15}");

  /** A term asked about without success, in so many questions. Immutable. */
  public record Gap(String term, GapKind kind, long count) {}

  /** In which way a question was without success. */
  public enum GapKind {
    /** Nothing in the sources answers it. */
    DECLINED,
    /** It was answered, and the answer was not liked. */
    DISLIKED
  }

  /** Counts a question's normalised terms once each, but for what looks like an id of Discord's. */
  public void note(Scope scope, GapKind kind, List<String> terms, LocalDate day) {
    if (terms.size() > MAX_TERMS) {
      throw new IllegalArgumentException(
          "a question has at most " + MAX_TERMS + " terms, not " + terms.size());
    }
    terms.forEach(TERM::check);
    LinkedHashSet<String> distinct = new LinkedHashSet<>(terms);
    distinct.removeIf(term -> LOOKS_LIKE_ID.matcher(term).find());
    if (distinct.isEmpty()) {
      return;
    }
    database.note(
        handle -> {
          for (String term : distinct) {
            count(handle, scope, week(day), kind, term);
          }
          return distinct;
        });
  }

  private static void count(Handle handle, Scope scope, String week, GapKind kind, String term) {
    int known =
        handle.execute(
            """
            UPDATE gap SET count = count + 1
            WHERE scope = ? AND week = ? AND kind = ? AND term = ?\
            """,
            scope,
            week,
            kind,
            term);
    if (known == 0) {
      handle.execute(
          """
          INSERT INTO gap (scope, week, kind, term, count)
          SELECT ?, ?, ?, ?, 1
          WHERE (SELECT count(*) FROM gap WHERE scope = ? AND week = ?) < ?\
          """,
          scope,
          week,
          kind,
          term,
          scope,
          week,
          MAX_ROWS_A_WEEK);
    }
  }

  private static String week(LocalDate day) {
    return firstDay(day).toString();
  }

  /** The first day of the week that a day is counted in. */
  public static LocalDate firstDay(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Up to {@link #MAX_TOP} terms from the week of a day on, the most frequent first. */
  public List<Gap> top(Scope scope, LocalDate since, int limit) {
    if (limit < 1 || limit > MAX_TOP) {
      throw new IllegalArgumentException("1 to " + MAX_TOP + " gaps are listed, not " + limit);
    }
    return database.list(
        Gap.class,
        """
        SELECT term, kind, sum(gap.count) AS count FROM gap
        WHERE scope = ? AND week >= ?
        GROUP BY term, kind
        ORDER BY sum(gap.count) DESC, term, kind
        LIMIT ?\
        """,
        scope,
        week(since),
        limit);
  }

  /** Removes what was counted in the weeks before the day's, and says how many rows. */
  public long removeOlderThan(LocalDate day) {
    return database.writeInBatches(
        """
        DELETE FROM gap WHERE (scope, week, kind, term) IN
          (SELECT scope, week, kind, term FROM gap WHERE week < ? LIMIT ?)\
        """,
        week(day),
        BATCH);
  }

  /** Removes all that was counted in a scope, and says how many rows. */
  public long forget(Scope scope) {
    long forgotten =
        database.writeInBatches(
            """
            DELETE FROM gap WHERE (scope, week, kind, term) IN
              (SELECT scope, week, kind, term FROM gap WHERE scope = ? LIMIT ?)\
            """,
            scope,
            BATCH);
    database.emptyLog();
    return forgotten;
  }
}
