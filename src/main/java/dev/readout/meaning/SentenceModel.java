package dev.readout.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The sentence model all-MiniLM-L6-v2 in eight bits, on one thread: the same text gives the same
 * embedding on the same machine. Thread-safe; closed by who loaded it.
 *
 * <p>Source: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), mean of the tokens' vectors.
 */
final class SentenceModel implements AutoCloseable {
  /** What an index names as the model that its embeddings are of. */
  static final String NAME = "all-minilm-l6-v2-q";

  /** The model was trained on texts up to about this long; the rest of a longer one is not read. */
  private static final int MAX_PIECES = 256;

  /**
   * The system property with the folder in which the model lies as a file: reading it out of its
   * jar takes longer than loading it, and room in the heap.
   */
  private static final String UNPACKED = "readout.model";

  private static final int EXPECTED_PIECES = 31_000;

  /** The names are as many as the values and read once. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces wordPieces;

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces wordPieces) {
    this.environment = environment;
    this.session = session;
    this.wordPieces = wordPieces;
  }

  /**
   * Loads it from the folder that {@code readout.model} names or else from the class path, with
   * ONNX Runtime's native library.
   *
   * @throws IOException when one of them is not there
   * @throws OrtException when the model cannot be run
   * @throws LinkageError when the native library cannot be loaded
   */
  static SentenceModel load() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      WordPieces wordPieces = new WordPieces(vocabulary());
      return new SentenceModel(environment, session(environment, options), wordPieces);
    }
  }

  private static OrtSession session(OrtEnvironment environment, SessionOptions options)
      throws IOException, OrtException {
    String folder = System.getProperty(UNPACKED);
    if (folder != null) {
      return environment.createSession(Path.of(folder, NAME + ".onnx").toString(), options);
    }
    try (InputStream model = resource("/" + NAME + ".onnx")) {
      return environment.createSession(model.readAllBytes(), options);
    }
  }

  /** Read piece by piece, since nothing but loading the model takes longer in a cold start. */
  static Map<String, Integer> vocabulary() throws IOException {
    Map<String, Integer> vocabulary = HashMap.newHashMap(EXPECTED_PIECES);
    try (InputStream file = resource("/" + NAME + "-tokenizer.json");
        JsonParser json = JSON.createParser(file)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
          json.nextToken();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String piece = json.currentName();
            json.nextToken();
            vocabulary.put(piece, json.getIntValue());
          }
        }
      }
    }
    return vocabulary;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = SentenceModel.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IOException(name + " is not on the class path");
    }
    return resource;
  }

  /**
   * What the text means.
   *
   * @throws IllegalStateException when the model fails, which it never should
   */
  Embedding embed(String text) {
    long[] pieces = wordPieces.of(text, MAX_PIECES);
    long[] all = new long[pieces.length];
    Arrays.fill(all, 1);
    try (OnnxTensor ids = row(pieces);
        OnnxTensor attended = row(all);
        OnnxTensor segments = row(new long[pieces.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", attended, "token_type_ids", segments))) {
      return Embedding.of(mean(((OnnxTensor) result.get(0)).getFloatBuffer()));
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  /** The sum instead: only the direction counts. */
  private static float[] mean(FloatBuffer vectors) {
    float[] sum = new float[Embedding.DIMENSIONS];
    while (vectors.hasRemaining()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vectors.get();
      }
    }
    return sum;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model cannot be closed", e);
    }
  }
}
