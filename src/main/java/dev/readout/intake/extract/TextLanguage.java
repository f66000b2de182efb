package dev.readout.intake.extract;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells English and Chinese by the text itself; what a page declares is often its template's. */
final class TextLanguage {
  private static final int MAX_CHARS = 20_000;
  private static final Pattern WORD = Pattern.compile("\\P{L}+");
  private static final Set<String> ENGLISH =
      Set.of("the", "of", "and", "to", "in", "a", "for", "that", "is", "on", "by", "with", "as");

  private TextLanguage() {}

  /**
   * {@code en}, {@code zh}, or null for another.
   *
   * @param declared the language tag that the document declares; may be empty
   */
  static @Nullable String of(String text, String declared) {
    String sample = text.substring(0, Math.min(text.length(), MAX_CHARS));
    long han = sample.chars().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
    long latin = sample.chars().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
    long letters = sample.chars().filter(Character::isLetter).count();
    // A Chinese character says about as much as three or four letters.
    if (han * 4 > latin && (han + latin) * 10 >= letters * 9) {
      return "zh";
    }
    if (latin * 10 < letters * 9) {
      return null;
    }
    String language = declared.toLowerCase(Locale.ROOT);
    boolean other = !language.isEmpty() && !language.startsWith("en") && !language.startsWith("zh");
    return !other && isEnglish(sample) ? "en" : null;
  }

  private static boolean isEnglish(String sample) {
    String[] words = WORD.split(sample.toLowerCase(Locale.ROOT), -1);
    long common = Arrays.stream(words).filter(ENGLISH::contains).count();
    return common * 12 >= words.length;
  }
}
