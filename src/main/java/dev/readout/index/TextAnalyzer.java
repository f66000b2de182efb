package dev.readout.index;

import java.io.Reader;
import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/**
 * One analysis for English and Chinese, the same for indexing and searching: ICU words, traditional characters folded to
 * simplified, case and accents folded, English stemmed. Thread-safe.
 */
final class TextAnalyzer extends Analyzer {

  /** What becomes of words after folding. */
  enum Form {
    /** English stems; Chinese in single characters and pairs. For searching. */
    STEMS_AND_BIGRAMS,
    /** English stems; Chinese in single characters. For finding names of the term list. */
    STEMS,
    /** English words as written. For repairing spelling. */
    WORDS
  }

  private static final NormalizeCharMap SPELLED_OUT = spelledOut();

  private final Form form;

  TextAnalyzer(Form form) {
    this.form = form;
  }

  private static NormalizeCharMap spelledOut() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("%", " percent ");
    map.add("％", " percent ");
    map.add("U.S.", "US");
    map.add("u.s.", "us");
    map.add("P.R.C.", "PRC");
    map.add("’", "'");
    map.add("$", " dollar ");
    return map.build();
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new MappingCharFilter(SPELLED_OUT, reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    ICUTokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, false));
    TokenStream stream = new ICUTransformFilter(tokenizer, TraditionalToSimplified.INSTANCE);
    if (form == Form.STEMS_AND_BIGRAMS) {
      stream = new CJKBigramFilter(stream, CJKBigramFilter.HAN, true);
    }
    stream = new EnglishPossessiveFilter(stream);
    stream = new ICUFoldingFilter(stream);
    if (form != Form.WORDS) {
      stream = new PorterStemFilter(stream);
    }
    return new TokenStreamComponents(tokenizer, stream);
  }

  /** Loaded only when the first text is analysed: its tables take ICU a while. */
  private static final class TraditionalToSimplified {
    static final Transliterator INSTANCE = Transliterator.getInstance("Traditional-Simplified");
  }
}
