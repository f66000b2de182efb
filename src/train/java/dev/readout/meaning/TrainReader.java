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
 * of them".
 */
final class TrainReader {
  private static final int PAIRS_A_STEP = 30;
  private static final int FROZEN_LAYERS = 1;
  private static final float IMPOSSIBLE = -10_000;
  private static final int SEED = 11;

  private static final int PARTS = 2;

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

  /** The mean over groups of the log of all that is possible less that of what is right. */
  private static NDArray loss(List<TrainingGroup> groups, NDArray logits, NDManager scratch) {
    int columns = Math.toIntExact(logits.size()) + 1;
    float[] possible = new float[groups.size() * columns];
    float[] right = new float[possible.length];
    float[] weights = new float[groups.size()];
    Arrays.fill(possible, IMPOSSIBLE);
    Arrays.fill(right, IMPOSSIBLE);
    int pair = 0;
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      TrainingGroup group = groups.get(i);
      int row = i * columns;
      int none = row + columns - 1;
      possible[none] = 0;
      right[none] = group.answers().contains(true) ? IMPOSSIBLE : 0;
      for (boolean answers : group.answers()) {
        possible[row + pair] = 0;
        right[row + pair] = answers ? 0 : IMPOSSIBLE;
        pair++;
      }
      weights[i] = group.weight();
      sum += group.weight();
    }
    Shape shape = new Shape(weights.length, columns);
    NDArray all = logits.concat(scratch.zeros(new Shape(1)), 0).reshape(1, columns);
    NDArray losses =
        Training.logSumExp(all.add(scratch.create(possible, shape)))
            .sub(Training.logSumExp(all.add(scratch.create(right, shape))));
    return losses.mul(scratch.create(weights, new Shape(weights.length))).sum().div(sum);
  }
}
