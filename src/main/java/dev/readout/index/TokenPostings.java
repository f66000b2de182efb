package dev.readout.index;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a segment hold which tokens, asked for each place in growing order, since
 * postings only go forward. Confined to one thread.
 */
final class TokenPostings {

  /** A kind of document, and which of its fields hold words, terms, dates and citations. */
  enum Place {
    STATEMENT(Fields.TEXT, Fields.TEXT_CONCEPTS, Fields.TEXT_DATES, Fields.TEXT_CITATIONS),
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
        case WORD, NUMBER, QUOTATION -> words;
        // A field of its own, or Chinese wording would make English statements seem long.
        case PAIR, CHARACTER -> this == STATEMENT ? Fields.TEXT_ZH : words;
      };
    }
  }

  private final int tokens;

  /** For each place and token; null for a token that no document of the place holds. */
  private final Map<Place, @Nullable DocIdSetIterator[]> postings = new EnumMap<>(Place.class);

  TokenPostings(IndexSearcher searcher, LeafReaderContext leaf, QueryPlan plan) throws IOException {
    this.tokens = plan.tokens().size();
    for (Place place : Place.values()) {
      @Nullable DocIdSetIterator[] ofPlace = new @Nullable DocIdSetIterator[tokens];
      for (int i = 0; i < tokens; i++) {
        QueryToken token = plan.tokens().get(i);
        String field = place.field(token.kind());
        if (token.known() && !field.isEmpty()) {
          ofPlace[i] = documents(searcher, leaf, plan.lookup(), token, field);
        }
      }
      postings.put(place, ofPlace);
    }
  }

  private static @Nullable DocIdSetIterator documents(
      IndexSearcher searcher,
      LeafReaderContext leaf,
      TermLookup lookup,
      QueryToken token,
      String field)
      throws IOException {
    if (token.kind() != QueryToken.Kind.QUOTATION) { // a query costs several times as much
      return lookup.postings(leaf, new Term(field, token.text()), PostingsEnum.NONE);
    }
    Query query = searcher.rewrite(lookup.query(token, field));
    Scorer scorer = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1).scorer(leaf);
    return scorer == null ? null : scorer.iterator();
  }

  /** For each of so many documents, which tokens it holds. */
  boolean[][] held(int first, int count, Place place) throws IOException {
    boolean[][] held = new boolean[count][tokens];
    @Nullable DocIdSetIterator[] ofPlace = Objects.requireNonNull(postings.get(place));
    for (int i = 0; i < tokens; i++) {
      DocIdSetIterator documents = ofPlace[i];
      if (documents != null) {
        int at = documents.docID() < first ? documents.advance(first) : documents.docID();
        for (; at < first + count; at = documents.nextDoc()) {
          held[at - first][i] = true;
        }
      }
    }
    return held;
  }
}
