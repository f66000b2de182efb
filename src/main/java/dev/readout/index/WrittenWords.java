package dev.readout.index;

import dev.readout.corpus.QuickPattern;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A text's English words, in lower case and without accents: misspelt ones are compared with these.
 * Pure functions.
 */
final class WrittenWords {
  static final int MIN_LETTERS = 3;
  static final int MAX_LETTERS = 30;

  private static final QuickPattern ACCENT = QuickPattern.exactly("\\p{Mn}");

  private WrittenWords() {}

  static Set<String> in(String text) {
    Set<String> words = new HashSet<>();
    forEach(text, (word, _) -> words.add(word));
    return words;
  }

  /** Those that have a capital, though no sentence or line begins with them. */
  static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    forEach(
        text,
        (word, isName) -> {
          if (isName) {
            names.add(word);
          }
        });
    return names;
  }

  /** Takes a word, and whether it is written as a name. */
  interface Reading {
    void read(String word, boolean isName);
  }

  /** Every one, as often as it is written. */
  static void forEach(String text, Reading reading) {
    String plain = withoutAccents(text);
    String folded = plain.toLowerCase(Locale.ROOT);
    if (folded.length() != plain.length()) { // lower case is longer in some scripts
      plain = folded;
    }
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !isLetter(folded.charAt(i))) {
        if (i - start >= MIN_LETTERS && i - start <= MAX_LETTERS) {
          reading.read(folded.substring(start, i), isName(plain, start));
        }
        start = i + 1;
      }
    }
  }

  private static boolean isName(String text, int start) {
    boolean follows =
        start > 1
            && text.charAt(start - 1) == ' '
            && (Character.isLetterOrDigit(text.charAt(start - 2)) || text.charAt(start - 2) == ',');
    return follows && Character.isUpperCase(text.charAt(start));
  }

  static String folded(String text) {
    return withoutAccents(text).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayHaveAccent(text.charAt(i))) {
        return ACCENT.replaceAll(Normalizer.normalize(text, Normalizer.Form.NFD), "");
      }
    }
    return text;
  }

  /** Not ASCII, nor punctuation, nor Chinese, which takes longest to look through. */
  private static boolean mayHaveAccent(char c) {
    return c > 127 && (c < 0x2000 || c > 0x20cf) && (c < 0x2e80 || c > 0xd7ff);
  }

  /** Whether a text is one word of letters a to z, once it is folded. */
  static boolean isWord(String folded) {
    return !folded.isEmpty() && folded.chars().allMatch(c -> isLetter((char) c));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
