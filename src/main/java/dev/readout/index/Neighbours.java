package dev.readout.index;

import dev.readout.index.Fields.FieldWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * What it is worth that words which are neighbours in a question are so in a document: BM25 of how
 * often each two stand side by side, and half of it of how often they stand {@link #NEAR} words
 * apart at most, the nearer the more. The scores are those of Lucene's phrase queries without and
 * with a slop; each word's places are read once. Confined to one thread.
 */
final class Neighbours {
  private static final int NEAR = 6;
  private static final float WORTH_OF_NEAR = 0.5f;

  private final IndexSearcher searcher;
  private final TermLookup lookup;
  private final List<Term> words;

  Neighbours(IndexSearcher searcher, QueryPlan plan) {
    this.searcher = searcher;
    this.lookup = plan.lookup();
    this.words =
        plan.tokens().stream()
            .filter(QueryToken::known)
            .filter(
                token ->
                    token.kind() == QueryToken.Kind.WORD || token.kind() == QueryToken.Kind.NUMBER)
            .map(token -> new Term(Fields.WHOLE, token.text()))
            .toList();
  }

  /** Two different words that follow each other, by their places among the words. */
  private record Pair(int first, int second, SimScorer scorer) {}

  /** By document; without those where no two are near. */
  Map<Integer, Float> scores(int[] documents) throws IOException {
    CollectionStatistics field = searcher.collectionStatistics(Fields.WHOLE);
    Map<Integer, Float> scores = new HashMap<>();
    List<Pair> pairs = field == null ? List.of() : pairs(field);
    if (pairs.isEmpty()) {
      return scores;
    }
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      int[] inOrder =
          Arrays.stream(documents)
              .map(document -> document - leaf.docBase)
              .filter(document -> document >= 0 && document < leaf.reader().maxDoc())
              .sorted()
              .toArray();
      add(leaf, inOrder, pairs, scores);
    }
    return scores;
  }

  private List<Pair> pairs(CollectionStatistics field) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      Term first = words.get(i - 1);
      Term second = words.get(i);
      if (!first.equals(second) && isHeld(first) && isHeld(second)) {
        SimScorer scorer =
            FieldWeights.BM25.scorer(1, field, lookup.statistics(first), lookup.statistics(second));
        pairs.add(new Pair(i - 1, i, scorer));
      }
    }
    return pairs;
  }

  /** Or else it is one of the other words. */
  private boolean isHeld(Term word) throws IOException {
    return lookup.frequency(word) > 0;
  }

  private void add(
      LeafReaderContext leaf, int[] documents, List<Pair> pairs, Map<Integer, Float> scores)
      throws IOException {
    int[][][] places = new int[words.size()][][];
    for (int word = 0; word < places.length; word++) {
      places[word] =
          places(lookup.postings(leaf, words.get(word), PostingsEnum.POSITIONS), documents);
    }
    NumericDocValues norms = leaf.reader().getNormValues(Fields.WHOLE);
    for (int i = 0; i < documents.length; i++) {
      long norm = norms != null && norms.advanceExact(documents[i]) ? norms.longValue() : 1;
      double sum = 0;
      for (Pair pair : pairs) {
        sum += score(places[pair.first()][i], places[pair.second()][i], pair.scorer(), norm);
      }
      if (sum > 0) {
        scores.put(leaf.docBase + documents[i], (float) sum);
      }
    }
  }

  /** Where a word stands in each document; nowhere in those that lack it. */
  static int[][] places(@Nullable PostingsEnum postings, int[] documents) throws IOException {
    int[][] places = new int[documents.length][0];
    for (int i = 0; postings != null && i < documents.length; i++) {
      boolean isThere =
          postings.docID() == documents[i]
              || (postings.docID() < documents[i]
                  && postings.advance(documents[i]) == documents[i]);
      if (isThere) {
        places[i] = new int[postings.freq()];
        for (int place = 0; place < places[i].length; place++) {
          places[i][place] = postings.nextPosition();
        }
      }
    }
    return places;
  }

  /** Each place of the one is compared with the nearest of the other that is not before it. */
  private static double score(int[] first, int[] second, SimScorer scorer, long norm) {
    if (first.length == 0 || second.length == 0) {
      return 0;
    }
    float adjacent = 0;
    float near = 0;
    int[] low = first;
    int[] high = second.clone();
    Arrays.setAll(high, i -> second[i] - 1); // where the first would stand beside it
    if (high[0] < low[0]) {
      low = high;
      high = first;
    }
    int at = 0;
    int next = 0;
    while (true) {
      int apart = high[next] - low[at];
      for (at++; at < low.length && low[at] <= high[next]; at++) {
        apart = high[next] - low[at];
      }
      adjacent += apart == 0 ? 1 : 0;
      near += apart <= NEAR ? 1f / (1f + apart) : 0;
      if (at == low.length) {
        return (double) scorer.score(adjacent, norm) + WORTH_OF_NEAR * scorer.score(near, norm);
      }
      int[] passed = low;
      low = high;
      high = passed;
      int reached = at;
      at = next;
      next = reached;
    }
  }
}
