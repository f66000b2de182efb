package dev.readout.answer.ranking;

import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Evidence;

/**
 * A record in the order of a ranking. Immutable.
 *
 * @param score natural logarithm of its odds against the others, up to a constant: a difference of
 *     1 is a factor of e
 */
public record Ranked(Evidence evidence, double score) {
  public CorpusRecord record() {
    return evidence.record();
  }
}
