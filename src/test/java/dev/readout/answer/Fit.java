package dev.readout.answer;

import java.util.Arrays;
import java.util.List;

/** Two fits by full-batch Adam, the same numbers for the same data. Pure functions. */
final class Fit {
  private static final int STEPS = 1000;
  private static final double RATE = 0.05;

  private Fit() {}

  /** Candidates of one question, of which those that are right should win. */
  record Group(List<double[]> candidates, List<Boolean> right, double weight) {}

  /** One example of a logistic regression; its first feature is the constant. */
  @SuppressWarnings("ArrayRecordComponent") // read only
  record Case(double[] features, boolean positive, double weight) {}

  private interface Gradient {
    double[] at(double[] weights);
  }

  /**
   * Softmax over the candidates of each group.
   *
   * @param signs for each feature 1, -1, or 0 for any
   */
  static double[] softmax(List<Group> groups, int[] signs, double decay) {
    List<Group> usable = groups.stream().filter(group -> group.right().contains(true)).toList();
    double all = usable.stream().mapToDouble(Group::weight).sum();
    int features = usable.getFirst().candidates().getFirst().length;
    return descend(
        features,
        signs,
        weights -> {
          double[] gradient = decay(weights, decay, 0);
          for (Group group : usable) {
            double[] odds = odds(group, weights);
            double any = Arrays.stream(odds).sum();
            double right = 0;
            for (int i = 0; i < odds.length; i++) {
              right += group.right().get(i) ? odds[i] : 0;
            }
            for (int i = 0; i < odds.length; i++) {
              double pull = odds[i] / any - (group.right().get(i) ? odds[i] / right : 0);
              add(gradient, group.candidates().get(i), pull * group.weight() / all);
            }
          }
          return gradient;
        });
  }

  /** Logistic regression; both classes count half, however many examples each has. */
  static double[] logistic(List<Case> cases, int[] signs, double decay) {
    double positive = cases.stream().filter(Case::positive).mapToDouble(Case::weight).sum();
    double negative = cases.stream().mapToDouble(Case::weight).sum() - positive;
    return descend(
        cases.getFirst().features().length,
        signs,
        weights -> {
          double[] gradient = decay(weights, decay, 1);
          for (Case one : cases) {
            double probability = 1 / (1 + Math.exp(-dot(one.features(), weights)));
            double error = probability - (one.positive() ? 1 : 0);
            double share = one.weight() / (2 * (one.positive() ? positive : negative));
            add(gradient, one.features(), error * share);
          }
          return gradient;
        });
  }

  private static double[] descend(int features, int[] signs, Gradient gradient) {
    double[] weights = new double[features];
    double[] mean = new double[features];
    double[] square = new double[features];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = gradient.at(weights);
      for (int i = 0; i < features; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
        square[i] = 0.999 * square[i] + 0.001 * slope[i] * slope[i];
        double corrected = mean[i] / (1 - Math.pow(0.9, step));
        weights[i] -=
            RATE * corrected / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
        weights[i] = signs[i] == 0 ? weights[i] : signs[i] * Math.max(0, signs[i] * weights[i]);
      }
    }
    return weights;
  }

  /** Pulls weights towards zero, but for the first {@code free} ones. */
  private static double[] decay(double[] weights, double rate, int free) {
    double[] gradient = new double[weights.length];
    for (int i = free; i < weights.length; i++) {
      gradient[i] = rate * weights[i];
    }
    return gradient;
  }

  private static double[] odds(Group group, double[] weights) {
    double[] scores =
        group.candidates().stream().mapToDouble(features -> dot(features, weights)).toArray();
    double highest = Arrays.stream(scores).max().orElse(0);
    return Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] sum, double[] vector, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i] * times;
    }
  }
}
