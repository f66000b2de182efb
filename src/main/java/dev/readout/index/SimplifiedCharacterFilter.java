package dev.readout.index;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Traditional Chinese characters to simplified ones, by ICU. Lucene's own filter hands every token
 * to ICU and loads its tables for the first; this one does so for Chinese tokens only, which made
 * reading an English question several times faster. Confined to one thread.
 */
final class SimplifiedCharacterFilter extends TokenFilter {
  private final CharTermAttribute token = addAttribute(CharTermAttribute.class);

  SimplifiedCharacterFilter(TokenStream input) {
    super(input);
  }

  /** The text in simplified characters, each in its place; a text without Chinese is itself. */
  static String simplified(String text) {
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      return text;
    }
    String simplified = Tables.TRADITIONAL_TO_SIMPLIFIED.transliterate(text);
    return simplified.length() == text.length() ? simplified : text;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (token.length() > 0 && Character.isIdeographic(Character.codePointAt(token, 0))) {
      String simplified = Tables.TRADITIONAL_TO_SIMPLIFIED.transliterate(token.toString());
      token.setEmpty().append(simplified);
    }
    return true;
  }

  /** Loaded with the first Chinese token. */
  private static final class Tables {
    static final Transliterator TRADITIONAL_TO_SIMPLIFIED =
        Transliterator.getInstance("Traditional-Simplified");
  }
}
