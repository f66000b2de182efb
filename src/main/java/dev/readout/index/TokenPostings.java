package dev.readout.index;

import dev.readout.index.Fields.FieldWeights;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a segment hold which tokens, asked for each place in growing order, since
 * postings only go forward. Confined to one thread.
 */
final class TokenPostings {

  /** A kind of document, and which of its fields hold words, terms, dates and citations. */
  enum Place {
    STATEMENT(Fields.TEXT, Fields.TEXT_CONCEPTS, Fields.TEXT_DATES, Fields.TEXT_CITATIONS),
    OTHER_WORDS(Fields.TEXT_OTHER, "", "", ""),
    QUESTION(Fields.ASKED, Fields.ASKED_CONCEPTS, "", Fields.ASKED_CITATIONS),
    RECORD(Fields.WHOLE, Fields.WHOLE_CONCEPTS, Fields.DATES, Fields.CITATIONS),
    TITLE(Fields.TITLE, Fields.TITLE_CONCEPTS, "", Fields.OWN_CITATIONS);

    private final String words;
    private final String terms;
    private final String dates;
    private final String citations;

    Place(String words, String terms, String dates, String citations) {
      this.words = words;
      this.terms = terms;
      this.dates = dates;
      this.citations = citations;
    }

    /** Empty where the place has none of this kind. */
    String field(QueryToken.Kind kind) {
      return switch (kind) {
        case TERM -> terms;
        case DATE -> dates;
        case CITATION -> citations;
        case WORD, NUMBER -> words;
        case QUOTATION -> this == OTHER_WORDS ? "" : words; // they have no order
        // A field of its own, or Chinese wording would make English statements seem long.
        case PAIR, CHARACTER -> this == STATEMENT ? Fields.TEXT_ZH : words;
      };
    }
  }

  /** What a document that a token's postings stand at scores by it. */
  private interface Score {
    Score NONE = () -> 0;

    float of() throws IOException;
  }

  private final int tokens;
  private final IndexSearcher searcher;
  private final LeafReaderContext leaf;
  private final TermLookup lookup;

  /** For each token, what a statement scores by it. */
  private final Score[] scores;

  /** For each place and token; null for a token that no document of the place holds. */
  private final Map<Place, @Nullable DocIdSetIterator[]> postings = new EnumMap<>(Place.class);

  TokenPostings(IndexSearcher searcher, LeafReaderContext leaf, QueryPlan plan) throws IOException {
    this.tokens = plan.tokens().size();
    this.searcher = searcher;
    this.leaf = leaf;
    this.lookup = plan.lookup();
    this.scores = new Score[tokens];
    Arrays.fill(scores, Score.NONE);
    Map<Term, Float> boosts = lookup.boosts(plan.tokens(), Place.STATEMENT);
    for (Place place : Place.values()) {
      @Nullable DocIdSetIterator[] ofPlace = new @Nullable DocIdSetIterator[tokens];
      for (int i = 0; i < tokens; i++) {
        QueryToken token = plan.tokens().get(i);
        String field = place.field(token.kind());
        if (token.known() && !field.isEmpty()) {
          Term term = new Term(field, token.text());
          Float boost = place == Place.STATEMENT ? boosts.remove(term) : null;
          ofPlace[i] =
              token.kind() == QueryToken.Kind.QUOTATION
                  ? quoted(token, field, i, boost)
                  : postings(term, i, boost);
        }
      }
      postings.put(place, ofPlace);
    }
  }

  private @Nullable DocIdSetIterator postings(Term term, int token, @Nullable Float boost)
      throws IOException {
    PostingsEnum postings =
        lookup.postings(leaf, term, boost == null ? PostingsEnum.NONE : PostingsEnum.FREQS);
    if (postings == null || boost == null) {
      return postings;
    }
    CollectionStatistics field =
        Objects.requireNonNull(searcher.collectionStatistics(term.field()));
    SimScorer scorer = FieldWeights.BM25.scorer(boost, field, lookup.statistics(term));
    NumericDocValues norms = leaf.reader().getNormValues(term.field());
    scores[token] =
        () ->
            scorer.score(
                postings.freq(),
                norms != null && norms.advanceExact(postings.docID()) ? norms.longValue() : 1);
    return postings;
  }

  /** By a query, which costs several times as much. */
  private @Nullable DocIdSetIterator quoted(
      QueryToken token, String field, int place, @Nullable Float boost) throws IOException {
    Query query = searcher.rewrite(lookup.query(token, field));
    Scorer scorer =
        searcher.createWeight(query, ScoreMode.COMPLETE, boost == null ? 1 : boost).scorer(leaf);
    if (scorer != null && boost != null) {
      scores[place] = scorer::score;
    }
    return scorer == null ? null : scorer.iterator();
  }

  /**
   * For each of so many statements, which tokens it holds.
   *
   * @param scored in which place each one's BM25 is put, as a search by all tokens gives it
   */
  boolean[][] heldInStatements(int first, double[] scored) throws IOException {
    boolean[][] held = held(first, scored.length, Place.STATEMENT, scored);
    Arrays.setAll(scored, i -> (float) scored[i]);
    return held;
  }

  /** For each of so many documents, which tokens it holds. */
  boolean[][] held(int first, int count, Place place) throws IOException {
    return held(first, count, place, null);
  }

  private boolean[][] held(int first, int count, Place place, double @Nullable [] scored)
      throws IOException {
    boolean[][] held = new boolean[count][tokens];
    @Nullable DocIdSetIterator[] ofPlace = Objects.requireNonNull(postings.get(place));
    for (int i = 0; i < tokens; i++) {
      DocIdSetIterator documents = ofPlace[i];
      if (documents != null) {
        int at = documents.docID() < first ? documents.advance(first) : documents.docID();
        for (; at < first + count; at = documents.nextDoc()) {
          held[at - first][i] = true;
          if (scored != null) {
            scored[at - first] += scores[i].of();
          }
        }
      }
    }
    return held;
  }
}
