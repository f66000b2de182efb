package dev.readout.meaning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.readout.meaning.Parameters.Parameter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trains a network step by step, by AdamW (Loshchilov and Hutter, 2019), its rate rising at first,
 * then falling linearly. What a run cut short had done is in its checkpoint, {@code
 * FILE.checkpoint}: the same command goes on from there. Confined to one thread.
 */
final class Training {
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

  private static final int STEPS_A_LINE = 25;
  private static final int STEPS_A_CHECKPOINT = Integer.getInteger("train.checkpoint", 100);

  private static final String STEP = "step";
  private static final String MEAN = "mean of ";
  private static final String VARIANCE = "variance of ";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Parameters parameters;
  private final MiniLmNetwork network;
  private final Path weights;
  private final Path checkpoint;
  private final Map<String, PtNDArray> means = new LinkedHashMap<>();
  private final Map<String, PtNDArray> variances = new LinkedHashMap<>();
  private int next;

  /** What a step is to make less. */
  @FunctionalInterface
  interface Loss {
    /** One number, with gradients, of the step's examples. */
    NDArray of(int step, MiniLmNetwork network, NDManager scratch);
  }

  private Training(Parameters parameters, MiniLmNetwork network, Parameters state, Path weights) {
    this.parameters = parameters;
    this.network = network;
    this.weights = weights;
    this.checkpoint = checkpoint(weights);
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

  private static Path checkpoint(Path weights) {
    return Path.of(weights + ".checkpoint");
  }

  /**
   * Trains for so many steps, and writes the weights.
   *
   * @param frozenLayers how many of the first layers stay as they are
   */
  static void run(Parameters parameters, int frozenLayers, int steps, Loss loss, Path weights)
      throws IOException {
    Parameters state = new Parameters();
    if (Files.exists(checkpoint(weights))) {
      state.read(checkpoint(weights));
      parameters.takeOver(state);
    }
    try (MiniLmNetwork network = new MiniLmNetwork(parameters, frozenLayers)) {
      new Training(parameters, network, state, weights).run(steps, loss);
    }
  }

  private void run(int steps, Loss loss) throws IOException {
    out.printf(Locale.ROOT, "step %d of %d%n", next, steps);
    double mean = Double.NaN;
    int stop = Math.min(steps, Integer.getInteger("train.stop", steps));
    while (next < stop) {
      double one = step(steps, loss);
      mean = Double.isNaN(mean) ? one : 0.95 * mean + 0.05 * one;
      next++;
      if (next % STEPS_A_LINE == 0 || next == stop) {
        out.printf(Locale.ROOT, "step %d of %d, loss %.4f%n", next, steps, mean);
      }
      if (next % STEPS_A_CHECKPOINT == 0 || next == stop) {
        saveCheckpoint();
      }
    }
    if (next == steps) {
      parameters.write(weights);
      Files.deleteIfExists(checkpoint);
    }
  }

  /** Computes and applies the gradient of one step. */
  private double step(int steps, Loss losses) {
    try (NDManager scratch = network.scratch()) {
      PtNDArray loss = (PtNDArray) losses.of(next, network, scratch);
      JniUtils.backward(loss, (PtNDArray) scratch.ones(new Shape()), false, false);
      JniUtils.setGradMode(false);
      apply(steps, scratch);
      return loss.toFloatArray()[0];
    }
  }

  /** The logarithm of the sum of each row's exponentials. */
  static NDArray logSumExp(NDArray rows) {
    int[] columns = {1};
    NDArray most = rows.stopGradient().max(columns, true);
    return rows.sub(most).exp().sum(columns).log().add(most.reshape(-1));
  }

  /**
   * Applies the gradients. About one step in 500 has one that is not finite (cause unknown): it is
   * left out.
   */
  private void apply(int steps, NDManager scratch) {
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
      gradients.forEach((name, gradient) -> update(name, gradient, rescale, rate(steps)));
    } else {
      out.printf(Locale.ROOT, "step %d left out: its gradient is not finite%n", next);
    }
    network.trained().forEach(name -> JniUtils.zeroGrad(network.array(name)));
  }

  private void update(String name, PtNDArray gradient, float rescale, double stepRate) {
    double rate = stepRate * (name.startsWith("head") ? HEAD_RATE : 1);
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

  private double rate(int steps) {
    int rising = Math.min(RISING_STEPS, steps / 10 + 1);
    return next < rising
        ? RATE * (next + 1) / rising
        : RATE * Math.max(LOWEST_RATE, 1 - (double) next / steps);
  }

  private void saveCheckpoint() throws IOException {
    Parameters state = new Parameters();
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
