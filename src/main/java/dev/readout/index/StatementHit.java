package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;

/**
 * A statement that a search found. Immutable.
 *
 * @param ordinal its place among the record's statements, 0-based
 */
public record StatementHit(CorpusRecord record, int ordinal) {
  public Statement statement() {
    return record.statements().get(ordinal);
  }
}
