package dev.readout.meaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The numbers that training changes, by BERT's names of them, in files that a training goes on
 * from. Mutable; confined to one thread.
 *
 * <p>A file: for each parameter its name, number of dimensions, dimensions, and big-endian floats.
 * The word embeddings, the largest, are not in it: they are never trained.
 */
final class Parameters {
  static final String WORDS = "embeddings.word_embeddings.weight";
  static final String HEAD = "head.weight";
  static final String HEAD_BIAS = "head.bias";
  static final int LAYERS = 6;

  /** The model before it was put into eight bits; lent by a jar of the training alone. */
  private static final String BASE = "/all-minilm-l6-v2.onnx";

  /** What the base model names the matrix of the first layer; 13 more for each further layer. */
  private static final Map<String, Integer> MATRICES =
      Map.of(
          "attention.self.query", 787,
          "attention.self.key", 788,
          "attention.self.value", 791,
          "attention.output.dense", 797,
          "intermediate.dense", 798,
          "output.dense", 799);

  private static final int MATRICES_A_LAYER = 13;
  private static final int SEED = 7;

  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /** One of them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Parameter(long[] shape, float[] values) {

    /** Rows for columns; ONNX has its matrices the other way round. */
    Parameter transposed() {
      int rows = Math.toIntExact(shape[0]);
      int columns = Math.toIntExact(shape[1]);
      float[] turned = new float[values.length];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          turned[j * rows + i] = values[i * columns + j];
        }
      }
      return new Parameter(new long[] {columns, rows}, turned);
    }
  }

  /** None. */
  Parameters() {}

  /** Those of the base model. */
  static Parameters ofBaseModel() throws IOException {
    OnnxTensors tensors = new OnnxTensors(baseFile());
    Parameters parameters = new Parameters();
    for (String name : tensors.names()) {
      if (!name.startsWith("onnx::") && tensors.floats(name).isPresent()) {
        parameters.put(name, parameter(tensors, name));
      }
    }
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String matrix : MATRICES.keySet()) {
        Parameter turned = parameter(tensors, onnxName(layer, matrix)).transposed();
        parameters.put(name(layer, matrix), turned);
      }
    }
    return parameters;
  }

  /** Those, and a head that knows no more than that likeness is a good sign. */
  static Parameters newReader() throws IOException {
    Parameters parameters = ofBaseModel();
    parameters.put(HEAD, new Parameter(new long[] {1, 3 * MiniLm.WIDTH}, newHead()));
    parameters.put(HEAD_BIAS, new Parameter(new long[] {1}, new float[] {-2}));
    return parameters;
  }

  /** Those that ship, out of their eight bits, for a training whose own weights are gone. */
  static Parameters shippedReader() throws IOException {
    return newReader().replacedByShipped(TrainedWeights.READER);
  }

  /** The same of the model that embeds texts. */
  static Parameters shippedEmbedder() throws IOException {
    return ofBaseModel().replacedByShipped(TrainedWeights.EMBEDDER);
  }

  private Parameters replacedByShipped(String trained) throws IOException {
    try (TrainedWeights weights = TrainedWeights.shipped(trained);
        InputStream base = MiniLm.openShippedFile()) {
      ByteBuffer file = ByteBuffer.allocate(weights.length());
      weights.apply(base, file);
      OnnxTensors tensors = new OnnxTensors(file.array());
      for (String name : names()) {
        if (tensors.has(name) && tensors.floats(name).isPresent()) {
          put(name, parameter(tensors, name));
        }
      }
      for (int layer = 0; layer < LAYERS; layer++) {
        for (String matrix : MATRICES.keySet()) {
          String name = onnxName(layer, matrix);
          float[] values = tensors.ofEightBits(name + "_quantized", name + "_scale");
          Parameter turned = new Parameter(tensors.shape(name + "_quantized"), values).transposed();
          put(name(layer, matrix), turned);
        }
      }
      float[] head = weights.head();
      int last = head.length - 1;
      if (last > 0) {
        put(HEAD, new Parameter(new long[] {1, last}, Arrays.copyOf(head, last)));
        put(HEAD_BIAS, new Parameter(new long[] {1}, new float[] {head[last]}));
      }
    }
    return this;
  }

  private static Parameter parameter(OnnxTensors tensors, String name) {
    return new Parameter(tensors.shape(name), tensors.floats(name).orElseThrow());
  }

  private static float[] newHead() {
    Random random = new Random(SEED);
    float[] head = new float[3 * MiniLm.WIDTH];
    for (int i = 0; i < head.length; i++) {
      boolean isOfLikeness = i >= MiniLm.WIDTH && i < 2 * MiniLm.WIDTH;
      head[i] = (float) (random.nextGaussian() * 0.02) + (isOfLikeness ? 0.3f : 0);
    }
    return head;
  }

  static byte[] baseFile() throws IOException {
    try (InputStream file = Parameters.class.getResourceAsStream(BASE)) {
      if (file == null) {
        throw new IOException(BASE + " is not on the class path; run with -Ptrain");
      }
      return file.readAllBytes();
    }
  }

  static List<String> matrices() {
    return List.copyOf(MATRICES.keySet());
  }

  /** What a layer's matrix is called here. */
  static String name(int layer, String matrix) {
    return "encoder.layer.%d.%s.weight".formatted(layer, matrix);
  }

  /** What ONNX calls it. */
  static String onnxName(int layer, String matrix) {
    Integer first = MATRICES.get(matrix);
    if (first == null) {
      throw new IllegalArgumentException("no matrix " + matrix);
    }
    return "onnx::MatMul_" + (first + MATRICES_A_LAYER * layer);
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  Parameter get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return parameter;
  }

  void put(String name, Parameter parameter) {
    byName.put(name, parameter);
  }

  /** Takes over those of the same names. */
  void takeOver(Parameters others) {
    byName.replaceAll((name, own) -> others.byName.getOrDefault(name, own));
  }

  /** Goes half of the way to the others, which have the same names and shapes. */
  void meetHalfway(Parameters others) {
    byName.forEach(
        (name, own) -> {
          float[] theirs = others.get(name).values();
          for (int i = 0; i < theirs.length; i++) {
            own.values()[i] = (own.values()[i] + theirs[i]) / 2;
          }
        });
  }

  /** Adds what a file has. */
  void read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      while (in.available() > 0) {
        String name = in.readUTF();
        long[] shape = new long[in.readInt()];
        int count = 1;
        for (int i = 0; i < shape.length; i++) {
          shape[i] = in.readLong();
          count *= Math.toIntExact(shape[i]);
        }
        float[] values = new float[count];
        ByteBuffer.wrap(in.readNBytes(count * Float.BYTES)).asFloatBuffer().get(values);
        put(name, new Parameter(shape, values));
      }
    }
  }

  /** Writes all but the word embeddings, whole or not at all. */
  void write(Path file) throws IOException {
    Path unfinished = Path.of(file + ".tmp");
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 20))) {
      for (Map.Entry<String, Parameter> entry : byName.entrySet()) {
        if (!entry.getKey().equals(WORDS)) {
          write(entry.getKey(), entry.getValue(), out);
        }
      }
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(String name, Parameter parameter, DataOutputStream out)
      throws IOException {
    out.writeUTF(name);
    out.writeInt(parameter.shape().length);
    for (long size : parameter.shape()) {
      out.writeLong(size);
    }
    ByteBuffer bytes = ByteBuffer.allocate(parameter.values().length * Float.BYTES);
    bytes.asFloatBuffer().put(parameter.values());
    out.write(bytes.array());
  }
}
