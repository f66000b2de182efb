package dev.readout.cli.evaluation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A question whose right answer is known. Immutable.
 *
 * @param text the question
 * @param records ids of the records of which any is right; empty when it must be declined
 * @param must patterns that the text shown must all hold
 * @param type what kind of question it is, such as {@code status}
 */
public record JudgedQuestion(String text, List<String> records, List<Pattern> must, String type) {
  public JudgedQuestion {
    records = List.copyOf(records);
    must = List.copyOf(must);
  }

  /** Whether the corpus holds an answer. */
  public boolean isAnswerable() {
    return !records.isEmpty();
  }
}
