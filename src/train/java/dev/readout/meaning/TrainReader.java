package dev.readout.meaning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.readout.meaning.ReaderParameters.Parameter;
import dev.readout.meaning.TrainingGroup.Pair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains the reader: {@code mvn -Ptrain test-compile exec:exec@train -Dtrain.weights=FILE
 * -Dtrain.groups=FILE,…}. Each file of groups is read once, in order; about 25 pairs a second on
 * two quiet cores. What a run cut short had done is in its checkpoint, {@code FILE.checkpoint}: the
 * same command goes on from there.
 *
 * <p>The loss of a question is that of a softmax over its statements and 0, which stands for "none
 * of them". AdamW (Loshchilov and Hutter, 2019), its rate rising at first, then falling linearly.
 */
final class TrainReader {
  private static final int PAIRS_A_STEP = 30;

  /** At its highest; less where weights are trained further. */
  private static final double RATE = Double.parseDouble(System.getProperty("train.rate", "6e-5"));

  private static final double LOWEST_RATE = 0.02;
  private static final int RISING_STEPS = 100;

  /** The head starts from nothing. */
  private static final double HEAD_RATE = 10;

  private static final float DECAY = 0.01f;
  private static final float MEAN_KEPT = 0.9f;
  private static final float VARIANCE_KEPT = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float LONGEST_GRADIENT = 1;
  private static final float IMPOSSIBLE = -10_000;
  private static final int SEED = 11;

  /** Less is filled up when short pairs and long ones are computed apart. */
  private static final int PARTS = 2;

  private static final int STEPS_A_LINE = 25;
  private static final int STEPS_A_CHECKPOINT = Integer.getInteger("train.checkpoint", 100);

  private static final String STEP = "step";
  private static final String MEAN = "mean of ";
  private static final String VARIANCE = "variance of ";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ReaderParameters parameters;
  private final ReaderNetwork network;
  private final Map<String, PtNDArray> means = new LinkedHashMap<>();
  private final Map<String, PtNDArray> variances = new LinkedHashMap<>();
  private final List<List<TrainingGroup>> steps;
  private final Path checkpoint;
  private int next;

  /**
   * A training.
   *
   * @param state what a checkpoint holds; nothing where there is none
   */
  private TrainReader(
      ReaderParameters parameters,
      ReaderNetwork network,
      List<List<TrainingGroup>> steps,
      ReaderParameters state,
      Path checkpoint) {
    this.parameters = parameters;
    this.network = network;
    this.steps = steps;
    this.checkpoint = checkpoint;
    boolean isNew = state.names().isEmpty();
    if (!isNew) {
      next = (int) state.get(STEP).values()[0];
    }
    for (String name : network.trained()) {
      means.put(name, isNew ? network.zerosLike(name) : network.kept(state.get(MEAN + name)));
      variances.put(
          name, isNew ? network.zerosLike(name) : network.kept(state.get(VARIANCE + name)));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path weights = Path.of(arguments[0]);
    Path checkpoint = Path.of(weights + ".checkpoint");
    List<List<TrainingGroup>> steps = new ArrayList<>();
    Random random = new Random(SEED);
    for (String file : arguments[1].split(",", -1)) {
      steps.addAll(TrainingGroup.steps(TrainingGroup.read(Path.of(file)), PAIRS_A_STEP, random));
    }
    String earlier = System.getProperty("train.from", "");
    boolean isOfShipped = earlier.equals("shipped");
    ReaderParameters parameters =
        isOfShipped ? ReaderParameters.shipped() : ReaderParameters.ofBaseModel();
    if (!earlier.isEmpty() && !isOfShipped) {
      parameters.read(Path.of(earlier));
    }
    ReaderParameters state = new ReaderParameters();
    if (Files.exists(checkpoint)) {
      state.read(checkpoint);
      parameters.takeOver(state);
    }
    try (ReaderNetwork network = new ReaderNetwork(parameters)) {
      new TrainReader(parameters, network, steps, state, checkpoint).train(weights);
    }
  }

  private void train(Path weights) throws IOException {
    out.printf(Locale.ROOT, "step %d of %d%n", next, steps.size());
    double mean = Double.NaN;
    int stop = Math.min(steps.size(), Integer.getInteger("train.stop", steps.size()));
    while (next < stop) {
      double loss = step(steps.get(next));
      mean = Double.isNaN(mean) ? loss : 0.95 * mean + 0.05 * loss;
      next++;
      if (next % STEPS_A_LINE == 0 || next == stop) {
        out.printf(Locale.ROOT, "step %d of %d, loss %.4f%n", next, steps.size(), mean);
      }
      if (next % STEPS_A_CHECKPOINT == 0 || next == stop) {
        saveCheckpoint();
      }
    }
    if (next == steps.size()) {
      parameters.write(weights);
      Files.deleteIfExists(checkpoint);
    }
  }

  /** Computes and applies the gradient of one step. */
  private double step(List<TrainingGroup> groups) {
    List<Pair> pairs = groups.stream().flatMap(group -> group.pairs().stream()).toList();
    try (NDManager scratch = network.scratch()) {
      PtNDArray loss = (PtNDArray) loss(groups, logits(pairs, scratch), scratch);
      JniUtils.backward(loss, (PtNDArray) scratch.ones(new Shape()), false, false);
      JniUtils.setGradMode(false);
      apply(scratch);
      return loss.toFloatArray()[0];
    }
  }

  /** Of the pairs in their order, computed in parts of like length. */
  private NDArray logits(List<Pair> pairs, NDManager scratch) {
    int count = pairs.size();
    List<Integer> byLength =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(i -> pairs.get(i).length()))
            .toList();
    NDArray found = scratch.zeros(new Shape(0));
    for (int part = 0; part < PARTS; part++) {
      List<Pair> some =
          byLength.subList(count * part / PARTS, count * (part + 1) / PARTS).stream()
              .map(pairs::get)
              .toList();
      if (!some.isEmpty()) {
        found = found.concat(network.logits(some, scratch), 0);
      }
    }
    long[] place = new long[count];
    for (int i = 0; i < count; i++) {
      place[byLength.get(i)] = i;
    }
    return found.gather(scratch.create(place, new Shape(count)), 0);
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
        logSumExp(all.add(scratch.create(possible, shape)))
            .sub(logSumExp(all.add(scratch.create(right, shape))));
    return losses.mul(scratch.create(weights, new Shape(weights.length))).sum().div(sum);
  }

