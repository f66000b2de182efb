package dev.readout.cli.evaluation.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well a signal tells queries that have an answer from those that have none, and right first
 * documents from wrong ones. Confined to one thread.
 */
final class DecliningFigures {
  /** At most one answer in ten may be wrong. */
  private static final double RISK = 0.1;

  private record Query(double signal, boolean answerable, boolean right) {}

  private final List<Query> queries = new ArrayList<>();

  /**
   * Adds a query.
   *
   * @param right whether the first document is relevant
   */
  void add(double signal, boolean answerable, boolean right) {
    queries.add(new Query(signal, answerable, right));
  }

  boolean isEmpty() {
    return queries.isEmpty();
  }

  /** Probability that an answerable query has the higher signal than another; equal ones half. */
  double auroc() {
    List<Query> sorted =
        queries.stream().sorted(Comparator.comparingDouble(Query::signal)).toList();
    long below = 0;
    double wins = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).signal() == sorted.get(from).signal()) {
        to++;
      }
      long answerable = sorted.subList(from, to).stream().filter(Query::answerable).count();
      long others = to - from - answerable;
      wins += answerable * (below + others / 2.0);
      below += others;
      from = to;
    }
    return wins / ((double) below * (sorted.size() - below));
  }

  /** Largest share of all queries that can be answered with one in ten answers wrong at most. */
  double coverageAtRisk() {
    List<Query> surest =
        queries.stream().sorted(Comparator.comparingDouble(Query::signal).reversed()).toList();
    int wrong = 0;
    int covered = 0;
    for (int i = 0; i < surest.size(); i++) {
      wrong += surest.get(i).right() ? 0 : 1;
      boolean isLastOfEquals =
          i + 1 == surest.size() || surest.get(i + 1).signal() < surest.get(i).signal();
      if (isLastOfEquals && wrong <= RISK * (i + 1)) {
        covered = i + 1;
      }
    }
    return (double) covered / surest.size();
  }
}
