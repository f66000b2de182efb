package dev.readout.index;

/**
 * A unit of a question that a record can hold or lack. Immutable.
 *
 * @param text the index term: a stem, a pair of characters, a term's id, a date such as {@code
 *     2024-10}, a citation such as {@code fr:90:47201}
 * @param start first character of its place in the question
 * @param end one past the last
 * @param weight what its match counts; 0 for words that every text has
 * @param idf inverse document frequency over the records, as BM25 computes it; 0 or more
 * @param known whether any record holds it
 * @param ordinary whether it is a word of the list of ordinary words, whose absence from a record
 *     says nothing
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
