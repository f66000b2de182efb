package dev.readout.index;

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
    Likeness likeness) {}
