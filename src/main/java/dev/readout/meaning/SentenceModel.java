package dev.readout.meaning;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sentence model: what a text means is the mean of its pieces' vectors. Thread-safe; closed by
 * who loaded it.
 */
final class SentenceModel implements BackgroundModel.Model {
  /** The model was trained on texts up to about this long; the rest of a longer one is not read. */
  private static final int MAX_PIECES = 256;

  private final MiniLm encoder;
  private final WordPieces wordPieces;

  private SentenceModel(MiniLm encoder, WordPieces wordPieces) {
    this.encoder = encoder;
    this.wordPieces = wordPieces;
  }

  /**
   * Loads it with ONNX Runtime's native library.
   *
   * @throws IOException when one of them is not there
   * @throws OrtException when the model cannot be run
   * @throws LinkageError when the native library cannot be loaded
   */
  static SentenceModel load() throws IOException, OrtException {
    WordPieces wordPieces = WordPieces.shipped();
    Optional<Path> unpacked = MiniLm.unpacked(MiniLm.NAME);
    MiniLm encoder =
        unpacked.isPresent() ? MiniLm.of(unpacked.get()) : MiniLm.of(MiniLm.shippedFile());
    return new SentenceModel(encoder, wordPieces);
  }

  /** What the text means. */
  Embedding embed(String text) {
    long[] pieces = wordPieces.of(text, MAX_PIECES);
    float[] vectors = encoder.vectors(pieces, new long[pieces.length]);
    return Embedding.of(MiniLm.sum(vectors, 0, pieces.length)); // only the direction counts
  }

  @Override
  public void close() {
    encoder.close();
  }
}
