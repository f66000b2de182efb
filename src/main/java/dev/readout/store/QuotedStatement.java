package dev.readout.store;

import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;

/**
 * A statement in its place in an answer. Immutable.
 *
 * @param block {@link #LEAD}, the wire name of a side, or {@link #MORE}
 * @param start first character in the record's body, 0-based, in UTF-16 units
 * @param end one past the last character
 * @param hash the statement's
 */
public record QuotedStatement(String block, String recordId, int start, int end, String hash) {
  /** The block of the best-supported statement. */
  public static final String LEAD = "lead";

  /** What is shown on demand. */
  public static final String MORE = "more";

  public QuotedStatement {
    if (!block.equals(LEAD) && !block.equals(MORE) && Side.ofWireName(block).isEmpty()) {
      throw new IllegalArgumentException("no block of an answer: '" + block + "'");
    }
  }

  /** The statement as it stands in a block. */
  public static QuotedStatement of(String block, Statement statement) {
    return new QuotedStatement(
        block, statement.recordId(), statement.start(), statement.end(), statement.hash());
  }

  /** Whether it is this statement that was quoted. */
  public boolean quotes(Statement statement) {
    return of(block, statement).equals(this);
  }
}
