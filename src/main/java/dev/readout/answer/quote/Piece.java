package dev.readout.answer.quote;

/**
 * A stretch of a quotation beside the stretch of the source that it was compared with. Immutable.
 * The quotes of all pieces, one after another, are the quotation byte for byte; the sources are the
 * slice of the passage that it was compared with. White space stands at the beginning of a piece.
 *
 * @param quote empty for {@link Kind#ONLY_IN_SOURCE}
 * @param source empty for {@link Kind#ONLY_IN_QUOTE}
 */
public record Piece(Kind kind, String quote, String source) {
  /** What the two stretches are to each other. */
  public enum Kind {
    /** The same words; their typography, case and script may differ. */
    SAME,
    ONLY_IN_QUOTE,
    ONLY_IN_SOURCE,
    /** The quotation leaves this out: it has dots for it, or begins right after this negation. */
    OMITTED
  }

  public Piece {
    if ((kind == Kind.ONLY_IN_QUOTE && !source.isEmpty())
        || (kind == Kind.ONLY_IN_SOURCE && !quote.isEmpty())) {
      throw new IllegalArgumentException(kind + ": '" + quote + "', '" + source + "'");
    }
  }
}
