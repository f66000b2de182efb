package dev.readout.answer.quote;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional Chinese characters to simplified ones, by ICU. Loaded with the first Chinese text.
 */
final class SimplifiedCharacters {
  private static final Transliterator FROM_TRADITIONAL =
      Transliterator.getInstance("Traditional-Simplified");

  private SimplifiedCharacters() {}

  /** The text in simplified characters, each in its place. */
  static String of(String text) {
    String simplified = FROM_TRADITIONAL.transliterate(text);
    return simplified.length() == text.length() ? simplified : text;
  }
}
