package dev.readout.answer;

import java.util.stream.Collectors;

/**
 * Makes text harmless to show: control characters (which could move a terminal's cursor or recolour
 * its screen) and characters that turn the direction of writing become a replacement sign, line
 * ends and tabs a space. Records hold none; people's input may. Markup such as Discord's is left.
 */
public final class SafeText {
  private static final String REPLACEMENT = "\uFFFD";

  private SafeText() {}

  /** The text on one line. */
  public static String of(String text) {
    return text.codePoints().mapToObj(SafeText::harmless).collect(Collectors.joining());
  }

  /** The text on one line, cut to a length in characters and marked where it was cut. */
  public static String of(String text, int maxChars) {
    int end = text.offsetByCodePoints(0, Math.min(maxChars, text.codePointCount(0, text.length())));
    return of(end < text.length() ? text.substring(0, end) + "…" : text);
  }

  /** Whether the text holds nothing that would be replaced, besides line ends and tabs. */
  public static boolean isSafe(String text) {
    return text.codePoints().noneMatch(character -> harmless(character).equals(REPLACEMENT));
  }

  private static String harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> Character.isWhitespace(character) ? " " : REPLACEMENT;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
      case Character.SURROGATE -> REPLACEMENT;
      case Character.FORMAT ->
          turnsDirection(character) ? REPLACEMENT : Character.toString(character);
      default -> Character.toString(character);
    };
  }

  private static boolean turnsDirection(int character) {
    return character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
