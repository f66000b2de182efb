package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The day on which something ends, as a statement tells it. Pure functions. */
final class LastDay {
  /** A statement that lists more days tells of many things. */
  private static final int MAX_DAYS = 3;

  private static final QuickPattern AN_END =
      QuickPattern.of(
          "\\b(?:end(?:s|ed|ing)?(?![ -]us)|until|through|expir\\w+|laps\\w+|repeal\\w*|extend\\w*"
              + "|runs? out|ran out)\\b");

  /** "Announcement No. 70 of 2025" names no day. */
  private static final QuickPattern PAPER =
      QuickPattern.exactly("\\bNo\\. [0-9]+ of (?:19|20)[0-9]{2}\\b");

  private static final QuickPattern NO_NOTICE =
      QuickPattern.exactly(
          "\\b(?:neither|not?)\\b.*\\blegal notices?\\b|\\blegal notices?\\b.*\\bnot\\b");

  private LastDay() {}

  /** Behind an end that is announced, that no legal notice of it was seen, where that is told. */
  static List<Statements.Ranked> withCaveat(List<Statements.Ranked> order) {
    Statements.Ranked lead = order.getFirst();
    return order.stream()
        .filter(one -> NO_NOTICE.isIn(one.statement().text()))
        .filter(_ -> lead.statement().text().contains("announced"))
        .findFirst()
        .map(
            caveat ->
                Stream.concat(
                        Stream.of(lead, caveat),
                        order.stream().filter(one -> !one.equals(lead) && !one.equals(caveat)))
                    .toList())
        .orElse(order);
  }

  /** Whether an end is asked for or told, in English. */
  static boolean isIn(String text) {
    return AN_END.isIn(text);
  }

  /** Counted from 1970; of several ends the one announced last; the least number for none. */
  static long of(Statements.Ranked one) {
    return of(one.statement());
  }

  /** Whether it tells of an end that is past, of which nothing can be known yet. */
  static boolean isPast(Statement told, LocalDate known, LocalDate today) {
    long last = of(told);
    return last > known.toEpochDay() && last < today.toEpochDay();
  }

  private static long of(Statement one) {
    String text = PAPER.replaceAll(one.text(), "");
    List<LocalDate> days =
        DateMention.in(text).stream().map(DateMention::last).filter(Objects::nonNull).toList();
    return days.size() <= MAX_DAYS && isIn(text)
        ? days.stream().mapToLong(LocalDate::toEpochDay).max().orElse(Long.MIN_VALUE)
        : Long.MIN_VALUE;
  }
}
