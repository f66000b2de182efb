package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.index.TextAnalyzer.Position;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Completes what is typed to titles and questions, in English and Chinese: every word must occur,
 * the last perhaps unfinished, those of four letters or more perhaps misspelt. Searches the index,
 * since Lucene's infix suggester forgives no errors and its fuzzy one finds no infixes.
 * Thread-safe.
 */
record Suggester(IndexSearcher searcher, IntFunction<CorpusRecord> recordOf) {
  /** Longer input is no longer a beginning. */
  private static final int MAX_WORDS = 12;

  private static final int MIN_FUZZY_CHARS = 4;

  /** The automaton of a longer word costs more than its answer is worth. */
  private static final int MAX_FUZZY_CHARS = 30;

  private static final int TWO_SLIPS_CHARS = 8;
  private static final int MAX_EXPANSIONS = 50;

  private static final TextAnalyzer WORDS = new TextAnalyzer(TextAnalyzer.Form.WORDS);

  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.DAY, true, SortedNumericSelector.Type.MIN),
          SortField.FIELD_DOC);

  List<String> suggest(String typed, SearchFilter filter, int limit, IntPredicate which)
      throws IOException {
    List<String> words = words(typed);
    if (words.isEmpty() || limit < 1) {
      return List.of();
    }
    Set<String> suggestions = new LinkedHashSet<>();
    Query search = RecordSearcher.filtered(continuing(typed, words), filter);
    for (ScoreDoc hit :
        searcher.search(search, (int) Math.min(limit * 2L, searcher.getIndexReader().maxDoc()))
            .scoreDocs) {
      if (suggestions.size() < limit && which.test(hit.doc)) {
        suggestions.add(label(hit.doc));
      }
    }
    return List.copyOf(suggestions);
  }

  /** Records of these kinds whose titles continue or contain it, best first; newest for nothing. */
  int[] records(String typed, SearchFilter filter, Set<Kind> kinds, int limit) throws IOException {
    List<String> words = words(typed);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term(Fields.TYPE, Fields.RECORD)), BooleanClause.Occur.FILTER);
    List<BytesRef> names = kinds.stream().map(kind -> new BytesRef(kind.wireName())).toList();
    query.add(new TermInSetQuery(Fields.KIND, names), BooleanClause.Occur.FILTER);
    if (!words.isEmpty()) {
      query.add(continuing(typed, words), BooleanClause.Occur.MUST);
    }
    Query search = RecordSearcher.filtered(query.build(), filter);
    ScoreDoc[] hits =
        words.isEmpty()
            ? searcher.search(search, limit, NEWEST).scoreDocs
            : searcher.search(search, limit).scoreDocs;
    return Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
  }

  private static Query continuing(String typed, List<String> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      boolean unfinished =
          i == words.size() - 1 && !Character.isWhitespace(typed.charAt(typed.length() - 1));
      query.add(word(words.get(i), unfinished), BooleanClause.Occur.MUST);
    }
    asWritten(words, query);
    return query.build();
  }

  private static List<String> words(String typed) throws IOException {
    return WORDS.positions(typed, MAX_WORDS).stream().map(Position::text).toList();
  }

  private static Query word(String word, boolean unfinished) {
    Term term = new Term(Fields.TYPED, word);
    BooleanQuery.Builder forms = new BooleanQuery.Builder();
    forms.add(constant(new TermQuery(term), 3), BooleanClause.Occur.SHOULD);
    if (unfinished) {
      forms.add(constant(new PrefixQuery(term), 2), BooleanClause.Occur.SHOULD);
    }
    if (word.length() >= MIN_FUZZY_CHARS && word.length() <= MAX_FUZZY_CHARS) {
      int slips = word.length() >= TWO_SLIPS_CHARS ? 2 : 1;
      forms.add(
          constant(new FuzzyQuery(term, slips, 1, MAX_EXPANSIONS, true), 1),
          BooleanClause.Occur.SHOULD);
    }
    return forms.build();
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** Words in the order typed come first; for Chinese, whose characters mean little, mostly. */
  private static void asWritten(List<String> words, BooleanQuery.Builder query) {
    for (int i = 1; i < words.size(); i++) {
      boolean chinese = Character.isIdeographic(words.get(i).codePointAt(0));
      Query pair =
          constant(new PhraseQuery(Fields.TYPED, words.get(i - 1), words.get(i)), chinese ? 4 : 2);
      boolean required = chinese && Character.isIdeographic(words.get(i - 1).codePointAt(0));
      query.add(pair, required ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
    }
  }

  private String label(int document) throws IOException {
    var stored = searcher.getIndexReader().storedFields().document(document);
    String question = stored.get(Fields.STORED);
    return question == null ? recordOf.apply(document).title() : question;
  }
}
