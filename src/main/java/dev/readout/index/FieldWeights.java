package dev.readout.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * What a match counts, in BM25 and by where it is: no units, all {@code >= 0}, chosen on the
 * development questions (docs/retrieval.md).
 */
final class FieldWeights {
  /** Saturation of term frequency. */
  private static final float K1 = 1.2f;

  /** Length normalisation; 0 to 1. */
  private static final float B = 0.5f;

  static final String DESCRIPTION = "BM25 k1 " + K1 + " b " + B;

  /** The same for indexing and searching. */
  static final Similarity BM25 = new BM25Similarity(K1, B);

  /** A word in the record's title, beside 1 for anywhere in the record. */
  static final float TITLE = 0.75f;

  /** A named term anywhere. */
  static final float CONCEPT = 0.8f;

  /** A named term in the title, beside that. */
  static final float TITLE_CONCEPT = 0.6f;

  /** A date asked for. */
  static final float DATE = 1.5f;

  /** A citation anywhere, and as much again where it is the record's own. */
  static final float CITATION = 1.5f;

  /** A word that is part of a named term or a citation, which is matched too. */
  static final float NAMED_WORD = 0.6f;

  /** A word that is part of a date, since the date is matched too. */
  static final float WRITTEN_DATE = 0.2f;

  /** A single Chinese character, since pairs are matched too. */
  static final float CHARACTER = 0.3f;

  /** A pair of Chinese characters that belong to two words. */
  static final float ACROSS_WORDS = 0.4f;

  /** Neighbouring words that stay neighbours; added when the best are rescored. */
  static final float PHRASE = 0.3f;

  private FieldWeights() {}
}
