package dev.readout.index;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;

/**
 * Where words begin in a text without spaces, by ICU's dictionary. The index holds pairs of
 * characters; a pair that belongs to one word says more than one that two words happen to make.
 * Immutable.
 */
final class ChineseWords {
  /** Of a text without Chinese. */
  static final ChineseWords NONE = new ChineseWords(new BitSet());

  private final BitSet boundaries;

  private ChineseWords(BitSet boundaries) {
    this.boundaries = boundaries;
  }

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
