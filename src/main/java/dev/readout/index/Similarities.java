package dev.readout.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25, the same for indexing and searching. Its parameters were chosen on the development
 * questions (docs/retrieval.md).
 */
final class Similarities {
  /** Saturation of term frequency; {@code >= 0}. */
  static final float K1 = 1.2f;

  /** Length normalisation; 0 to 1. */
  static final float B = 0.5f;

  static final String DESCRIPTION = "BM25 k1 " + K1 + " b " + B;

  static final Similarity BM25 = new BM25Similarity(K1, B);

  private Similarities() {}
}
