package dev.readout.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an index keeps the terms of one question. Finding a term in its dictionary costs more than
 * reading its postings, and three searches and the closer look each want it in the same fields: it
 * is found once. Confined to one thread, as its plan is.
 */
final class TermLookup {
  private final IndexSearcher searcher;
  private final Map<Term, TermStates> found = new HashMap<>();

  TermLookup(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** How many documents have the term. */
  int frequency(Term term) throws IOException {
    return states(term).docFreq();
  }

  /** The documents that hold a token in a field. */
  Query query(QueryToken token, String field) throws IOException {
    if (token.kind() == QueryToken.Kind.QUOTATION) {
      return Quotations.phrase(field, token.text());
    }
    Term term = new Term(field, token.text());
    return new TermQuery(term, states(term));
  }

  /** The same as a list to go through once; null for none. */
  @Nullable PostingsEnum postings(LeafReaderContext leaf, Term term) throws IOException {
    IOSupplier<TermState> state = states(term).get(leaf);
    TermState place = state == null ? null : state.get();
    if (place == null) {
      return null;
    }
    TermsEnum terms = leaf.reader().terms(term.field()).iterator();
    terms.seekExact(term.bytes(), place);
    return terms.postings(null, PostingsEnum.NONE);
  }

  private TermStates states(Term term) throws IOException {
    TermStates states = found.get(term);
    if (states == null) {
      states = TermStates.build(searcher, term, true);
      found.put(term, states);
    }
    return states;
  }
}
