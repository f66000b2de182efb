package dev.readout.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;

/**
 * Which documents hold which tokens of a question. Documents of each place are asked for in growing
 * order, since postings only go forward. Confined to one thread.
 */
final class TokenPostings {

  /**
   * What kind of document is asked about, and so which of its fields hold words, terms, dates and
   * citations.
   */
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

  private final List<QueryToken> tokens;
  private final Map<Place, List<Optional<DocIdSetIterator>>> postings = new EnumMap<>(Place.class);

  TokenPostings(IndexSearcher searcher, List<QueryToken> tokens) throws IOException {
    this.tokens = tokens;
    for (Place place : Place.values()) {
      List<Optional<DocIdSetIterator>> ofPlace = new ArrayList<>(tokens.size());
      for (QueryToken token : tokens) {
        String field = place.field(token.kind());
        boolean searchable = token.known() && !field.isEmpty();
        ofPlace.add(searchable ? documents(searcher, token, field) : Optional.empty());
      }
      postings.put(place, ofPlace);
    }
  }

  private static Optional<DocIdSetIterator> documents(
      IndexSearcher searcher, QueryToken token, String field) throws IOException {
    LeafReaderContext leaf = searcher.getLeafContexts().getFirst();
    if (token.kind() != QueryToken.Kind.QUOTATION) { // a query costs several times as much
      return Optional.ofNullable(
          leaf.reader().postings(new Term(field, token.text()), PostingsEnum.NONE));
    }
    Query query = searcher.rewrite(token.heldIn(field));
    return Optional.ofNullable(
            searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1).scorer(leaf))
        .map(Scorer::iterator);
  }

  boolean[] held(int document, Place place) throws IOException {
    boolean[] held = new boolean[tokens.size()];
    List<Optional<DocIdSetIterator>> ofPlace = postings.getOrDefault(place, List.of());
    for (int i = 0; i < held.length; i++) {
      if (ofPlace.get(i).isPresent()) {
        DocIdSetIterator documents = ofPlace.get(i).get();
        int at = documents.docID() < document ? documents.advance(document) : documents.docID();
        held[i] = at == document;
      }
    }
    return held;
  }
}
