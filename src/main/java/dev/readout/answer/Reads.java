package dev.readout.answer;

import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that were read, in the order in which they were, with the log-odds that each
 * answers, by the reader; empty where there is none for the question. How many are read depends on
 * the question alone. Immutable.
 */
record Reads(List<Read> read) {
  /** A statement further behind the best is seldom put first by reading it. */
  private static final double MAX_BEHIND = 3;

  private static final int MAX_READ = 5;

  /** More are read, and further behind, where none before is likelier to answer than this. */
  private static final double UNLIKELY = 5;

  private static final double MAX_BEHIND_UNLIKELY = 6;

  private static final int MAX_READ_UNLIKELY = 10;

  /** None are, where so many have been and not even the best is likelier than this. */
  private static final double HOPELESS = -6;

  private static final int ENOUGH_HOPELESS = 4;

  private static final int MAX_READ_OF_EACH = 3;

  /**
   * Log-odds that the reader seldom gives the best, and one less for each that is ranked before: a
   * statement that would need more to lead is not read.
   */
  private static final double HIGHEST_LIKELY = 18;

  /** What the likeness of what a statement is asked in counts, once statements are read. */
  private static final double ASKED = 12;

  /** A shorter question is as like to what many statements are asked in. */
  private static final int TELLING_WORDS = 10;

  /** Log-odds from which on another statement of the best one's record leads. */
  private static final double MUCH_LIKELIER = 8;

  /** How far behind that may be, and among how many that follow. */
  private static final double CLOSE = 1;

  private static final int MAX_NEXT = 5;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A statement before the reader's word counts in its score, and that word. */
  record Read(Statements.Ranked statement, double logit) {
    String text() {
      return statement.statement().text();
    }
  }

  Reads {
    read = List.copyOf(read);
  }

  /**
   * Those in the order given until none that follows is likely to lead, or all that are near.
   *
   * @param counts what the reader's log-odds count in a score; 0 while that is being fitted
   */
  static Reads of(
      Generation generation, QueryPlan plan, List<Statements.Ranked> ranked, double counts) {
    List<Read> read = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (Statements.Ranked one : ranked) {
      double likeliest = read.stream().mapToDouble(Read::logit).max().orElse(0);
      double behind = ranked.getFirst().score() - one.score();
      boolean isNear = isNear(read.size(), likeliest, behind);
      boolean mayLead =
          counts == 0 || best - one.score() <= counts * (HIGHEST_LIKELY - read.size());
      OptionalDouble logit =
          isNear && mayLead ? logit(generation, plan, one) : OptionalDouble.empty();
      if (logit.isEmpty()) {
        break;
      }
      read.add(new Read(one, logit.getAsDouble()));
      best = Math.max(best, one.score() + counts * logit.getAsDouble());
    }
    return new Reads(read);
  }

  /** Whether one so far behind the best is read after so many. */
  private static boolean isNear(int read, double likeliest, double behind) {
    if (likeliest >= UNLIKELY) {
      return read < MAX_READ && behind <= MAX_BEHIND;
    }
    return read < (likeliest < HOPELESS ? ENOUGH_HOPELESS : MAX_READ_UNLIKELY)
        && behind <= MAX_BEHIND_UNLIKELY;
  }

  /**
   * The best of either government and of both, where both are asked for: each has its line, or one
   * tells of both.
   */
  static Reads ofBothSides(Generation generation, QueryPlan plan, List<Statements.Ranked> ranked) {
    return new Reads(
        Stream.of(Side.JOINT, Side.US, Side.PRC)
            .flatMap(
                side ->
                    ranked.stream()
                        .filter(one -> Accounts.speaker(one) == side)
                        .limit(MAX_READ_OF_EACH))
            .flatMap(
                one ->
                    logit(generation, plan, one).stream().mapToObj(logit -> new Read(one, logit)))
            .toList());
  }

  private static OptionalDouble logit(
      Generation generation, QueryPlan plan, Statements.Ranked one) {
    return plan.hasMeaning()
        ? generation.read(plan.text(), one.record(), one.statement().text())
        : OptionalDouble.empty();
  }

  /**
   * The statements led by another of the first one's record, close behind, where the reader finds
   * it so much likelier to answer that all else counts less. Such as were not read are read for it.
   */
  Statements likeliestFirst(Generation generation, QueryPlan plan, Statements statements) {
    if (isEmpty()) {
      return statements;
    }
    Statements.Ranked first = statements.ranked().getFirst();
    double least = orRead(generation, plan, first) + MUCH_LIKELIER;
    return statements.ranked().stream()
        .skip(1)
        .limit(MAX_NEXT)
        .filter(one -> one.record().equals(first.record()) && one.filled() >= first.filled())
        .filter(one -> first.score() - one.score() <= CLOSE)
        .map(one -> new Read(one, orRead(generation, plan, one)))
        .filter(one -> one.logit() > least)
        .max(Comparator.comparingDouble(Read::logit))
        .flatMap(best -> statements.ledBy(best.statement()::isSameAs, CLOSE))
        .orElse(statements);
  }

  private double orRead(Generation generation, QueryPlan plan, Statements.Ranked one) {
    return of(one).orElseGet(() -> logit(generation, plan, one).orElse(0));
  }

  /**
   * What a statement's score gains by having been read, or as the least likely of those that were;
   * and by what it is asked in, where the question is long enough to tell statements apart so, and
   * does not by a number.
   */
  ToDoubleFunction<Statements.Ranked> counting(QueryPlan plan, Reading reading, double counts) {
    double unread = lowest().orElse(0);
    double asked = isOfParticulars(plan) && !Rounds.isAsked(plan, reading) ? ASKED : 0;
    return one ->
        counts * of(one).orElse(unread) + asked * one.evidence().askedLikeness()[one.ordinal()];
  }

  /** Whether it is long enough to tell the statements of a matter apart. */
  static boolean isOfParticulars(QueryPlan plan) {
    return SPACE.splitAsStream(plan.text().strip()).count() >= TELLING_WORDS;
  }

  boolean isEmpty() {
    return read.isEmpty();
  }

  OptionalDouble highest() {
    return read.stream().mapToDouble(Read::logit).max();
  }

  OptionalDouble lowest() {
    return read.stream().mapToDouble(Read::logit).min();
  }

  /** That of a statement; empty where it was not read. */
  OptionalDouble of(Statements.Ranked statement) {
    return read.stream()
        .filter(one -> one.statement().ordinal() == statement.ordinal())
        .filter(one -> one.statement().evidence().equals(statement.evidence()))
        .mapToDouble(Read::logit)
        .findFirst();
  }
}
