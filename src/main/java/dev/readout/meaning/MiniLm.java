package dev.readout.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A transformer of the shape of all-MiniLM-L6-v2, in eight bits, on one thread: the same pieces
 * give the same vectors on the same machine. Thread-safe; closed by who loaded it.
 *
 * <p>Source: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0).
 */
final class MiniLm implements AutoCloseable {
  /** The one that the jar lends, of which all others are trained. */
  static final String NAME = "all-minilm-l6-v2-q";

  /** How many numbers a piece's vector has. */
  static final int WIDTH = 384;

  /**
   * The system property with the folder in which the shipped one lies as a file: reading it out of
   * its jar takes longer than loading it, and room in the heap.
   */
  private static final String UNPACKED = "readout.model";

  private final OrtEnvironment environment;
  private final OrtSession session;

  private MiniLm(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** That of a file's bytes in a direct buffer, which is not needed afterwards. */
  static MiniLm of(ByteBuffer file) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false); // as fast without, and 5 MB less of each model
      return new MiniLm(environment, environment.createSession(file, options));
    }
  }

  /** Where the shipped file lies unpacked; empty where it does not. */
  private static Optional<Path> unpacked() {
    return Optional.ofNullable(System.getProperty(UNPACKED))
        .map(folder -> Path.of(folder, NAME + ".onnx"))
        .filter(Files::isRegularFile);
  }

  /** The shipped file, unpacked or out of its jar; closed by the caller. */
  static InputStream openShippedFile() throws IOException {
    Optional<Path> unpacked = unpacked();
    if (unpacked.isPresent()) {
      return Files.newInputStream(unpacked.get());
    }
    InputStream model = MiniLm.class.getResourceAsStream("/" + NAME + ".onnx");
    if (model == null) {
      throw new IOException(NAME + ".onnx is not on the class path");
    }
    return model;
  }

  /** A vector for each piece, one after the other; segments are 0, or 1 for a second text. */
  float[] vectors(long[] pieces, long[] segments) {
    long[] all = new long[pieces.length];
    Arrays.fill(all, 1);
    try (OnnxTensor ids = row(pieces);
        OnnxTensor attended = row(all);
        OnnxTensor texts = row(segments);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", attended, "token_type_ids", texts))) {
      FloatBuffer vectors = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] copy = new float[vectors.remaining()];
      vectors.get(copy);
      return copy;
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + e.getMessage(), e);
    }
  }

  /** The sum of the vectors of pieces {@code from} to, and without, {@code to}. */
  static float[] sum(float[] vectors, int from, int to) {
    float[] sum = new float[WIDTH];
    for (int piece = from; piece < to; piece++) {
      for (int i = 0; i < WIDTH; i++) {
        sum[i] += vectors[piece * WIDTH + i];
      }
    }
    return sum;
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed", e);
    }
  }
}
