package dev.readout.cli.evaluation.collection;

import dev.readout.index.PlainIndex.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good rankings are, on average over the judged queries, as trec_eval computes it: gains are
 * the judges' scores, discounted by the binary logarithm of rank + 1. Confined to one thread.
 */
final class RankingFigures {
  private static final int TOP = 10;
  private static final int DEEP = 100;

  private int queries;
  private double gains;
  private double reciprocalRanks;
  private double recalls;

  /** Adds a query's ranking, best first. */
  void add(List<Scored> found, Map<String, Integer> relevant) {
    queries++;
    double gain = 0;
    double reciprocalRank = 0;
    int recalled = 0;
    for (int i = 0; i < Math.min(DEEP, found.size()); i++) {
      int score = relevant.getOrDefault(found.get(i).id(), 0);
      recalled += score > 0 ? 1 : 0;
      if (i < TOP && score > 0) {
        gain += score * discount(i);
        reciprocalRank = Math.max(reciprocalRank, 1.0 / (i + 1));
      }
    }
    gains += gain / idealGain(relevant);
    reciprocalRanks += reciprocalRank;
    recalls += (double) recalled / relevant.size();
  }

  private static double idealGain(Map<String, Integer> relevant) {
    List<Integer> best =
        relevant.values().stream().sorted(Comparator.reverseOrder()).limit(TOP).toList();
    double gain = 0;
    for (int i = 0; i < best.size(); i++) {
      gain += best.get(i) * discount(i);
    }
    return gain;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2);
  }

  int queries() {
    return queries;
  }

  double ndcgAt10() {
    return gains / queries;
  }

  double mrrAt10() {
    return reciprocalRanks / queries;
  }

  double recallAt100() {
    return recalls / queries;
  }
}
