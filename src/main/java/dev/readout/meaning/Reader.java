package dev.readout.meaning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a question and statements together and says of each whether it answers the question, once
 * its model is loaded. Off, or where the model cannot be loaded (one warning says why), it reads
 * nothing. Thread-safe; closed by who started it, after the last question.
 */
public final class Reader extends BackgroundModel<ReaderModel> {
  /** A statement takes several milliseconds: how many a question may have read. */
  public static final int MAX_PASSAGES = 10;

  private Reader(boolean isOn) {
    super("reader", "Statements are not read", isOn);
  }

  /** A statement with title and day of its record. Immutable. */
  public record Passage(String title, LocalDate day, String statement) {}

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
}
