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
    double askedCoverage) {}
