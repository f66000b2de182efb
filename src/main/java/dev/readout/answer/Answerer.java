package dev.readout.answer;

/**
 * Answers questions. Implementations are thread-safe and deterministic: same question, same
 * generation, same answer.
 */
public interface Answerer {

  /**
   * The answer; a question that cannot be used gets {@link Answer.Invalid}, never an exception.
   * Throws when the index cannot be read.
   */
  Answer answer(Question question);
}
