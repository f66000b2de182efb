package dev.readout.answer.quote;

/**
 * A word, a Chinese character or a sign: the unit in which texts are compared. Immutable.
 *
 * @param start first character in the text, 0-based, in UTF-16 units
 * @param end one past the last character
 * @param exact the same for the same characters, however they are set
 * @param loose the same also for capital and small letters, traditional and simplified characters,
 *     abbreviations with and without dots
 */
record Token(Kind kind, int start, int end, String exact, String loose) {
  private static final int SHORT_WORD_CHARS = 3;

  enum Kind {
    WORD,
    /** A word with a digit in it. */
    NUMBER,
    HAN,
    SYMBOL,
    PUNCTUATION,
    /** Dots that stand for words left out. */
    OMISSION
  }

  boolean isContent() {
    return kind != Kind.PUNCTUATION && kind != Kind.OMISSION;
  }

  /**
   * How much it counts when texts are compared: short words, most of which are in every text, half
   * of long ones. A word in Chinese is mostly two characters.
   */
  int weight() {
    return switch (kind) {
      case PUNCTUATION, OMISSION -> 0;
      case HAN -> 1;
      case WORD -> loose.length() <= SHORT_WORD_CHARS && !Meaning.isNegation(this) ? 1 : 2;
      case NUMBER, SYMBOL -> 2;
    };
  }

  /** Whether both may be one word, written differently or replaced by the other. */
  boolean isLike(Token other) {
    return isContent() == other.isContent() && (kind == Kind.HAN) == (other.kind == Kind.HAN);
  }

  /** The same but for its first letter's case, as when a quotation begins inside a sentence. */
  boolean isSameButForItsCapital(Token other) {
    int first = exact.offsetByCodePoints(0, 1);
    return exact.length() == other.exact.length()
        && exact.regionMatches(true, 0, other.exact, 0, first)
        && exact.regionMatches(first, other.exact, first, exact.length() - first);
  }
}
