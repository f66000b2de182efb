package dev.readout.meaning;

import dev.readout.meaning.Parameters.Parameter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Puts trained weights into eight bits and writes {@code reader.bin}, or {@code embedder.bin} where
 * they have no head: {@code mvn -Ptrain test-compile exec:exec@quantize -Dtrain.weights=FILE}; of
 * two, {@code FILE,FILE}, their mean. The shipped model's matrices get other bytes and, column by
 * column, other scales, made as its own were; its graph is fused.
 *
 * <p>With {@code -Dtrain.chance=true} a number goes to the farther step by chance, as often as it
 * is near it. Needed where training went on from the weights that ship: these lie on the steps, a
 * further training moves most of them by less than half a step, and the nearest would undo it. What
 * is added to log-odds times a factor ({@code -Dtrain.factor=1.3 -Dtrain.added=0.3}) keeps them
 * where they were, so that what is decided by them need not be found anew.
 */
final class QuantizeWeights {
  private static final Path FOLDER = Path.of("src/main/resources/dev/readout/meaning");
  private static final float SMALLEST_SCALE = 1e-9f;

  private static final boolean BY_CHANCE = Boolean.getBoolean("train.chance");

  private static final float FACTOR = Float.parseFloat(System.getProperty("train.factor", "1"));

  private static final float ADDED = Float.parseFloat(System.getProperty("train.added", "0"));

  private QuantizeWeights() {}

  public static void main(String[] arguments) throws IOException {
    Parameters trained = Parameters.ofBaseModel();
    String[] files = arguments[0].split(",", -1);
    trained.read(Path.of(files[0]));
    if (files.length > 1) {
      Parameters other = Parameters.ofBaseModel();
      other.read(Path.of(files[1]));
      trained.meetHalfway(other);
    }
    byte[] model = quantized(trained);
    FusedGraph.into(model);
    boolean isReader = trained.names().contains(Parameters.HEAD);
    Path path = FOLDER.resolve(isReader ? TrainedWeights.READER : TrainedWeights.EMBEDDER);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path))) {
      TrainedFile.write(TrainedFile.base(), model, isReader ? head(trained) : new float[0], file);
    }
  }

  /** The shipped file with other weights. */
  private static byte[] quantized(Parameters trained) throws IOException {
    byte[] file = TrainedFile.base();
    OnnxTensors shipped = new OnnxTensors(file);
    OnnxTensors base = new OnnxTensors(Parameters.baseFile());
    for (String name : trained.names()) {
      if (shipped.has(name) && shipped.floats(name).isPresent()) {
        shipped.replace(name, trained.get(name).values());
      }
    }
    for (int layer = 0; layer < Parameters.LAYERS; layer++) {
      for (String matrix : Parameters.matrices()) {
        Parameter turned = trained.get(Parameters.name(layer, matrix)).transposed();
        quantize(shipped, base, Parameters.onnxName(layer, matrix), turned);
      }
    }
    return file;
  }

  private static void quantize(
      OnnxTensors shipped, OnnxTensors base, String name, Parameter matrix) {
    String scaleName = name + "_scale";
    int columns = Math.toIntExact(matrix.shape()[1]);
    float[] largest = largest(matrix.values(), columns);
    float divisor =
        divisor(
            largest(base.floats(name).orElseThrow(), columns),
            shipped.floats(scaleName).orElseThrow());
    float[] scales = new float[columns];
    for (int i = 0; i < columns; i++) {
      scales[i] = Math.max(largest[i] / divisor, SMALLEST_SCALE);
    }
    byte[] bytes = new byte[matrix.values().length];
    Random random = new Random(name.hashCode());
    for (int i = 0; i < bytes.length; i++) {
      double exact = matrix.values()[i] / scales[i % columns];
      double nearest = Math.rint(exact);
      boolean goesFarther = BY_CHANCE && random.nextDouble() < Math.abs(exact - nearest);
      double steps = goesFarther ? nearest + Math.signum(exact - nearest) : nearest;
      bytes[i] = (byte) Math.clamp(steps, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    shipped.replace(scaleName, scales);
    shipped.replace(name + "_quantized", bytes);
  }

  /** Of each column. */
  private static float[] largest(float[] matrix, int columns) {
    float[] largest = new float[columns];
    for (int i = 0; i < matrix.length; i++) {
      largest[i % columns] = Math.max(largest[i % columns], Math.abs(matrix[i]));
    }
    return largest;
  }

  /** By what the shipped model's scales are smaller than its columns' largest numbers. */
  private static float divisor(float[] largest, float[] scales) {
    float[] ratios = new float[scales.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = largest[i] / scales[i];
    }
    Arrays.sort(ratios);
    return Math.round(ratios[ratios.length / 2]);
  }

  private static float[] head(Parameters trained) {
    float[] weights = trained.get(Parameters.HEAD).values();
    float[] head = new float[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      head[i] = FACTOR * weights[i];
    }
    head[weights.length] = FACTOR * trained.get(Parameters.HEAD_BIAS).values()[0] + ADDED;
    return head;
  }
}
