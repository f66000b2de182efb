package dev.readout.answer.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The language that a question is asked in and that labels are written in. Statements stay as they
 * are stored.
 */
public enum Language {
  EN,
  ZH;

  private static final int MIN_CHINESE_SHARE_PERCENT = 20;

  /** The word used in options and in JSON. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Language> ofWireName(String name) {
    return Arrays.stream(values()).filter(language -> language.wireName().equals(name)).findFirst();
  }

  /**
   * Chinese when a fifth of the letters are: "USTR 是什么" is, a Chinese name in an English question
   * is not.
   */
  public static Language of(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long chinese = text.codePoints().filter(Character::isIdeographic).count();
    return chinese > 0 && chinese * 100 >= letters * MIN_CHINESE_SHARE_PERCENT ? ZH : EN;
  }
}
