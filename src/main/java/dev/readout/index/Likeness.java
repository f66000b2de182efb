package dev.readout.index;

/**
 * How alike in meaning a question and the texts of a record are, whatever their words: cosines of
 * embeddings, about 0 to 1. All 0 where the question was not compared. Immutable.
 *
 * @param statement of its most alike statement
 * @param question of its most alike question
 * @param title of its English title
 */
public record Likeness(double statement, double question, double title) {
  public static final Likeness NONE = new Likeness(0, 0, 0);

  /** That of the most alike text. */
  public double most() {
    return Math.max(title, Math.max(statement, question));
  }

  Likeness orMore(Likeness other) {
    return new Likeness(
        Math.max(statement, other.statement),
        Math.max(question, other.question),
        Math.max(title, other.title));
  }
}
