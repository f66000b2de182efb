package dev.readout.index;

import dev.readout.corpus.CorpusRecord;

/**
 * How a record meets a question, in detail. Immutable by convention: the arrays are not copied and
 * not written to.
 *
 * @param record the record
 * @param candidate its scores
 * @param inRecord for each token of the plan, whether the record holds it anywhere
 * @param inTitle the same of its title
 * @param statementScores for each statement of the record, its BM25 score; 0 for none
 * @param inStatement for each statement and each token of the plan, whether the statement holds it
 * @param statementLikeness for each statement, how alike in meaning it is to the question: a
 *     cosine, 0 where meanings were not compared
 * @param askedCoverage largest share, by weight × idf, of the plan's tokens that one of the
 *     record's questions holds; 0 to 1
 */
@SuppressWarnings(
    "ArrayRecordComponent") // measured: lists of boxed values would double the cost of an answer
public record Evidence(
    CorpusRecord record,
    Candidate candidate,
    boolean[] inRecord,
    boolean[] inTitle,
    double[] statementScores,
    boolean[][] inStatement,
    double[] statementLikeness,
    double askedCoverage) {

  /**
   * A record that a search found, with its BM25 scores, each 0 where it was not among the best, and
   * how alike it is in meaning. Immutable.
   *
   * @param document the record's own document in this generation
   * @param whole the record as a whole, its title weighing more
   * @param phrases what whole gains by neighbouring words that stay neighbours
   * @param statement its best statement
   * @param question its best question
   * @param likeness in meaning, for a question that was compared by it
   */
  public record Candidate(
      int document,
      double whole,
      double phrases,
      double statement,
      double question,
      Likeness likeness) {

    /**
     * How alike in meaning a question and the texts of a record are, whatever their words: cosines
     * of embeddings, about 0 to 1. All 0 where the question was not compared. Immutable.
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
  }
}
