package dev.readout.corpus;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The language of a question and of labels; statements stay as they are stored. */
public enum Language {
  EN("en"),

  /** Chinese; as a language of labels, in simplified characters. */
  ZH("zh"),

  /** Labels in traditional characters and in the words of Taiwan. Questions are read as ZH. */
  ZH_TW("zh-TW");

  /** What was read lately: a question is a dozen times, and ICU takes 2 µs for a character. */
  private static final KeptTexts<String> SIMPLIFIED =
      new KeptTexts<>(1 << 8, 1_000, Language::inSimplified);

  private static final Pattern OTHER_WORD = Pattern.compile("[\\p{L}&&\\P{IsHan}]+");
  private static final char FIRST_CHINESE = '\u3006';

  private final String wireName;

  Language(String wireName) {
    this.wireName = wireName;
  }

  /** The language tag used in options and in JSON. */
  public String wireName() {
    return wireName;
  }

  /** The language of a tag, in which case means nothing. */
  public static Optional<Language> ofWireName(String name) {
    return Arrays.stream(values())
        .filter(language -> language.wireName.equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether a character of the text is Chinese. */
  public static boolean hasChinese(String text) {
    return chinese(text) > 0;
  }

  /** How many characters are; below the first of them none is looked up. */
  private static int chinese(String text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found +=
          text.charAt(i) >= FIRST_CHINESE && Character.isIdeographic(text.codePointAt(i)) ? 1 : 0;
    }
    return found;
  }

  /**
   * Chinese when it has as many Chinese characters as words in other letters, in either script:
   * "USTR 是什么", but no English question with a Chinese name.
   */
  public static Language of(String text) {
    int chinese = chinese(text);
    return chinese > 0 && chinese >= OTHER_WORD.matcher(text).results().count() ? ZH : EN;
  }

  /** The labels that its writer expects: as it is read, traditional where it is in those. */
  public static Language ofLabelsFor(String text) {
    return ofLabelsFor(text, ZH);
  }

  /** The same where what was said before tells the script of a text that is in neither alone. */
  public static Language ofLabelsFor(String text, Language before) {
    Language read = of(text);
    int traditional = read == ZH ? Script.traditional(text) : 0;
    return traditional > 0 || (read == ZH && traditional == 0 && before == ZH_TW) ? ZH_TW : read;
  }

  /** The text in simplified characters, each in its place; without Chinese it is itself. */
  public static String simplified(String text) {
    return hasChinese(text) ? SIMPLIFIED.of(text) : text;
  }

  private static String inSimplified(String text) {
    String simplified = Script.TO_SIMPLIFIED.transliterate(text);
    return simplified.length() == text.length() ? simplified : text;
  }

  /**
   * Tells the scripts apart by the standards of Taiwan and the mainland, in which most characters
   * stand both; 台, 里 and 著 do.
   */
  private static final class Script {
    private static final Charset TRADITIONAL = Charset.forName("Big5");
    private static final Charset SIMPLIFIED = Charset.forName("GB2312");
    static final Transliterator TO_SIMPLIFIED =
        Transliterator.getInstance("Traditional-Simplified");

    private Script() {}

    /** How many more characters are only traditional than are only simplified. */
    static int traditional(String text) {
      CharsetEncoder traditional = TRADITIONAL.newEncoder();
      CharsetEncoder simplified = SIMPLIFIED.newEncoder();
      return text.codePoints()
          .filter(Character::isIdeographic)
          .mapToObj(Character::toString)
          .mapToInt(
              character ->
                  (traditional.canEncode(character) ? 1 : 0)
                      - (simplified.canEncode(character) ? 1 : 0))
          .sum();
    }
  }
}