  private static NDArray logSumExp(NDArray rows) {
    int[] columns = {1};
    NDArray most = rows.stopGradient().max(columns, true);
    return rows.sub(most).exp().sum(columns).log().add(most.reshape(-1));
  }

  /**
   * Applies the gradients. About one step in 500 has one that is not finite (cause unknown): it is
   * left out.
   */
  private void apply(NDManager scratch) {
    Map<String, PtNDArray> gradients = new LinkedHashMap<>();
    double square = 0;
    for (String name : network.trained()) {
      PtNDArray gradient = JniUtils.getGradient(network.array(name));
      gradient.attach(scratch);
      gradients.put(name, gradient);
      NDArray length = gradient.mul(gradient).sum();
      length.attach(scratch);
      square += length.toFloatArray()[0];
    }
    double length = Math.sqrt(square);
    if (Double.isFinite(length)) {
      float rescale = (float) (length > LONGEST_GRADIENT ? LONGEST_GRADIENT / length : 1);
      gradients.forEach((name, gradient) -> update(name, gradient, rescale));
    } else {
      out.printf(Locale.ROOT, "step %d left out: its gradient is not finite%n", next);
    }
    network.trained().forEach(name -> JniUtils.zeroGrad(network.array(name)));
  }

  private void update(String name, PtNDArray gradient, float rescale) {
    double rate = rate() * (name.startsWith("head") ? HEAD_RATE : 1);
    double unbiased =
        Math.sqrt(1 - Math.pow(VARIANCE_KEPT, next + 1)) / (1 - Math.pow(MEAN_KEPT, next + 1));
    boolean decays = name.endsWith("weight") && !name.contains("LayerNorm");
    JniUtils.adamUpdate(
        network.array(name),
        gradient,
        of(means, name),
        of(variances, name),
        (float) rate,
        (float) (rate * unbiased),
        decays ? DECAY : 0,
        rescale,
        -1,
        MEAN_KEPT,
        VARIANCE_KEPT,
        EPSILON,
        true);
  }

  private static PtNDArray of(Map<String, PtNDArray> arrays, String name) {
    PtNDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return array;
  }

  private double rate() {
    int rising = Math.min(RISING_STEPS, steps.size() / 10 + 1);
    return next < rising
        ? RATE * (next + 1) / rising
        : RATE * Math.max(LOWEST_RATE, 1 - (double) next / steps.size());
  }

  private void saveCheckpoint() throws IOException {
    ReaderParameters state = new ReaderParameters();
    state.put(STEP, new Parameter(new long[] {1}, new float[] {next}));
    for (String name : network.trained()) {
      long[] shape = parameters.get(name).shape();
      parameters.put(name, new Parameter(shape, network.array(name).toFloatArray()));
      state.put(name, parameters.get(name));
      state.put(MEAN + name, new Parameter(shape, of(means, name).toFloatArray()));
      state.put(VARIANCE + name, new Parameter(shape, of(variances, name).toFloatArray()));
    }
    state.write(checkpoint);
  }
}
