package dev.readout.index;

/**
 * A unit of a question that a record can hold: an index term (stem, pair, id, {@code 2024-10},
 * {@code fr:90:47201}), its place in the question, what a match counts, its idf over the records, 0
 * or more, and whether any record holds it. That a record lacks an ordinary one says nothing.
 * Immutable.
 */
public record QueryToken(
    Kind kind,
    String text,
    int start,
    int end,
    float weight,
    float idf,
    boolean known,
    boolean ordinary) {

  /** What a token is. */
  public enum Kind {
    WORD,
    /** Digits, as written. */
    NUMBER,
    /** Two Chinese characters that stand together. */
    PAIR,
    /** One Chinese character. */
    CHARACTER,
    /** A term of the term list, by whatever name. */
    TERM,
    DATE,
    /** An official number, in the one spelling that all have in the index. */
    CITATION,
    /** Words between quotation marks, in their order. */
    QUOTATION
  }

  /** What its match is worth: weight × idf. */
  public double mass() {
    return weight * idf;
  }

  /** Whether a record that lacks it probably does not answer the question. */
  public boolean isTelling() {
    return hasContent() && !ordinary;
  }

  /** Whether it is about something, rather than part of how one asks. */
  public boolean hasContent() {
    return weight >= QuestionWords.CONTENT_WEIGHT && kind != Kind.CHARACTER;
  }

  /** Whether its place in the question is that of the other, or part of it. */
  public boolean isWithin(QueryToken other) {
    return other.start <= start && end <= other.end;
  }
}
