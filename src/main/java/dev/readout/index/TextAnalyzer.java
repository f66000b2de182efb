package dev.readout.index;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.readout.corpus.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * One analysis for indexing and searching English and Chinese: ICU words, characters simplified,
 * case and accents folded, English stemmed. Thread-safe.
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
  private static final StemmerOverrideMap NUMBERS = numbers();

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

  /** "Ten percent" and "10 percent" are the same, "tenth" and "10th" too. */
  private static StemmerOverrideMap numbers() {
    String cardinals =
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12"
            + " thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"
            + " twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"
            + " hundred 100";
    String ordinals =
        "third 3rd fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th ninth 9th tenth 10th"
            + " eleventh 11th twelfth 12th thirteenth 13th fourteenth 14th fifteenth 15th";
    StemmerOverrideFilter.Builder map = new StemmerOverrideFilter.Builder();
    String[] words = (cardinals + " " + ordinals).split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      map.add(words[i], words[i + 1]);
    }
    try {
      return map.build();
    } catch (IOException e) {
      throw new UncheckedIOException("a map in memory could not be built", e);
    }
  }

  /** A token as it is indexed, and its place in the text. */
  record Position(String text, int start, int end) {}

  /** The first tokens of a text, in their order. */
  List<Position> positions(String text, int limit) throws IOException {
    List<Position> positions = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (positions.size() < limit && stream.incrementToken()) {
        if (!token.isEmpty()) { // of a lone modifier letter, folding leaves nothing
          positions.add(new Position(token.toString(), offset.startOffset(), offset.endOffset()));
        }
      }
      stream.end();
    }
    return positions;
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new MappingCharFilter(SPELLED_OUT, reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    ICUTokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, false));
    TokenStream stream = new SimplifiedCharacterFilter(tokenizer);
    if (form == Form.STEMS_AND_BIGRAMS) {
      stream = new CJKBigramFilter(stream, CJKBigramFilter.HAN, true);
    }
    stream = new EnglishPossessiveFilter(stream);
    stream = new ICUFoldingFilter(stream);
    if (form != Form.WORDS) {
      stream = new PorterStemFilter(new StemmerOverrideFilter(stream, NUMBERS));
    }
    return new TokenStreamComponents(tokenizer, stream);
  }

  /**
   * Traditional characters to simplified by ICU, of Chinese tokens only: Lucene's own filter hands
   * it every token, which made English questions several times slower. Confined to one thread.
   */
  static final class SimplifiedCharacterFilter extends TokenFilter {
    private final CharTermAttribute token = addAttribute(CharTermAttribute.class);

    SimplifiedCharacterFilter(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (token.length() > 0 && Character.isIdeographic(Character.codePointAt(token, 0))) {
        String simplified = Language.simplified(token.toString());
        token.setEmpty().append(simplified);
      }
      return true;
    }
  }

  /**
   * Where words begin in Chinese, by ICU's dictionary: a pair of one word says more than one that
   * two words happen to make. Immutable.
   */
  record ChineseWords(BitSet boundaries) {
    /** Of a text without Chinese. */
    static final ChineseWords NONE = new ChineseWords(new BitSet());

    static ChineseWords of(String text) {
      BitSet boundaries = new BitSet(text.length() + 1);
      BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
      words.setText(text);
      for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
        boundaries.set(at);
      }
      return new ChineseWords(boundaries);
    }

    boolean isWithinWord(int start, int end) {
      int next = boundaries.nextSetBit(start + 1);
      return next < 0 || next >= end;
    }
  }
}
