package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;

/**
 * Words that ask for something, in English and in Chinese. The Chinese ones, which may begin
 * anywhere, are looked for only in a text that has Chinese: in an English one that took ten times
 * as long as the English ones. Immutable.
 */
record Wording(QuickPattern english, QuickPattern chinese) {
  static Wording of(String english, String chinese) {
    return new Wording(QuickPattern.of(english), QuickPattern.exactly(chinese));
  }

  boolean isIn(String text) {
    return english.isIn(text) || (Language.hasChinese(text) && chinese.isIn(text));
  }
}
