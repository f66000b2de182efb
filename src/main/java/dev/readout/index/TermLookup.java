package dev.readout.index;

import dev.readout.index.Fields.FieldWeights;
import dev.readout.index.TokenPostings.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One question's terms, each found in its dictionary once, which costs more than its postings, and
 * the queries they make. Confined to one thread.
 */
final class TermLookup {
  private final IndexSearcher searcher;
  private final Map<Term, TermStates> found = new HashMap<>();

  /** For each field and leaf. */
  private final Map<String, @Nullable TermsEnum[]> dictionaries = new HashMap<>();

  TermLookup(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  int frequency(Term term) throws IOException {
    return states(term).docFreq();
  }

  /** Of a term that the index has. */
  TermStatistics statistics(Term term) throws IOException {
    TermStates states = states(term);
    return new TermStatistics(term.bytes(), states.docFreq(), states.totalTermFreq());
  }

  /** The documents that hold a token in a field. */
  Query query(QueryToken token, String field) throws IOException {
    if (token.kind() == QueryToken.Kind.QUOTATION) {
      return Quotations.phrase(field, token.text());
    }
    Term term = new Term(field, token.text());
    return new TermQuery(term, states(term));
  }

  /**
   * The same as a list to go through once; null for none.
   *
   * @param flags what {@link PostingsEnum} names
   */
  @Nullable PostingsEnum postings(LeafReaderContext leaf, Term term, int flags) throws IOException {
    IOSupplier<TermState> state = states(term).get(leaf);
    TermState place = state == null ? null : state.get();
    if (place == null) {
      return null;
    }
    TermsEnum terms = dictionary(leaf, term.field());
    terms.seekExact(term.bytes(), place);
    return terms.postings(null, flags);
  }

  private TermStates states(Term term) throws IOException {
    TermStates states = found.get(term);
    if (states == null) {
      states = new TermStates(searcher.getTopReaderContext());
      for (LeafReaderContext leaf : searcher.getLeafContexts()) {
        TermsEnum terms = dictionary(leaf, term.field());
        if (terms.seekExact(term.bytes())) {
          states.register(terms.termState(), leaf.ord, terms.docFreq(), terms.totalTermFreq());
        }
      }
      found.put(term, states);
    }
    return states;
  }

  /** Taken up again for each of a field's terms, since it takes as long to open as to look in. */
  private TermsEnum dictionary(LeafReaderContext leaf, String field) throws IOException {
    TermsEnum[] ofLeaves =
        dictionaries.computeIfAbsent(field, _ -> new TermsEnum[searcher.getLeafContexts().size()]);
    if (ofLeaves[leaf.ord] == null) {
      Terms terms = leaf.reader().terms(field);
      ofLeaves[leaf.ord] = terms == null ? TermsEnum.EMPTY : terms.iterator();
    }
    return ofLeaves[leaf.ord];
  }

  /**
   * A search for tokens, each weighed by kind and field; for records also in titles and other
   * words.
   */
  Query query(List<QueryToken> tokens, Place place) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (QueryToken token : tokens) {
      add(query, place.field(token.kind()), token, weight(token.kind()));
      if (place == Place.RECORD) {
        add(query, Place.TITLE.field(token.kind()), token, weightInTitle(token.kind()));
        if (!Place.OTHER_WORDS.field(token.kind()).isEmpty()) {
          add(query, Fields.WHOLE_OTHER, token, FieldWeights.OTHER_WORDS);
        }
      }
    }
    return query.build();
  }

  /** What each term counts in that search of a place; a word that is said twice counts twice. */
  Map<Term, Float> boosts(List<QueryToken> tokens, Place place) {
    Map<Term, Float> boosts = new HashMap<>();
    for (QueryToken token : tokens) {
      float boost = weight(token.kind()) * token.weight();
      boosts.merge(new Term(place.field(token.kind()), token.text()), boost, Float::sum);
    }
    return boosts;
  }

  private static float weight(QueryToken.Kind kind) {
    return switch (kind) {
      case TERM -> FieldWeights.CONCEPT;
      case DATE -> FieldWeights.DATE;
      case CITATION -> FieldWeights.CITATION;
      case WORD, NUMBER, PAIR, CHARACTER, QUOTATION -> 1;
    };
  }

  private static float weightInTitle(QueryToken.Kind kind) {
    return switch (kind) {
      case TERM -> FieldWeights.TITLE_CONCEPT;
      case DATE -> 0; // titles are not searched by date
      case CITATION -> FieldWeights.CITATION;
      case WORD, NUMBER, PAIR, CHARACTER -> FieldWeights.TITLE;
      case QUOTATION -> 0; // what is quoted was said
    };
  }

  private void add(BooleanQuery.Builder query, String field, QueryToken token, float boost)
      throws IOException {
    if (token.known() && boost > 0 && !field.isEmpty()) {
      Query held = query(token, field);
      float weight = boost * token.weight();
      query.add(weight == 1 ? held : new BoostQuery(held, weight), BooleanClause.Occur.SHOULD);
    }
  }
}
