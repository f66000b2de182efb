package dev.readout.meaning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.readout.meaning.TrainingGroup.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains the reader: {@code mvn -Ptrain test-compile exec:exec@train -Dtrain.weights=FILE
 * -Dtrain.groups=FILE,…}. Each file of groups is read once, in order; about 25 pairs a second on
 * two quiet cores.
 *
 * <p>The loss of a question is that of a softmax over its statements and 0, which stands for "none
 * of them"; and, where one answers and the scores before are known, of one over the statements with
 * these added, so that the reader learns what they do not tell.
 */
final class TrainReader {
  private static final int PAIRS_A_STEP = 30;
  private static final int FROZEN_LAYERS = 1;
  private static final float IMPOSSIBLE = -10_000;
  private static final int SEED = 11;

  private static final int PARTS = 2;

  /** What a score before counts beside the log-odds. */
  private static final float BASE_COUNTS = 0.7f;

  private TrainReader() {}

  public static void main(String[] arguments) throws IOException {
    List<List<TrainingGroup>> steps = new ArrayList<>();
    Random random = new Random(SEED);
    for (String file : arguments[1].split(",", -1)) {
      steps.addAll(TrainingGroup.steps(TrainingGroup.read(Path.of(file)), PAIRS_A_STEP, random));
    }
    String earlier = System.getProperty("train.from", "");
    boolean isOfShipped = earlier.equals("shipped");
    Parameters parameters = isOfShipped ? Parameters.shippedReader() : Parameters.newReader();
    if (!earlier.isEmpty() && !isOfShipped) {
      parameters.read(Path.of(earlier));
    }
    Training.run(
        parameters,
        FROZEN_LAYERS,
        steps.size(),
        (step, network, scratch) -> loss(steps.get(step), network, scratch),
        Path.of(arguments[0]));
  }

  private static NDArray loss(
      List<TrainingGroup> groups, MiniLmNetwork network, NDManager scratch) {
    List<Pair> pairs = groups.stream().flatMap(group -> group.pairs().stream()).toList();
    NDArray logits =
        MiniLmNetwork.inParts(pairs, PARTS, some -> network.logits(some, scratch), scratch);
    return loss(groups, logits.reshape(-1), scratch);
  }

  private static NDArray loss(List<TrainingGroup> groups, NDArray logits, NDManager scratch) {
    NDArray all = logits.concat(scratch.zeros(new Shape(1)), 0).reshape(1, logits.size() + 1);
    long columns = all.size();
    Sums read = new Sums(groups.size(), columns);
    Sums added = new Sums(groups.size(), columns);
    int first = 0;
    for (int i = 0; i < groups.size(); i++) {
      TrainingGroup group = groups.get(i);
      List<Boolean> answers = group.answers();
      boolean isAnswered = answers.contains(true);
      read.add(i, columns - 1, 0, !isAnswered);
      for (int k = 0; k < answers.size(); k++) {
        read.add(i, first + k, 0, answers.get(k));
      }
      read.weights[i] = group.weight();
      if (isAnswered && answers.contains(false) && !group.base().isEmpty()) {
        for (int k = 0; k < answers.size(); k++) {
          added.add(i, first + k, BASE_COUNTS * group.base().get(k), answers.get(k));
        }
        added.weights[i] = group.weight();
      } else {
        added.add(i, columns - 1, 0, true);
      }
      first += answers.size();
    }
    return read.loss(all, scratch).add(added.loss(all, scratch));
  }

  /** What is added to each group's log-odds, of all that is possible and of what is right. */
  private static final class Sums {
    private final int columns;
    private final float[] possible;
    private final float[] right;
    final float[] weights;

    Sums(int groups, long columns) {
      this.columns = Math.toIntExact(columns);
      this.possible = new float[groups * this.columns];
      this.right = new float[possible.length];
      this.weights = new float[groups];
      Arrays.fill(possible, IMPOSSIBLE);
      Arrays.fill(right, IMPOSSIBLE);
    }

    void add(int group, long column, float score, boolean isRight) {
      int place = group * columns + Math.toIntExact(column);
      possible[place] = score;
      right[place] = isRight ? score : IMPOSSIBLE;
    }

    /** The mean over groups of the log of all that is possible less that of what is right. */
    NDArray loss(NDArray all, NDManager scratch) {
      Shape shape = new Shape(weights.length, columns);
      NDArray losses =
          Training.logSumExp(all.add(scratch.create(possible, shape)))
              .sub(Training.logSumExp(all.add(scratch.create(right, shape))));
      float sum = 0;
      for (float weight : weights) {
        sum += weight;
      }
      return losses
          .mul(scratch.create(weights, new Shape(weights.length)))
          .sum()
          .div(Math.max(sum, 1e-6f));
    }
  }
}
