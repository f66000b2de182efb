package dev.readout.meaning;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Embeds texts once its model is loaded, which nobody waits for who does not ask to. Off, or where
 * the model cannot be loaded (one warning says why), it embeds nothing, and what is asked is
 * answered by words alone. Thread-safe; closed by who started it, after the last text.
 */
public final class Embedder extends BackgroundModel<Embedder.SentenceModel> {
  /** What the embeddings are of; those of another model cannot be compared with them. */
  public static final String MODEL = MiniLm.NAME + "-" + checksum();

  private Embedder(boolean isOn) {
    super("sentence model", "Words alone answer questions", isOn);
  }

  private static String checksum() {
    try (TrainedWeights weights = TrainedWeights.shipped(TrainedWeights.EMBEDDER)) {
      return Integer.toHexString(weights.checksum());
    } catch (IOException e) {
      throw new UncheckedIOException("the sentence model cannot be read", e);
    }
  }

  /** One that embeds nothing. */
  public static Embedder off() {
    return new Embedder(false);
  }

  /** One that loads its model when it is started or waited for. */
  public static Embedder idle() {
    return new Embedder(true);
  }

  @Override
  SentenceModel load() throws Exception {
    SentenceModel opened = SentenceModel.load();
    var _ = opened.embed("warm up");
    return opened;
  }

  /** Whether the model understands the text: it knows no Chinese. */
  public static boolean understands(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic)
        && text.codePoints().anyMatch(Character::isLetter);
  }

  /** What the text means; empty when the model is not there or does not understand it. */
  public Optional<Embedding> of(String text) {
    return understands(text) ? ask(ready -> ready.embed(text)) : Optional.empty();
  }

  /**
   * The sentence model: the shipped one, trained further on questions and the statements that
   * answer them. What a text means is the mean of its pieces' vectors. Thread-safe; closed by who
   * loaded it.
   */
  static final class SentenceModel implements BackgroundModel.Model {
    /** The model was trained on texts up to about this length; the rest is not read. */
    private static final int MAX_PIECES = 256;

    private final MiniLm encoder;
    private final WordPieces wordPieces;

    private SentenceModel(MiniLm encoder, WordPieces wordPieces) {
      this.encoder = encoder;
      this.wordPieces = wordPieces;
    }

    /** Loads it with ONNX Runtime's library; throws, also a {@link LinkageError}, if it cannot. */
    static SentenceModel load() throws IOException, OrtException {
      WordPieces wordPieces = WordPieces.shipped();
      try (TrainedWeights weights = TrainedWeights.shipped(TrainedWeights.EMBEDDER)) {
        return new SentenceModel(weights.model(), wordPieces);
      }
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
}
