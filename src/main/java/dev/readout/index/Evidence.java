package dev.readout.index;

import dev.readout.corpus.CorpusRecord;

/**
 * How a record meets a question, by tokens of the plan and by statements: which hold which, by
 * their own words, which the record has in any words, and whose other words do; BM25 scores (0 for
 * none), likenesses of statements and of what they are asked in, their own where they have no other
 * words (0 where meanings were not compared), and the largest share of the plan's mass in one of
 * its questions, 0 to 1. Immutable by convention: arrays are neither copied nor written to.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // measured: lists of boxed values would double the cost of an answer
public record Evidence(
    CorpusRecord record,
    Candidate candidate,
    boolean[] inRecord,
    boolean[] inAnyWords,
    boolean[] inTitle,
    double[] statementScores,
    boolean[][] inStatement,
    boolean[][] inOtherWords,
    double[] statementLikeness,
    double[] askedLikeness,
    double askedCoverage) {

  /** The same record as another search found it. */
  Evidence of(Candidate found) {
    return found.equals(candidate)
        ? this
        : new Evidence(
            record,
            found,
            inRecord,
            inAnyWords,
            inTitle,
            statementScores,
            inStatement,
            inOtherWords,
            statementLikeness,
            askedLikeness,
            askedCoverage);
  }

  /**
   * A record that a search found, with BM25 scores of the whole (title weighing more), of
   * neighbouring words, of its best statement and question, 0 for none among the best, and its
   * likeness in meaning. Immutable.
   */
  public record Candidate(
      int document,
      double whole,
      double phrases,
      double statement,
      double question,
      Likeness likeness) {

    /**
     * How alike in meaning a question and a record's most alike statement, question and title are:
     * about 0 to 1; all 0 where not compared. Immutable.
     */
    public record Likeness(double statement, double question, double title) {
      public static final Likeness NONE = new Likeness(0, 0, 0);

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
