package dev.readout.answer.quote;

/** In what a quotation differs from the text that it was found near. */
public enum Change {
  /** A figure, a sum, a percentage or a date. */
  FIGURE,
  /** A word such as not, no, never, 不 or 未 on one side only. */
  NEGATION,
  /** Other words. */
  WORDING,
  /** Commas, dots, brackets. */
  PUNCTUATION,
  /** Capital and small letters. */
  LETTER_CASE,
  /** Traditional and simplified Chinese characters. */
  SCRIPT;

  /** Whether the words stay the same. */
  boolean isSlight() {
    return switch (this) {
      case FIGURE, NEGATION, WORDING -> false;
      case PUNCTUATION, LETTER_CASE, SCRIPT -> true;
    };
  }
}
