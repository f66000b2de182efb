package dev.readout.meaning;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a question and statements together and says of each whether it answers the question, once
 * its model is loaded. Off, or where the model cannot be loaded (one warning says why), it reads
 * nothing. Thread-safe; closed by who started it, after the last question.
 */
public final class Reader extends BackgroundModel<Reader.ReaderModel> {
  /** A statement takes several milliseconds: how many a question may have read. */
  public static final int MAX_PASSAGES = 10;

  private Reader(boolean isOn) {
    super("reader", "Statements are not read", isOn);
  }

  /** A statement with title and day of its record. Immutable. */
  public record Passage(String title, LocalDate day, String statement) {
    private static final int MAX_TITLE_CHARS = 90;

    /** "(Madrid talks, 15 September 2025)." */
    private static final Pattern ATTRIBUTION = Pattern.compile("\\s*\\([^()]*\\d{4}\\)\\.?$");

    /** As it is read and was trained: title and day before it, what names them again cut off. */
    public String asRead() {
      String shortTitle = title.substring(0, Math.min(title.length(), MAX_TITLE_CHARS));
      return "%s (%s): %s".formatted(shortTitle, day, withoutAttribution());
    }

    private String withoutAttribution() {
      Matcher attribution = ATTRIBUTION.matcher(statement);
      return attribution.find() && attribution.group().contains(Integer.toString(day.getYear()))
          ? statement.substring(0, attribution.start()) + "."
          : statement;
    }
  }

  /** One that reads nothing. */
  public static Reader off() {
    return new Reader(false);
  }

  /** One that loads its model when it is started or waited for. */
  public static Reader idle() {
    return new Reader(true);
  }

  @Override
  ReaderModel load() throws Exception {
    ReaderModel opened = ReaderModel.load();
    long[] question = opened.question("warm up");
    var _ = opened.logit(question, question);
    return opened;
  }

  /**
   * For each of at most {@link #MAX_PASSAGES}, in their order, the log-odds that its statement
   * answers the question: above 0 rather yes, below rather no. Each is read by itself, so fewer
   * take less time. Empty when the model is not there or does not understand the question.
   */
  public Optional<double[]> read(String question, List<Passage> passages) {
    if (passages.size() > MAX_PASSAGES) {
      throw new IllegalArgumentException(passages.size() + " passages");
    }
    return Embedder.understands(question)
        ? ask(ready -> read(ready, question, passages))
        : Optional.empty();
  }

  private static double[] read(ReaderModel model, String question, List<Passage> passages) {
    long[] asked = model.question(question);
    return passages.stream()
        .mapToDouble(passage -> model.logit(asked, model.statement(passage, asked.length)))
        .toArray();
  }

  /**
   * The reader's model: the shipped one, trained further on pairs of a question and a statement,
   * with a head. A pair is read together, {@code [CLS] question [SEP] title (date): statement
   * [SEP]}, each statement by itself: several in one run take as long. Thread-safe; closed by who
   * loaded it.
   */
  static final class ReaderModel implements BackgroundModel.Model {
    /** As in training; the rest of a longer question or statement is not read. */
    private static final int MAX_PIECES = 112;

    private static final int MAX_QUESTION_PIECES = 40;
    private static final int MIN_STATEMENT_PIECES = 24;

    /** What the product of the means is multiplied by. */
    static final float PRODUCT = 4;

    private final MiniLm encoder;
    private final WordPieces wordPieces;
    private final float[] head;

    private ReaderModel(MiniLm encoder, WordPieces wordPieces, float[] head) {
      this.encoder = encoder;
      this.wordPieces = wordPieces;
      this.head = head;
    }

    /**
     * Makes it of the shipped model, with ONNX Runtime's native library; throws, also a {@link
     * LinkageError}, when it cannot, or the shipped model is another than it was trained from.
     */
    static ReaderModel load() throws IOException, OrtException {
      WordPieces wordPieces = WordPieces.shipped();
      try (TrainedWeights weights = TrainedWeights.shipped(TrainedWeights.READER)) {
        return new ReaderModel(weights.model(), wordPieces, weights.head());
      }
    }

    /** The pieces of a question, for any number of statements. */
    long[] question(String text) {
      return questionPieces(wordPieces, text);
    }

    static long[] questionPieces(WordPieces wordPieces, String text) {
      return wordPieces.of(text, MAX_QUESTION_PIECES);
    }

    /** The pieces of a statement for a question of so many pieces. */
    long[] statement(Reader.Passage passage, int questionPieces) {
      return statementPieces(wordPieces, passage.asRead(), questionPieces);
    }

    static long[] statementPieces(WordPieces wordPieces, String text, int questionPieces) {
      int room = Math.max(MIN_STATEMENT_PIECES, MAX_PIECES + 1 - questionPieces);
      long[] pieces = wordPieces.of(text, room);
      return Arrays.copyOfRange(pieces, 1, pieces.length); // the question's begin is the pair's
    }

    /** The log-odds that the statement answers the question: 0 neither, above 0 rather yes. */
    double logit(long[] question, long[] statement) {
      int length = question.length + statement.length;
      long[] pieces = Arrays.copyOf(question, length);
      System.arraycopy(statement, 0, pieces, question.length, statement.length);
      long[] segments = new long[length];
      Arrays.fill(segments, question.length, length, 1);
      float[] vectors = encoder.vectors(pieces, segments);
      float[] ofQuestion = MiniLm.sum(vectors, 0, question.length);
      float[] ofStatement = MiniLm.sum(vectors, question.length, length);
      double product = (double) PRODUCT / question.length / statement.length;
      double logit = head[3 * MiniLm.WIDTH];
      for (int i = 0; i < MiniLm.WIDTH; i++) {
        logit +=
            head[i] * vectors[i]
                + head[MiniLm.WIDTH + i] * product * ofQuestion[i] * ofStatement[i]
                + head[2 * MiniLm.WIDTH + i] * (ofQuestion[i] + ofStatement[i]) / length;
      }
      return logit;
    }

    @Override
    public void close() {
      encoder.close();
    }
  }
}
