package dev.readout.index;

import dev.readout.corpus.QuickPattern;
import java.util.List;
import java.util.regex.MatchResult;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** What a question quotes, to be found word for word. Pure functions. */
final class Quotations {
  private static final QuickPattern MARKED =
      QuickPattern.exactly("[\"“”„«]([^\"“”„«»]+)[\"“”»]|[「『]([^「」『』]+)[」』]");

  private static final QuickPattern WORD = QuickPattern.exactly("[^\\s\\p{IsHan}]+");

  /** Fewer words are a name, or meant at a distance. */
  private static final int MIN_WORDS = 3;

  /** The same of Chinese characters. */
  private static final int MIN_CHARACTERS = 4;

  private static final Analyzer ANALYZER = new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS);

  private Quotations() {}

  /** A quotation without its marks. */
  record Quoted(String text, int start, int end) {
    private boolean isLong() {
      return WORD.in(text).stream().count() >= MIN_WORDS
          || text.codePoints().filter(Character::isIdeographic).count() >= MIN_CHARACTERS;
    }
  }

  static List<Quoted> in(String text) {
    return MARKED.in(text).stream().map(Quotations::quoted).filter(Quoted::isLong).toList();
  }

  private static Quoted quoted(MatchResult match) {
    int group = match.group(1) == null ? 2 : 1;
    return new Quoted(match.group(group), match.start(group), match.end(group));
  }

  /** A text's words in their order, without a gap; finds nothing when there is no word in it. */
  static Query phrase(String field, String text) {
    QueryBuilder builder = new QueryBuilder(ANALYZER);
    // Characters and their pairs stand at the same places; as a graph they would be every path.
    builder.setEnableGraphQueries(false);
    Query phrase = builder.createPhraseQuery(field, text);
    return phrase == null ? new MatchNoDocsQuery("no word in it") : phrase;
  }
}
