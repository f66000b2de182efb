package dev.readout.cli.evaluation;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question whose right answer is known. Immutable.
 *
 * @param text the question
 * @param records ids of the records of which any is right; empty when it must be declined
 * @param must patterns that the text shown must all hold
 * @param type what is asked for, such as {@code status}
 * @param kind what makes it hard, such as {@code paraphrase}; null when nothing is said of that
 */
public record JudgedQuestion(
    String text, List<String> records, List<Pattern> must, String type, @Nullable String kind) {
  public JudgedQuestion {
    records = List.copyOf(records);
    must = List.copyOf(must);
  }

  /** Whether the corpus holds an answer. */
  public boolean isAnswerable() {
    return !records.isEmpty();
  }
}
